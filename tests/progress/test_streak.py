from datetime import timedelta

import pytest

from questions.practice.tallies import Tallies
from questions.progress.streak import Streak, streak
from tests.factories import MONDAY


def days_ago(number):
    return MONDAY - timedelta(days=number)


def run(practised, *, off=(), due=None, waits=None):
    """`practised`: how many days ago; `due`: by days ago, since how many days ago its facts were due."""
    sums = Tallies()
    for number in practised:
        sums.days[days_ago(number)] = [1, 1, 0]
        sums.due_since[days_ago(number)] = days_ago((due or {}).get(number, number))
    free = {days_ago(number) for number in off}
    found = streak(sums, MONDAY, is_off=lambda day: day in free, waits_since=None if waits is None else days_ago(waits))
    return found.days, found.forgiven


@pytest.mark.parametrize(
    ("practised", "days"),
    [((), 0), ((0,), 1), ((1,), 1), ((0, 1, 2), 3), ((1, 2), 2)],
)
def test_days_in_a_row_end_today_or_yesterday(practised, days):
    assert run(practised) == (days, 0)


def test_a_day_on_which_something_was_due_and_nothing_answered_ends_it():
    """What was answered yesterday had been due for two days: the day before yesterday was missed."""
    assert run((0, 1, 3, 4), due={1: 2}) == (2, 0)


def test_what_waits_still_ends_it_too():
    assert run((0, 2, 3), due={0: 0}, waits=1) == (1, 0)


def test_a_day_with_nothing_due_is_forgiven():
    assert run((0, 1, 3, 4)) == (4, 1)


def test_a_planned_day_off_is_forgiven_though_something_was_due():
    assert run((0, 1, 4, 5), off=(2, 3), due={1: 3}) == (4, 2)


def test_a_day_off_that_was_not_long_enough_is_not():
    assert run((0, 1, 5), off=(2, 3), due={1: 4}) == (2, 0)


def test_a_day_off_before_the_first_answer_is_not_counted():
    assert run((0, 1), off=(2, 3)) == (2, 0)


def test_today_is_still_open():
    assert run((1, 2), waits=0) == (2, 0)


def test_answers_on_a_day_off_count():
    assert run((0, 1, 2), off=(1,)) == (3, 0)


def test_a_run_that_is_cut_off_by_what_is_known_says_so():
    sums = Tallies()
    sums.days[MONDAY] = [1, 1, 0]
    told = {"is_off": lambda _: False, "waits_since": None}

    assert streak(sums, MONDAY, **told) == Streak(1, 0, is_broken=False)
    sums.days[days_ago(2)] = [1, 1, 0]
    sums.due_since[MONDAY] = days_ago(1)
    assert streak(sums, MONDAY, **told) == Streak(1, 0)
