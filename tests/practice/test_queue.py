"""The queue: due and new mixed, wrong ones back after four cards, and what the day is and was."""

from datetime import timedelta

import pytest

from questions.models import Memory, Review
from questions.practice.corrections import correct
from questions.practice.facts import forget, suspend
from questions.practice.queue import Today, next_card, next_due, summary, today
from questions.vocabulary import Kind
from tests.factories import (
    MONDAY,
    NOON,
    make_facts,
    make_memory,
    make_study,
)

from .sitting import answer, ask, at, keys, next_key, practise, sit_quiz

pytestmark = pytest.mark.django_db


def test_without_anything_taken_up_there_is_nothing_to_do(learner):
    make_facts(3)

    assert next_card(learner, now=NOON) is None
    assert today(learner, now=NOON) == Today(due=0, new=0, owed=0, done=0, minutes=0)
    assert next_due(learner, now=NOON) == (None, 0)


def test_looking_creates_nothing(learner):
    make_study(learner, make_facts(3)[0].bank)

    next_card(learner, now=NOON)
    today(learner, now=NOON)

    assert (Memory.objects.count(), Review.objects.count()) == (0, 0)


def test_new_facts_are_spread_evenly_among_due_ones(learner):
    facts = make_facts(9)
    make_study(learner, facts[0].bank, new_per_day=3)
    for fact in facts[3:]:
        make_memory(learner, fact)

    order = ["new" if key in keys(facts[:3]) else "due" for key in practise(learner, NOON)]

    assert order == ["due", "new", "due", "due", "new", "due", "due", "new", "due"]


def test_an_undone_first_answer_gives_its_place_in_the_limit_back(learner):
    facts = make_facts(3)
    make_study(learner, facts[0].bank, new_per_day=1)
    review = answer(next_card(learner, now=NOON), NOON)

    assert next_card(learner, now=at(seconds=1)) is None
    correct(learner, review, "undo", now=at(seconds=2))
    assert next_key(learner, at(seconds=3)) == facts[0].key


def test_a_wrong_answer_comes_back_after_four_other_cards(learner):
    facts = make_facts(9)
    make_study(learner, facts[0].bank, new_per_day=9)
    answer(next_card(learner, now=NOON), NOON, right=False)

    assert practise(learner, at(seconds=10), cards=6) == keys([*facts[1:5], facts[0], facts[5]])


def test_a_wrong_answer_comes_back_at_once_when_nothing_else_is_left(learner):
    facts = make_facts(2)
    make_study(learner, facts[0].bank)
    answer(next_card(learner, now=NOON), NOON, right=False)

    assert practise(learner, at(seconds=10)) == keys([facts[1], facts[0]])


def test_it_comes_back_until_it_is_right(learner):
    [fact] = make_facts(1)
    make_study(learner, fact.bank)

    assert practise(learner, NOON, cards=3, right=False) == keys([fact] * 3)
    assert today(learner, now=at(seconds=9)) == Today(due=0, new=0, owed=1, done=3, minutes=1)
    assert practise(learner, at(seconds=10)) == keys([fact])
    assert next_card(learner, now=at(seconds=20)) is None


def test_the_one_owed_longest_comes_first(learner):
    facts = make_facts(2)
    make_study(learner, facts[0].bank)

    assert practise(learner, NOON, cards=6, right=False) == keys(facts * 3)


def test_nothing_is_owed_on_the_next_day(learner):
    [fact] = make_facts(1)
    ask(learner, fact, NOON, right=False)

    assert today(learner, now=at(1)) == Today(due=1, new=0, owed=0, done=0, minutes=1)


@pytest.mark.parametrize("loss", ["suspended", "retired", "forgotten", "claimed"])
def test_what_is_suspended_retired_forgotten_or_claimed_is_no_longer_owed(learner, loss):
    [fact] = make_facts(1, kinds={Kind.TYPED})
    make_study(learner, fact.bank)
    review = ask(learner, fact, NOON, right=False)

    if loss == "suspended":
        suspend(learner, fact, is_suspended=True)
    elif loss == "retired":
        fact.bank.facts.update(retired_at=NOON)
    elif loss == "forgotten":
        forget(learner, fact, now=NOON)
    else:
        correct(learner, review, "claim", now=NOON)

    assert next_card(learner, now=at(seconds=10)) is None


def test_an_answer_just_undone_is_asked_again_first(learner):
    facts = make_facts(30)
    make_study(learner, facts[0].bank, new_per_day=30)
    practise(learner, at(-3))
    practise(learner, NOON, cards=4)
    card = next_card(learner, now=at(seconds=10))

    correct(learner, answer(card, at(seconds=11)), "undo", now=at(seconds=12))

    assert next_key(learner, at(seconds=13)) == card.fact.key


def test_today_counts_what_is_left_and_what_is_done(learner):
    facts = make_facts(8)
    make_study(learner, facts[0].bank, new_per_day=2)
    for fact in facts[2:5]:
        make_memory(learner, fact)
    ask(learner, facts[0], NOON, right=False, milliseconds=30_000)

    left = today(learner, now=at(seconds=5))

    assert left == Today(due=3, new=1, owed=1, done=1, minutes=3)  # five answers of half a minute
    assert (left.left, left.total) == (5, 6)


def test_the_summary_counts_facts_by_their_first_answer(learner):
    facts = make_facts(3)
    make_study(learner, facts[0].bank)
    make_memory(learner, facts[2])
    answer(next_card(learner, now=NOON), NOON, right=False, milliseconds=90_000)
    practise(learner, at(seconds=5))

    was = summary(learner, now=at(seconds=60))

    assert (was.answered, was.right, was.new, was.minutes) == (4, 2, 2, 1)
    assert [(review.fact, review.outcome) for review in was.wrong] == [(Review.objects.first().fact, "wrong")]


def test_the_summary_keeps_practice_and_extra_practice_apart(learner):
    one, _ = make_facts(2)
    ask(learner, one, NOON)
    practise(learner, at(seconds=5), extra=f"unit:{one.unit_id}")

    practised, extra = (summary(learner, now=at(seconds=9), extra=extra) for extra in ("", "next"))

    assert (practised.answered, extra.answered) == (1, 1)


def test_the_summary_leaves_out_what_a_quiz_is_asking(learner):
    [fact] = make_facts(1)
    ask(learner, fact, NOON, right=False)
    sit_quiz(learner, [fact], begun=at(seconds=5))

    assert summary(learner, now=at(seconds=9)).wrong == []


def test_the_next_due_day_counts_its_facts(learner):
    facts = make_facts(3)
    for fact, days in zip(facts, [3, 3, 8], strict=True):
        make_memory(learner, fact, due=MONDAY + timedelta(days=days))

    assert next_due(learner, now=NOON) == (MONDAY + timedelta(days=3), 2)


@pytest.mark.parametrize("known", [0, 30, 300])
def test_the_queue_costs_the_same_number_of_queries_whatever_is_known(learner, known, django_assert_num_queries):
    facts = make_facts(2 + known, kinds={Kind.CHOICE})
    make_study(learner, facts[0].bank)
    ask(learner, facts[0], NOON, right=False)
    Memory.objects.bulk_create(
        Memory(learner=learner, fact=fact, stability=9, difficulty=5, last_day=MONDAY - timedelta(days=9), due=MONDAY)
        for fact in facts[2:]
    )

    # reviews, quizzes; owed, due, studies, new; the card: memory, questions, ease
    with django_assert_num_queries(9):
        next_card(learner, now=at(seconds=5))
