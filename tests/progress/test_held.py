from datetime import timedelta

import pytest

from questions.models import Fact, Memory
from questions.progress.held import due_since, held_by
from tests.factories import MONDAY, NOON, make_facts, make_learner, make_memory

pytestmark = pytest.mark.django_db


def test_what_is_held_is_read_with_what_would_be_recalled_today():
    """Each memory stands at its stability, where recall is 0.9."""
    learner, (fact,) = make_learner(), make_facts(1)
    make_memory(learner, fact)

    [held] = held_by(learner, MONDAY)

    assert (held.fact, held.rung, held.due) == (fact.pk, 0, MONDAY)
    assert held.recalled == pytest.approx(0.9)


def test_facts_without_a_state_retired_or_of_others_are_not_held():
    learner, (retired, forgotten, other) = make_learner(), make_facts(3)
    make_memory(learner, retired)
    Fact.objects.filter(pk=retired.pk).update(retired_at=NOON)
    Memory.objects.create(learner=learner, fact=forgotten)
    make_memory(make_learner("eve"), other)

    assert held_by(learner, MONDAY) == []


@pytest.mark.parametrize(
    ("fields", "days"),
    [({}, 0), ({"is_suspended": True}, None), ({"rests_until": MONDAY + timedelta(days=2)}, 2), ({"due": None}, None)],
)
def test_a_fact_comes_back_when_it_is_due_and_not_put_off(fields, days):
    learner, (fact,) = make_learner(), make_facts(1)
    make_memory(learner, fact, last_day=MONDAY - timedelta(days=10), **fields)

    [held] = held_by(learner, MONDAY)

    assert held.comes_back == (None if days is None else MONDAY + timedelta(days=days))


def test_what_waits_came_due_on_the_earliest_day():
    learner, facts = make_learner(), make_facts(3)
    make_memory(learner, facts[0], due=MONDAY - timedelta(days=2))
    make_memory(learner, facts[1], due=MONDAY + timedelta(days=2))
    make_memory(learner, facts[2], due=MONDAY - timedelta(days=9), is_suspended=True)

    assert due_since(held_by(learner, MONDAY)) == MONDAY - timedelta(days=2)
    assert due_since([]) is None
