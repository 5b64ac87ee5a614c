"""What is graded, what is forgiven, and what is handed back uncounted."""

from dataclasses import replace

import pytest

from questions.models import Review
from questions.practice.cards import BadCard, draw
from questions.practice.review import Incomplete, record_review
from questions.vocabulary import Kind, Outcome, Rating
from tests.factories import (
    NOON,
    add_statement,
    make_bank,
    make_facts,
    make_memory,
    make_unit,
)

from .sitting import memory

pytestmark = pytest.mark.django_db


def firm_card(learner, fact, **more):
    """A card on the top rung that is no probe."""
    make_memory(learner, fact, rung=2)
    return draw(learner, fact, now=NOON, extra=more.pop("extra", "next"))


def date_card(learner):
    [fact] = add_statement(make_unit(make_bank()), "They came on [12 August 1871](date:when).", kinds={Kind.TYPED})
    return firm_card(learner, fact)


def test_an_option_that_was_not_shown_is_refused(learner):
    [fact] = make_facts(1)

    with pytest.raises(BadCard, match="one of the options"):
        record_review(learner, draw(learner, fact, now=NOON), given="Elsewhere", now=NOON)

    assert Review.objects.count() == 0


@pytest.mark.parametrize(
    ("given", "sentence"), [("", "Nothing was written"), ("  \n", "Nothing was written"), ("x" * 501, "at most 500")]
)
def test_an_empty_or_a_huge_answer_is_handed_back_uncounted(learner, given, sentence):
    [fact] = make_facts(1)

    with pytest.raises(Incomplete, match=sentence):
        record_review(learner, firm_card(learner, fact), given=given, now=NOON)

    assert (Review.objects.count(), memory(learner, fact).version) == (0, 1)


def test_a_coarser_date_is_handed_back_once_and_then_wrong(learner):
    card = date_card(learner)

    with pytest.raises(Incomplete, match="Give the day too"):
        record_review(learner, card, given="August 1871", now=NOON)
    review = record_review(learner, replace(card, asked_again=True), given="August 1871", now=NOON)

    assert review.outcome == Outcome.WRONG
    assert Review.objects.count() == 1


def test_a_coarser_date_made_whole_is_right(learner):
    card = date_card(learner)

    review = record_review(learner, replace(card, asked_again=True), given="August 12, 1871", now=NOON)

    assert review.outcome == Outcome.CORRECT


def test_a_typo_is_a_near_miss_and_counts(learner):
    [fact] = make_facts(1)
    card = firm_card(learner, fact)

    review = record_review(learner, card, given="Baravk", now=NOON)

    assert (card.kind, review.outcome, review.rating) == (Kind.TYPED, Outcome.NEAR_MISS, Rating.GOOD)
    assert review.forgiven == ["typo"]
    assert review.message == "Nearly: it is spelt Baravik."


def test_a_typo_that_is_as_near_to_another_answer_of_the_bank_is_wrong(learner):
    [fact] = make_facts(1)
    add_statement(fact.unit, "Camp 9 stood at [Baravk](place:where).")

    review = record_review(learner, firm_card(learner, fact), given="Baravk", now=NOON)

    assert review.outcome == Outcome.WRONG


def test_a_flashcard_is_graded_by_the_learner_and_keeps_what_they_wrote(learner):
    text = "They came late because [the mules had eaten the only map](cause:why)."
    [fact] = add_statement(make_unit(make_bank()), text)
    card = firm_card(learner, fact)

    review = record_review(learner, card, given="yes", written="the mules ate it", now=NOON)

    assert (card.kind, review.outcome, review.given) == (Kind.RECALL, Outcome.CORRECT, "the mules ate it")


def test_nul_characters_are_left_out_of_the_log(learner):
    [fact] = make_facts(1)

    review = record_review(learner, firm_card(learner, fact), given="At\0lantis", now=NOON)

    assert (review.given, review.outcome) == ("Atlantis", Outcome.WRONG)
