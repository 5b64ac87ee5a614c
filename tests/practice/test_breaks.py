"""A planned break: nothing comes due in it, what would have is spread after it, and it can be called off."""

from collections import Counter
from datetime import timedelta

import pytest

from questions.models import DayOff, DueMove, Memory
from questions.practice.breaks import IN_ORDER, NOT_PAST, TOO_LONG, Cost, NoBreak, call_off, cost_of, plan_break
from questions.practice.queue import next_card, next_due, today
from questions.practice.scheduler import State, recall
from tests.factories import MONDAY, NOON, make_facts, make_memory, make_study

from .sitting import ask, assert_memory_is_replay, at, memory

pytestmark = pytest.mark.django_db


def later(days):
    return MONDAY + timedelta(days=days)


def test_what_comes_due_in_a_break_waits_until_after_it_spread_over_a_week(learner):
    facts = make_facts(16)
    for place, fact in enumerate(facts):  # answered today: nothing can come sooner; the last two after the break
        make_memory(learner, fact, due=later(1 + place), last_day=MONDAY)

    cost = plan_break(learner, later(1), later(14), now=NOON)

    due = [memory(learner, fact).due for fact in facts]
    assert due[14:] == [later(15), later(16)]
    assert all(later(15) <= day <= later(21) for day in due[:14])
    assert max(Counter(due).values()) <= 3
    assert (cost.facts, cost.before) == (14, 0)
    assert (learner.away_from, learner.away_until) == (later(1), later(14))


def test_what_is_nearly_due_comes_before_the_break(learner):
    near, far, today_due = make_facts(3)
    make_memory(learner, near, due=later(12), last_day=later(-8))  # three quarters of its 20 days are over in a week
    make_memory(learner, far, due=later(13), last_day=later(-7))  # a day too late
    make_memory(learner, today_due, due=MONDAY)

    cost = plan_break(learner, later(8), later(20), now=NOON)

    assert memory(learner, near).due == later(7)
    assert later(21) <= memory(learner, far).due <= later(27)
    assert memory(learner, today_due).due == MONDAY
    assert (cost.facts, cost.before) == (1, 1)


def test_the_days_before_a_break_hold_no_more_than_the_daily_limit_and_what_loses_most_goes_first(learner):
    learner.due_per_day = 2
    learner.save()
    facts = make_facts(6)
    for place, fact in enumerate(facts):
        make_memory(learner, fact, due=later(4), last_day=later(-16), stability=4.0 * (1 + place))

    cost = plan_break(learner, later(3), later(20), now=NOON)

    due = [memory(learner, fact).due for fact in facts]
    assert sorted(due[:4]) == [later(1), later(1), later(2), later(2)]  # tomorrow and the day after it, two each
    assert min(due[4:]) >= later(21)
    assert (cost.facts, cost.before) == (2, 4)


def test_called_off_what_came_before_the_break_goes_back_too(learner):
    [fact] = make_facts(1)
    make_memory(learner, fact, due=later(12), last_day=later(-8))
    plan_break(learner, later(8), later(20), now=NOON)

    assert call_off(learner, now=at(seconds=9)) == 1

    assert memory(learner, fact).due == later(12)


def test_where_each_kind_has_a_memory_none_of_them_comes_due_in_the_break(learner, settings):
    settings.MEMORY_PER = "kind"
    [fact] = make_facts(1)
    for day in (0, 2, 14, 15):
        ask(learner, fact, at(days=day))
    assert len(memory(learner, fact).kinds) > 1

    plan_break(learner, later(16), later(90), now=at(days=15, seconds=9))

    assert memory(learner, fact).due > later(90)
    assert_memory_is_replay(learner, fact)


def test_called_off_every_kind_of_a_fact_comes_back_on_its_old_day(learner, settings):
    settings.MEMORY_PER = "kind"
    [fact] = make_facts(1)
    for day in (0, 2, 14, 15):
        ask(learner, fact, at(days=day))
    before = memory(learner, fact).kinds
    cost = plan_break(learner, later(16), later(90), now=at(days=15, seconds=9))
    assert cost.facts == 1
    assert all(before[kind]["due"] != held["due"] for kind, held in memory(learner, fact).kinds.items())

    call_off(learner, now=at(days=15, seconds=20))

    assert memory(learner, fact).kinds == before
    assert_memory_is_replay(learner, fact)


def test_the_cost_is_what_waiting_makes_forgotten(learner):
    [fact] = make_facts(1)
    held = make_memory(learner, fact, due=later(3), last_day=later(-1))
    state = State(held.stability, held.difficulty, held.last_day)

    cost = plan_break(learner, later(2), later(20), now=NOON)

    assert cost.facts == 1
    assert cost.forgotten == pytest.approx(recall(state, later(3)) - recall(state, later(21)))
    assert cost_of(learner, now=NOON) == cost
    assert cost_of(learner, now=at(days=21)) == Cost(0, 0)


def test_moved_days_are_kept_by_a_replay_and_end_with_the_next_answer(learner):
    [fact] = make_facts(1)
    ask(learner, fact, NOON)
    decided = memory(learner, fact).due

    plan_break(learner, decided, decided, now=at(seconds=60))

    assert memory(learner, fact).due == decided + timedelta(days=1)
    assert_memory_is_replay(learner, fact)
    ask(learner, fact, at(days=9))
    assert_memory_is_replay(learner, fact)


def test_called_off_everything_comes_back_on_its_old_day(learner):
    facts = make_facts(3)
    for place, fact in enumerate(facts):
        ask(learner, fact, at(seconds=place))
    days = [memory(learner, fact).due for fact in facts]
    plan_break(learner, later(1), later(14), now=at(seconds=60))
    ask(learner, facts[0], at(days=1))
    answered = memory(learner, facts[0]).due

    moved = call_off(learner, now=at(days=1, seconds=60))

    assert moved == 2
    assert [memory(learner, fact).due for fact in facts] == [answered, *days[1:]]
    assert learner.away_from is learner.away_until is None
    for fact in facts:
        assert_memory_is_replay(learner, fact)
    assert call_off(learner, now=at(days=1, seconds=61)) == 0


def test_a_break_planned_anew_stands_instead_of_the_old_one(learner):
    [fact] = make_facts(1)
    make_memory(learner, fact, due=later(3))
    plan_break(learner, later(2), later(9), now=NOON)

    plan_break(learner, later(5), later(9), now=at(seconds=5))

    assert memory(learner, fact).due == later(3)
    assert [move.reason for move in DueMove.objects.all()] == ["away", "back"]


def test_what_a_break_that_is_over_spread_stays_spread_when_the_next_is_planned(learner):
    facts = make_facts(7)
    for fact in facts:
        make_memory(learner, fact, due=later(3), last_day=MONDAY)
    plan_break(learner, later(1), later(9), now=NOON)
    spread = [memory(learner, fact).due for fact in facts]
    assert sorted(spread) == [later(day) for day in range(10, 17)]

    plan_break(learner, later(40), later(50), now=at(days=10))

    assert [memory(learner, fact).due for fact in facts] == spread
    assert (learner.away_from, learner.away_until) == (later(40), later(50))


def test_in_a_break_nothing_is_asked_and_the_day_after_it_everything_is_back(learner):
    facts = make_facts(3)
    make_study(learner, facts[0].bank)
    make_memory(learner, facts[0], due=later(-1))
    plan_break(learner, MONDAY, later(4), now=NOON)

    assert next_card(learner, now=NOON) is None
    assert today(learner, now=NOON).left == 0
    assert next_due(learner, now=NOON) == (later(5), 1)
    assert next_card(learner, now=at(days=5)) is not None


@pytest.mark.parametrize(
    ("first", "last", "why"), [(3, 2, IN_ORDER), (-9, -1, NOT_PAST), (0, 366, TOO_LONG)], ids=["order", "past", "long"]
)
def test_days_that_make_no_break_are_refused(learner, first, last, why):
    with pytest.raises(NoBreak, match=why):
        plan_break(learner, later(first), later(last), now=NOON)

    assert learner.away_from is None


def test_somebody_elses_facts_stay_where_they_are(learner, django_user_model):
    [fact] = make_facts(1)
    other = django_user_model.objects.create(username="other")
    make_memory(other, fact, due=later(3))

    plan_break(learner, later(2), later(9), now=NOON)

    assert Memory.objects.get(learner=other).due == later(3)


def days_off(learner):
    return [(each.first.day, each.last.day) for each in DayOff.objects.of(learner)]


def test_a_planned_break_is_kept_as_days_off_also_when_it_is_over(learner):
    plan_break(learner, MONDAY + timedelta(days=2), MONDAY + timedelta(days=4), now=NOON)

    plan_break(learner, MONDAY + timedelta(days=10), MONDAY + timedelta(days=11), now=at(days=8))

    assert days_off(learner) == [(4, 6), (12, 13)]


def test_a_break_called_off_in_the_middle_ends_the_day_before(learner):
    plan_break(learner, MONDAY + timedelta(days=2), MONDAY + timedelta(days=6), now=NOON)

    call_off(learner, now=at(days=4))

    assert days_off(learner) == [(4, 5)]


def test_a_break_called_off_before_it_begins_was_none(learner):
    plan_break(learner, MONDAY + timedelta(days=2), MONDAY + timedelta(days=6), now=NOON)

    call_off(learner, now=NOON)

    assert days_off(learner) == []


def test_days_that_are_over_cannot_be_planned_as_off(learner):
    plan_break(learner, MONDAY - timedelta(days=9), MONDAY + timedelta(days=1), now=NOON)

    assert days_off(learner) == [(2, 3)]
