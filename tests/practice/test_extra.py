"""Practise more: a unit, what was wrong, what is due next."""

from datetime import timedelta

import pytest

from questions.models import Bank, Review
from questions.practice.facts import suspend
from questions.practice.queue import Today, next_card, today
from tests.factories import (
    MONDAY,
    NOON,
    make_facts,
    make_learner,
    make_memory,
    make_study,
)

from .sitting import answer, ask, at, keys, practise, sit_quiz

pytestmark = pytest.mark.django_db


def test_practising_a_unit_asks_all_its_facts_whatever_their_state(learner):
    facts = make_facts(3)
    make_memory(learner, facts[1], due=MONDAY + timedelta(days=40))

    assert practise(learner, NOON, extra=f"unit:{facts[0].unit_id}") == keys(facts)
    assert set(Review.objects.values_list("origin", flat=True)) == {Review.Origin.EXTRA}
    assert next_card(learner, now=at(seconds=9), extra=f"unit:{facts[0].unit_id}") is None


def test_practising_what_was_wrong_looks_two_weeks_back(learner):
    old, recent, right = make_facts(3)
    ask(learner, old, at(-14), right=False)
    ask(learner, recent, at(-13), right=False)
    ask(learner, right, at(-1))

    assert practise(learner, NOON, extra="wrong") == keys([recent])


def test_practising_what_is_due_next_goes_soonest_first(learner):
    facts = make_facts(4)
    for fact, days in zip(facts, [9, 0, 2, 5], strict=True):
        make_memory(learner, fact, due=MONDAY + timedelta(days=days))

    assert practise(learner, NOON, extra="next") == keys([facts[2], facts[3], facts[0]])


def test_in_extra_practice_wrong_answers_come_back_too(learner):
    facts = make_facts(7)
    extra = f"unit:{facts[0].unit_id}"
    answer(next_card(learner, now=NOON, extra=extra), NOON, right=False)

    assert practise(learner, at(seconds=9), extra=extra) == keys([*facts[1:5], facts[0], *facts[5:]])


def test_extra_practice_counts_for_no_limit(learner):
    facts = make_facts(4)
    make_study(learner, facts[0].bank, new_per_day=1)
    practise(learner, NOON, cards=2, extra=f"unit:{facts[0].unit_id}")

    assert today(learner, now=at(seconds=9)) == Today(due=0, new=1, owed=0, done=0, minutes=1)


@pytest.mark.parametrize("extra", ["unit:", "unit:x", "unit:-1", "unit:999999", "unit:" + "9" * 30, "nonsense"])
def test_extra_practice_of_nothing_is_nothing(learner, extra):
    make_facts(1)

    assert next_card(learner, now=NOON, extra=extra) is None


def test_extra_practice_keeps_to_what_the_learner_may_see_and_has_not_put_away(learner):
    facts = make_facts(3)
    suspend(learner, facts[0], is_suspended=True)
    sit_quiz(learner, [facts[1]], begun=NOON)
    extra = f"unit:{facts[0].unit_id}"

    assert practise(learner, at(seconds=5), extra=extra) == keys([facts[2]])
    Bank.objects.update(visibility=Bank.Visibility.PRIVATE)
    assert next_card(make_learner("bo"), now=at(seconds=9), extra=extra) is None
