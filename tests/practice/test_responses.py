"""Answers of a quiz become reviews, dated when they were given."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.db import transaction

from questions.grading import Verdict
from questions.models import Memory, Review
from questions.practice.log import keep_all, standing_of
from questions.practice.responses import record_responses
from questions.vocabulary import Outcome, Rating
from tests.factories import MONDAY, NOON, make_facts

from .sitting import ask, assert_memory_is_replay, at, memory, quiz_answer, respond

pytestmark = pytest.mark.django_db

BELIEVED = (
    "fact",
    "outcome",
    "recall_before",
    "stability_after",
    "rung_after",
    "interval",
    "memory_version",
    "due_after",
)
KEPT = ("fact", "stability", "difficulty", "last_day", "rung", "review_count", "lapse_count", "version", "due")
QUERIES = 16
"""What is known (6), two savepoints (4), what is written (4), and whether sums of settled days are kept (2)."""


def test_a_quiz_answer_is_a_review_dated_when_it_was_given(learner):
    [fact] = make_facts(1)

    review = respond(learner, fact, at(-2))

    assert (review.origin, review.day, review.answered_at) == (Review.Origin.QUIZ, MONDAY - timedelta(days=2), at(-2))
    assert memory(learner, fact).stability == 2.3065  # FSRS-6: w2, typed is plainly Good


def test_handing_in_twice_is_one_review(learner):
    [fact] = make_facts(1)

    review = respond(learner, fact, NOON)

    assert record_responses(learner, [quiz_answer(fact, NOON)]) == []
    assert list(Review.objects.all()) == [review]
    assert memory(learner, fact).version == 1


def test_later_practice_is_replayed_on_top_of_a_quiz_answer(learner):
    [fact] = make_facts(1)
    ask(learner, fact, at(0), right=False)
    ask(learner, fact, at(5))

    review = respond(learner, fact, at(2))

    factor = 0.9 ** (-1 / 0.1542) - 1  # FSRS-6: R = (1 + f·t/S)^−w20
    assert review.stability_before == 0.212
    assert review.recall_before == pytest.approx((1 + factor * 2 / 0.212) ** -0.1542)
    assert memory(learner, fact).review_count == 3
    assert_memory_is_replay(learner, fact)


def test_a_quiz_answer_earlier_on_the_same_day_takes_the_first_place(learner):
    [fact] = make_facts(1)
    ask(learner, fact, at(seconds=600), right=False)

    respond(learner, fact, NOON)

    assert memory(learner, fact).stability == 2.3065
    assert_memory_is_replay(learner, fact)


def test_a_wrong_quiz_answer_whose_answer_was_not_shown_is_due_at_once(learner):
    hidden, shown = make_facts(2)

    respond(learner, hidden, NOON, right=False, answer_shown=False)
    respond(learner, shown, NOON, right=False)

    assert (memory(learner, hidden).due, memory(learner, shown).due) == (MONDAY, MONDAY + timedelta(days=1))
    assert_memory_is_replay(learner, hidden)


def test_a_date_left_coarse_in_a_quiz_is_wrong(learner):
    [fact] = make_facts(1)
    coarse = Verdict(Outcome.INCOMPLETE, message="Give the day too.")

    [review] = record_responses(learner, [replace(quiz_answer(fact, NOON), verdict=coarse, given="1871")])

    assert (review.outcome, review.rating) == (Outcome.WRONG, Rating.AGAIN)


def test_answers_recorded_together_are_what_they_are_one_by_one(learner):
    learner.is_load_even = True
    facts = make_facts(30)
    for fact in facts[:20]:
        ask(learner, fact, at(-9))
    for fact in facts[:3]:
        ask(learner, fact, at(2))
    answers = [quiz_answer(fact, at(1, 60 * place), right=place != 4) for place, fact in enumerate(facts)]

    def recorded(*bundles):
        """What is believed after these, which are then taken back."""
        with transaction.atomic():
            for bundle in bundles:
                record_responses(learner, bundle)
            rows = list(Review.objects.of(learner).filter(origin="quiz").values_list(*BELIEVED))
            rows += Memory.objects.of(learner).order_by("fact").values_list(*KEPT)
            transaction.set_rollback(True)
        return rows

    together = recorded(answers)
    assert together == recorded(*[[answer] for answer in answers])
    assert len({row[-1] for row in together}) > 8  # spread over days, as each answer knows where the others went


@pytest.mark.parametrize("count", [1, 3, 12])
def test_recording_costs_the_same_however_many_answers(learner, count, django_assert_num_queries):
    facts = make_facts(2 * count)
    for fact in facts[:count]:
        ask(learner, fact, at(-9))
    answers = [quiz_answer(fact, NOON) for fact in facts]
    with django_assert_num_queries(QUERIES):
        record_responses(learner, answers)


def test_a_memory_that_moved_on_meanwhile_is_not_overwritten(learner):
    first, second = make_facts(2)
    ask(learner, first, at(-9))
    stale, fresh = memory(learner, first), Memory(learner=learner, fact=second)
    ask(learner, first, at(-3))

    with transaction.atomic():
        assert keep_all(learner, [(stale, standing_of(stale)), (fresh, standing_of(fresh))]) is False

    assert memory(learner, first).version == 2
    assert not Memory.objects.of(learner).filter(fact=second).exists()
