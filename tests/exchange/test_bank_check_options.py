"""What gives an answer away among its options, and what does not."""

import pytest

from questions.exchange.bank_check_options import form_of, objections
from questions.exchange.bank_desk import Desk
from questions.sources.bank_file import read_bank_file
from tests.sources.files import SMALL, changed

LURES = "[the guides had sold the only boat, the river had taken the bridge, the cook had lost the compass]"
WHO = "options: [Burton, Kettle, Morrow]"


def said(text):
    """(line, field, problem) of every objection."""
    desk = Desk.of(read_bank_file(text, file="orin.yaml"))
    return [(one.line, one.field, one.problem) for one in objections(desk)]


def test_a_careful_bank_passes():
    assert said(SMALL) == []


@pytest.mark.parametrize(
    ("option", "why"),
    [
        ("Lord Ashby", "is the answer or accepted for it"),
        ("Ashby Vane", "contains a name of the answer, or stands in one"),
        ("Lake Orin", "stands in the statement itself"),
    ],
)
def test_an_option_that_may_not_stand_is_named_with_its_reason(option, why):
    assert said(changed((WHO, f"options: [Burton, Kettle, Morrow, {option}]"))) == [
        (26, "who.options", f"“{option}” {why}.")
    ]


def test_more_than_eight_options_are_too_many():
    assert said(changed((WHO, "options: [Ab, Bo, Cu, Di, Eg, Fy, Go, Hu, Is]"))) == [
        (26, "who.options", "There are more than 8 options.")
    ]


def test_options_that_hold_one_another_are_named():
    assert said(changed((WHO, "options: [Burton, John Burton, Morrow]"))) == [
        (26, "who.options", "“John Burton” and “Burton” hold one another; one is never shown.")
    ]


def test_length_must_not_tell_the_answer():
    short = changed((LURES, "[the guide was ill, the rain fell, the cook left]"))  # 32 letters against 18
    assert said(short) == [(38, "why.options", "The answer is far longer than every option.")]
    long = changed((WHO, "options: [Burton of the Hills, Kettle the Younger, Morrow of Alderbury]"))  # 5 against 18
    assert said(long) == [(26, "who.options", "The answer is far shorter than every option.")]
    assert said(changed((LURES, "[the guide was very ill, the rain fell, the cook left]"))) == []  # 32 against 23


def test_a_difference_of_few_letters_is_no_sign():
    assert said(changed((WHO, "options: [Ed, Al, Bo]"))) == []


def test_the_answer_must_not_stand_out_by_how_it_begins():
    text = changed((WHO, "options: [the Burton, a Kettle, Morrow]"))
    problem = "The answer “Ashby” begins with a capital letter; most options do not: “the Burton”, “a Kettle”."
    assert said(text) == [(26, "who.options", problem)]
    assert said(changed((WHO, "options: [the Burton, Kettle, Morrow, a Field]"))) == []


def test_in_prose_a_capital_is_no_sign():
    names = (LURES, "[Kettle had sold the only boat, Morrow had taken the map, rain had spoilt the way]")
    ((_, field, problem),) = said(changed(names))
    assert (field, problem[:72]) == (
        "why.options",
        "The answer “the mules had eaten the only map” begins with an article; mo",
    )
    assert said(changed(names, ("[the mules had eaten the only map]", "[mules had eaten the only map]"))) == []


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("the lake", "an article"),
        ("The lake", "an article"),
        ('"A" lake', "a quotation mark and an article"),
        ("Orin", "a capital letter"),
        ("orin", "a small letter"),
        ("of Orin", "a preposition"),
        ("to find it", "“to”"),
        ("until spring", "“until”"),
        ("35th Division", "a digit"),
        ("“Orin” Bay", "a quotation mark and a capital letter"),
        ("", "a small letter"),
    ],
)
def test_the_form_of_a_text_is_how_it_begins(text, form):
    assert form_of(text) == form


def test_without_capitals_any_word_is_another_word():
    assert (form_of("Orin", counts_capital=False), form_of("orin", counts_capital=False)) == (
        "another word",
        "another word",
    )


def many(count, answer, options):
    """A bank of `count` statements, each with this answer and these options."""
    head = SMALL[: SMALL.index("      - key: arrival")]
    return head + "".join(
        f'      - key: s{n}\n        cite: lake-1\n        text: "Camp {n} was made by [{answer}](person:who)."\n'
        f"        blanks:\n          who:\n            prompt: Who was it that made camp number {n}?\n"
        f"            options: [{options}]\n"
        for n in range(count)
    )


def test_the_longest_must_not_be_right_too_often():
    problem = "Who always picks the longest option is right 100% of the time."
    told = said(many(20, "Longername", "Burton, Kettle, Morrow"))
    assert [(line, field, said.split(" It always")[0]) for line, field, said in told] == [(1, "options", problem)]
    assert said(many(19, "Longername", "Burton, Kettle, Morrow")) == []


def test_the_shortest_must_not_be_right_too_often():
    told = said(many(20, "Al", "Burton, Kettle, Morrow"))
    assert [problem[:36] for _, _, problem in told] == ["Who always picks the shortest option"]


def test_a_third_is_what_chance_gives():
    # of the six pairs of options one leaves the answer the longest, and one the shortest
    assert said(many(20, "Abcdef", "Xy, Zw, Burtonbury Hill, Kettlebury Hill")) == []


def test_a_rare_word_of_the_prompt_must_not_point_at_the_answer():
    text = many(20, "Burton", "Kettle, Morrow, Fielding").replace("made camp number 7?", "made the burtonian camp?")
    (told,) = [problem for _, field, problem in said(text) if field == "who.options"]
    assert told == (
        "Of all options only the answer takes up words of “Who was it that made the burtonian camp?” (burton)."
    )
