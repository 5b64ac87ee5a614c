import pytest

from questions.exchange.anki_read import Place, Unusable, statement_of, type_of
from questions.exchange.apkg_read import NoteIn
from questions.sources.statement_text import plain


def basic(front: str, back: str, **more: str) -> NoteIn:
    fields = {"Front": front, "Back": back, **more}
    return NoteIn("guid", fields, ("Front",), ("Front", "Back", *more), (), "Words::Animals", is_cloze=False)


def cloze(text: str, extra: str = "") -> NoteIn:
    return NoteIn("guid", {"Text": text, "Extra": extra}, ("Text",), ("Text", "Extra"), (), "History", is_cloze=True)


def test_a_plain_note_is_one_fact():
    made = statement_of(basic("Who reached <b>Lake Orin</b>?", "Ashby<br>", Notes="In <i>1871</i>"), 3)

    assert made.text == "Who reached Lake Orin? [Ashby](term:answer)"
    assert [(blank.answer, blank.prompts) for blank in made.blanks] == [("Ashby", ("Who reached Lake Orin?",))]
    assert made.explanation == "In 1871"
    assert made.places == (Place("Words › Animals", 3),)
    assert made.unit[1] == "Words › Animals"


def test_a_cloze_note_is_a_statement_with_blanks():
    made = statement_of(cloze("In {{c1::1871::year}} {{c2::Ashby}} left.", "more"), 1)

    assert made.text == "In [1871](date:gap-1) [Ashby](term:gap-2) left."
    assert [(blank.answer, blank.hint, blank.prompts) for blank in made.blanks] == [
        ("1871", "year", ()),
        ("Ashby", "", ()),
    ]
    assert made.explanation == "more"


def test_a_long_gap_is_recalled():
    made = statement_of(cloze("They were late because {{c1::the mules had eaten the map}}."), 1)

    assert made.blanks[0].prompts == ("Which words fill the gap? They were late because _____.",)


def test_square_brackets_become_round_ones():
    made = statement_of(basic("What is x[0](a:b)?", "the [first] one"), 1)

    assert made.text == "What is x(0)(a:b)? [the (first) one](term:answer)"
    assert plain(made.text) == "What is x(0)(a:b)? the (first) one"


def test_without_templates_the_first_field_asks_and_the_second_answers():
    note = NoteIn("guid", {"A": "hund", "B": "", "C": "dog"}, (), (), (), "Words", is_cloze=False)

    assert statement_of(note, 1).text == "hund [dog](term:answer)"


def test_a_key_is_the_same_whatever_the_words():
    assert statement_of(basic("a", "b"), 1).key == statement_of(basic("c", "d"), 9).key


@pytest.mark.parametrize(
    ("answer", "kind"),
    [("1871", "date"), ("12 March 1920", "date"), ("72,000", "quantity"), ("3 boats", "quantity"), ("H2O", "term"),
     ("Ashby", "term")],
)  # fmt: skip
def test_numbers_are_told_from_words(answer, kind):
    assert type_of(answer) == kind


@pytest.mark.parametrize(
    ("note", "why"),
    [
        (basic("", "dog"), "It asks nothing."),
        (basic("hund", ""), "It has no answer."),
        (basic('<img src="a.png">', "dog"), "Its question shows a picture or a formula."),
        (basic("[sound:a.mp3]", "dog"), "Its question is only a sound."),
        (basic("hund", '<img src="a.png">'), "Its answer is a picture, a formula or a sound."),
        (basic("hund", "x" * 401), "It is too long for one fact: over 400 characters in one place."),
        (basic("x" * 1501, "dog"), "It is too long for one fact: over 1500 characters in one place."),
        (cloze("no gap"), "It is a cloze note without a gap."),
        (cloze("{{c1::}}"), "Its gaps are empty, or hold a picture or a sound."),
        (cloze("{{c1::a {{c2::b}}}}"), "It has a gap within a gap."),
        (cloze("{{c1::image-occlusion:rect:left=1}}"), "It hides parts of a picture."),
        (cloze('<img src="a.png"> {{c1::a}}'), "Its sentence shows a picture or a formula."),
        (cloze("{{c1::a}} " + "x" * 1500), "Its sentence is longer than 1500 characters."),
        (
            NoteIn("guid", {}, (), (), (), "Words", is_cloze=False),
            "It is far too long for one fact, or it has no fields.",
        ),
    ],
)
def test_what_makes_no_fact_says_why(note, why):
    with pytest.raises(Unusable, match=f"^{why}$"):
        statement_of(note, 1)
