import pytest

from questions.exchange.anki_notes import citation, place_of, places, style_for, with_deletion
from questions.exchange.anki_types import Style
from questions.models import Document


@pytest.mark.parametrize(
    ("answer", "kinds", "wanted", "style"),
    [
        ("Ashby", {"typed", "cloze"}, Style.CLOZE, Style.CLOZE),
        ("Ashby", {"typed"}, Style.CLOZE, Style.BASIC),
        ("Ashby", {"typed"}, Style.BASIC, Style.BASIC),
        ("a b c d", {"typed"}, Style.TYPED, Style.TYPED),
        ("a b c d e", {"typed", "recall"}, Style.TYPED, Style.BASIC),
    ],
)
def test_a_style_wants_its_kind_and_a_short_answer(answer, kinds, wanted, style):
    assert style_for(answer, kinds, wanted) is style


@pytest.mark.parametrize(
    ("document", "passages", "line"),
    [
        (None, [], ""),
        (None, [("", 4)], "paragraph 4"),
        (Document(title="Orin"), [("Camps", 1), ("", 2)], "Orin. Camps, paragraph 1; paragraph 2"),
        (
            Document(title="Orin", author="M. Field", publication="Lake Press", year="1990"),
            [("Camps", 3)],
            "M. Field: Orin, Lake Press, 1990. Camps, paragraph 3",
        ),
    ],
)
def test_a_citation_is_one_line(document, passages, line):
    assert citation(document, passages) == line


def test_places_run_through_the_units_and_spread_statements():
    rows = [(11, 1, 1), (12, 1, 1), (13, 1, 2), (21, 2, 3)]  # fact, unit, statement

    assert places(rows) == {11: 1, 13: 2, 12: 3, 21: 4}


def test_only_the_asked_blank_is_a_deletion():
    text = "In [1871](date:when) the [Ashby](person:who) expedition left."

    assert with_deletion(text, "who") == "In 1871 the {{c1::Ashby}} expedition left."


def test_the_place_of_an_answer_counts_the_letters_before_it():
    assert place_of("In [1871](date:when) the [Ashby](person:who) expedition left.", "who") == len("In 1871 the ")
