"""Answers of a quiz become reviews, dated when they were given."""

from datetime import timedelta

import pytest

from questions.grading import Verdict
from questions.models import Review
from questions.practice.review import record_response
from questions.vocabulary import Kind, Outcome, Rating
from tests.factories import (
    MONDAY,
    NOON,
    make_facts,
)

from .sitting import ask, assert_memory_is_replay, at, memory, respond

pytestmark = pytest.mark.django_db


def test_a_quiz_answer_is_a_review_dated_when_it_was_given(learner):
    [fact] = make_facts(1)

    review = respond(learner, fact, at(-2))

    assert (review.origin, review.day, review.answered_at) == (Review.Origin.QUIZ, MONDAY - timedelta(days=2), at(-2))
    assert memory(learner, fact).stability == 2.3065  # FSRS-6: w2, typed is plainly Good


def test_handing_in_twice_is_one_review(learner):
    [fact] = make_facts(1)

    assert respond(learner, fact, NOON, token="quiz-1-1") == respond(learner, fact, NOON, token="quiz-1-1")
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
    question = fact.questions.get(kind=Kind.TYPED, wording=0)

    review = record_response(
        learner,
        fact=fact,
        question=question,
        kind=question.kind,
        options=[],
        verdict=Verdict(Outcome.INCOMPLETE, message="Give the day too."),
        given="1871",
        answered_at=NOON,
        token="quiz-1-1",
    )

    assert (review.outcome, review.rating) == (Outcome.WRONG, Rating.AGAIN)
