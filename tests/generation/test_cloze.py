"""Clozes: a statement with a gap for a short answer, where the sentence asks for it alone."""

import pytest

from questions.vocabulary import Kind

from .invented import fact, made, refused


def test_the_answer_becomes_a_gap():
    orin = fact("Lake Orin", says="The mules drank from {} every day.")
    assert made(orin, kind=Kind.CLOZE) == [("The mules drank from _____ every day.", "Lake Orin")]


@pytest.mark.parametrize(("answer", "is_made"), [("one two three four", True), ("one two three four five", False)])
def test_more_than_four_words_are_never_blanked(answer, is_made):
    assert bool(made(fact(answer, "term"), kind=Kind.CLOZE)) is is_made
    assert ("cloze" in refused(fact(answer, "term"))) is not is_made


def test_why_it_is_too_long_is_said():
    assert refused(fact("one two three four five", "term"))["cloze"] == (
        "too_long",
        "An answer of more than four words is never blanked.",
    )


def test_a_sentence_that_points_elsewhere_is_not_blanked():
    assert refused(fact("Orin", says="They drank from {}."))["cloze"] == (
        "not_self_contained",
        "In the statement the word “They” points at nothing.",
    )


def test_the_same_gap_with_two_answers_is_refused_for_both():
    says = "The mules drank from {}."
    orin, vell = fact("Orin", says=says), fact("Vell", says=says)
    assert refused(orin, vell)["cloze"] == (
        "two_answers_fit",
        f"The statement with this gap also asks for “Vell” ({vell.key}).",
    )
    assert refused(vell, orin)["cloze"][0] == "two_answers_fit"
