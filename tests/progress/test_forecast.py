from datetime import timedelta

import pytest
from django.utils import timezone

from questions.models import Memory
from questions.progress.forecast import DueDay
from questions.progress.forecast import forecast as forecast_of
from questions.progress.held import held_by
from tests.factories import MONDAY, make_facts, make_learner, make_memory

pytestmark = pytest.mark.django_db


def forecast(learner, day):
    return forecast_of(held_by(learner, day), day)


def test_what_was_put_off_comes_on_the_day_it_was_put_off_to():
    learner, (fact,) = make_learner(), make_facts(1)
    make_memory(learner, fact, rests_until=MONDAY + timedelta(days=1))

    found = forecast(learner, MONDAY)

    assert [each.count for each in found.days[:3]] == [0, 1, 0]


def test_nothing_met_means_nothing_due():
    found = forecast(make_learner(), MONDAY)

    assert (found.total, found.overdue, found.now, found.week, len(found.days)) == (0, 0, 0, 0, 30)


def test_memories_are_counted_on_their_days():
    """Two overdue, one today, one on day 6, two on day 7, one on day 29, one beyond the month."""
    learner, facts = make_learner(), make_facts(8)
    for fact, days in zip(facts, (-9, -1, 0, 6, 7, 7, 29, 30), strict=True):
        make_memory(learner, fact, due=MONDAY + timedelta(days=days))

    found = forecast(learner, MONDAY)

    assert (found.overdue, found.now, found.week, found.total) == (2, 3, 4, 7)
    assert found.days[0] == DueDay(MONDAY, 1)
    assert found.busiest == DueDay(MONDAY + timedelta(days=7), 2)
    assert found.days[29].count == 1


def test_suspended_retired_and_forgotten_facts_do_not_come_back():
    learner, (suspended, retired, forgotten) = make_learner(), make_facts(3)
    make_memory(learner, suspended, is_suspended=True)
    make_memory(learner, retired)
    retired.retired_at = timezone.now()
    retired.save()
    Memory.objects.create(learner=learner, fact=forgotten, due=None)
    make_memory(make_learner("eve"), forgotten)

    assert forecast(learner, MONDAY).total == 0


def test_a_forecast_costs_one_query(django_assert_num_queries):
    learner = make_learner()

    with django_assert_num_queries(1):
        forecast(learner, MONDAY)
