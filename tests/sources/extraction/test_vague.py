"""Vague statements: a subject that only the text before tells, a picture, the day of writing."""

import pytest

from questions.sources.extraction.vague import is_vague, leans_on_page

NONE: frozenset[str] = frozenset()


@pytest.mark.parametrize(
    "text",
    [
        "The loss forced the sale of the Munich factory.",
        "The first was by Mary Calder in 1722.",
        "In 1713, the new charter named Thomas Wexford.",
        "The regime is led by Thomas Wexford.",
        "In the elections, the Salt Party won 70 seats.",
        "Similar societies followed in Lismore in 1871.",
        "In 2005 the council of Orin agreed to study the proposed change.",
        "The name may go on in that of Ashby.",
        "The faith is the second largest of Orin.",
        "An early use is the poem of Mary Calder in 1934.",
        "Production began in the Orin basin in 1952.",
        "The term came to Ashby in 1936.",
        "Calder saw major similarities between the two situations.",
    ],
)
def test_a_subject_that_only_the_sentence_before_tells_is_vague(text):
    assert is_vague(text, NONE)


@pytest.mark.parametrize(
    "text",
    [
        "The treaty of 1713 gave Ashby a town hall.",
        "The engineer Thomas Wexford drained the marshes.",
        "The heat required for boiling comes from coal.",
        "The heart is a muscle of four chambers.",
        "The term of Mary Calder ended in 1722.",
        "Orin and Vell knew nothing of the ships of the two coasts.",
        "The world was at war in 1941.",
        "In most countries, the dispensary was closed in 1871.",
    ],
)
def test_a_subject_that_is_told_or_known_is_not(text):
    assert not is_vague(text, NONE)


def test_what_the_title_names_is_known():
    assert not is_vague("The abacus was used in Ashby.", frozenset({"abacus"}))


@pytest.mark.parametrize(
    "text",
    [
        "Orin has 128 signs as shown by the chart on the right.",
        "Orin has 128 signs, as the diagram above tells.",
        "The previous mayor was Mary Calder.",
        "In the past century, Orin grew threefold.",
        "Two roads will be built in Orin.",
        "Growth was expected to reach 26% in Orin.",
        "Orin is scheduled to open its harbour.",
    ],
)
def test_a_picture_and_the_day_of_writing_are_not_at_hand(text):
    assert leans_on_page(text)
