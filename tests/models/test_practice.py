"""Memories, reviews and corrections: what the database itself refuses, and the log as corrected."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from questions.models import Correction, Memory, Review, Study
from tests.factories import MONDAY, NOON, make_facts, make_learner, make_memory, make_study

pytestmark = pytest.mark.django_db

TOMORROW = MONDAY + timedelta(days=1)


def make_review(learner, fact, token, outcome="correct", day=MONDAY):
    question = fact.questions.get(kind="typed", wording=0)
    asked = {"learner": learner, "fact": fact, "question": question, "kind": "typed", "token": token}
    believed = {"guess_floor": 0.0, "prior": 0.25, "memory_version": 0}
    rating = 1 if outcome == "wrong" else 3
    return Review.objects.create(**asked, **believed, outcome=outcome, rating=rating, day=day, answered_at=NOON)


def correct(review, act, outcome=""):
    Correction.objects.create(learner=review.learner, review=review, act=act, outcome=outcome, made_at=NOON)


def test_due_are_memories_of_today_and_before_unless_suspended():
    learner = make_learner()
    facts = make_facts(4)
    due = [make_memory(learner, facts[0], due=MONDAY), make_memory(learner, facts[1], due=MONDAY - timedelta(days=30))]
    make_memory(learner, facts[2], due=TOMORROW)
    make_memory(learner, facts[3], due=MONDAY, is_suspended=True)
    assert set(Memory.objects.of(learner).due(MONDAY)) == set(due)


def test_rows_are_asked_for_one_learner():
    ada, ben = make_learner("ada"), make_learner("ben")
    fact = make_facts(1)[0]
    hers, _his = make_memory(ada, fact), make_memory(ben, fact)
    assert list(Memory.objects.of(ada)) == [hers]


def test_a_memory_without_a_state_is_not_learnt():
    learner = make_learner()
    facts = make_facts(2)
    learnt = make_memory(learner, facts[0])
    Memory.objects.create(learner=learner, fact=facts[1], is_suspended=True)
    assert list(Memory.objects.learnt()) == [learnt]


@pytest.mark.parametrize(
    "half",
    [
        {"stability": None},
        {"difficulty": None},
        {"last_day": None},
        {"stability": 0},
        {"stability": -1},
        {"difficulty": 0.9},
        {"difficulty": 10.1},
        {"rung": 3},
    ],
)
def test_a_memorys_state_is_whole_and_in_range(half):
    memory = make_memory(make_learner(), make_facts(1)[0])
    with pytest.raises(IntegrityError), transaction.atomic():
        Memory.objects.filter(pk=memory.pk).update(**half)


def test_one_memory_a_fact_one_study_a_bank_one_review_a_token():
    learner, fact = make_learner(), make_facts(1)[0]
    make_memory(learner, fact)
    make_study(learner, fact.bank)
    make_review(learner, fact, "token")
    for again in (make_memory, lambda who, what: make_study(who, what.bank), lambda *row: make_review(*row, "token")):
        with pytest.raises(IntegrityError), transaction.atomic():
            again(learner, fact)


def test_two_learners_may_hold_the_same_token():
    fact = make_facts(1)[0]
    reviews = [make_review(make_learner(name), fact, "token") for name in ("ada", "ben")]
    assert [Review.objects.of(review.learner).with_token("token") for review in reviews] == reviews
    assert Review.objects.of(reviews[0].learner).with_token("another") is None


@pytest.mark.parametrize("rating", [0, 5])
def test_a_rating_is_one_of_four(rating):
    review = make_review(make_learner(), make_facts(1)[0], "token")
    with pytest.raises(IntegrityError), transaction.atomic():
        Review.objects.filter(pk=review.pk).update(rating=rating)


def test_reviews_stand_in_the_order_of_days_then_of_time():
    learner, fact = make_learner(), make_facts(1)[0]
    later, earlier = make_review(learner, fact, "a", day=TOMORROW), make_review(learner, fact, "b", day=MONDAY)
    assert list(Review.objects.all()) == [earlier, later]
    assert list(Review.objects.on(TOMORROW)) == [later]


@pytest.mark.parametrize(
    ("outcome", "acts", "is_right"),
    [
        ("correct", [], True),
        ("near_miss", [], True),
        ("wrong", [], False),
        ("wrong", [("claim", "")], True),
        ("correct", [("guessed", "")], True),
        ("correct", [("easy", "")], True),
        ("wrong", [("regrade", "correct")], True),
        ("correct", [("regrade", "wrong")], False),
        ("wrong", [("claim", ""), ("regrade", "wrong")], False),  # the last one wins
        ("correct", [("forget", "")], True),
    ],
)
def test_the_last_correction_says_whether_an_answer_was_right(outcome, acts, is_right):
    review = make_review(make_learner(), make_facts(1)[0], "token", outcome)
    for act, regraded in acts:
        correct(review, act, regraded)
    assert [found.is_right for found in Review.objects.as_corrected()] == [is_right]


def test_an_undone_review_does_not_stand():
    review = make_review(make_learner(), make_facts(1)[0], "token")
    correct(review, "claim")
    correct(review, "undo")
    assert list(Review.objects.as_corrected()) == []


def test_a_review_corrected_after_an_undo_stands_again():
    review = make_review(make_learner(), make_facts(1)[0], "token", "wrong")
    correct(review, "undo")
    correct(review, "claim")
    assert [found.is_right for found in Review.objects.as_corrected()] == [True]


def test_corrected_reviews_cost_one_query(django_assert_num_queries):
    learner = make_learner()
    for fact in make_facts(5):
        correct(make_review(learner, fact, f"of {fact.key}", "wrong"), "claim")
    with django_assert_num_queries(1):
        assert [review.is_right for review in Review.objects.of(learner).as_corrected()] == [True] * 5


def test_a_paused_study_is_not_active():
    learner, fact = make_learner(), make_facts(1)[0]
    study = make_study(learner, fact.bank)
    assert list(Study.objects.of(learner).active()) == [study]
    Study.objects.update(is_paused=True)
    assert list(Study.objects.of(learner).active()) == []
