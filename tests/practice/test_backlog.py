"""More is due than the day holds: how much, what it has cost, and how long each limit takes."""

from datetime import timedelta

import pytest

from questions.models import Fact, Memory, Question
from questions.practice.backlog import backlog_of
from questions.practice.queue import look_at
from questions.practice.scheduler import State, recall
from tests.factories import MONDAY, NOON, make_facts, make_learner, make_memory

from .sitting import at, practise

pytestmark = pytest.mark.django_db


def late_learner(count, days_late, limit=5):
    learner = make_learner(due_per_day=limit)
    facts = make_facts(count)
    for fact in facts:
        make_memory(learner, fact, due=MONDAY - timedelta(days=days_late))
    return learner


def found(learner, now=NOON):
    return backlog_of(learner, look_at(learner, now=now))


def test_a_day_that_holds_all_that_is_due_has_no_backlog():
    assert found(late_learner(5, 3)) is None


def test_a_backlog_says_how_many_wait_and_how_many_were_forgotten_by_waiting():
    learner = late_learner(12, 30)

    backlog = found(learner)

    state = State(10.0, 5.0, MONDAY - timedelta(days=40))
    on_time, now = recall(state, MONDAY - timedelta(days=30)), recall(state, MONDAY)
    assert (backlog.due, backlog.beyond) == (12, 7)
    assert backlog.forgotten == pytest.approx(12 * (on_time - now))
    assert backlog.lost == 1


def test_limits_to_choose_among_take_ever_fewer_days():
    backlog = found(late_learner(40, 2))

    assert [pace.limit for pace in backlog.paces] == [5, 8, 10, 40]
    days = [pace.days for pace in backlog.paces]
    assert days == sorted(days, reverse=True)
    assert days[-1] == 1
    assert backlog.pace.limit == 5


def test_what_was_answered_today_counts_for_the_limit():
    learner = late_learner(12, 3)
    practise(learner, NOON, cards=2)

    backlog = found(learner, at(seconds=60))

    assert (backlog.due, backlog.beyond) == (10, 7)


def test_a_backlog_costs_one_query_however_large(django_assert_num_queries):
    learner = late_learner(30, 3)
    look = look_at(learner, now=NOON)

    with django_assert_num_queries(1):  # what comes due on the days to come
        backlog_of(learner, look)


def test_beyond_the_thousand_that_are_looked_at_the_rest_is_counted():
    learner = late_learner(1, 3)
    [first] = Fact.objects.all()
    same = {"bank": first.bank, "unit": first.unit, "statement": first.statement, "blank": "b", "answer": "Baravik"}
    facts = Fact.objects.bulk_create(
        Fact(**same, key=f"orin/s0/{n}", position=n, answer_type="place", changed_at=NOON) for n in range(1, 1003)
    )
    Question.objects.bulk_create(Question(fact=fact, kind="typed", prompt="Where?", answer="Baravik") for fact in facts)
    known = {"stability": 9, "difficulty": 5, "last_day": MONDAY - timedelta(days=9), "due": MONDAY}
    Memory.objects.bulk_create(Memory(learner=learner, fact=fact, **known) for fact in facts)

    backlog = found(learner)

    assert (backlog.due, backlog.beyond) == (1003, 998)
