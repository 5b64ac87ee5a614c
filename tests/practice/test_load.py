"""The blur of intervals against Anki's own table, and lighter days, easy days and breaks within it."""

from datetime import timedelta
from random import Random

import pytest

from questions.practice.load import Wishes, candidates, days_before, due_day, fuzz_range, lightest
from tests.factories import MONDAY

EVEN = Wishes()
AS_THEY_COME = Wishes(is_even=False)


def later(days):
    return MONDAY + timedelta(days=days)


def drawn(interval, times=20_000, load=None, wishes=EVEN):
    """Intervals in days, drawn many times."""
    rng, load = Random(7), load or {}
    days = candidates(MONDAY, interval, wishes)
    return [(due_day(days, rng.random(), load, wishes) - MONDAY).days for _ in range(times)]


@pytest.mark.parametrize(  # Anki's Rust code, read in its source and drawn from: range, mean, share of each end
    ("interval", "low", "high", "mean", "share_of_an_end"),
    [(3, 2, 4, 3.00, 0.34), (10, 8, 12, 9.99, 0.21), (30, 27, 33, 29.99, 0.15), (100, 93, 107, 99.98, 0.07)],
)
def test_intervals_are_blurred_as_anki_blurs_them(interval, low, high, mean, share_of_an_end):
    days = drawn(interval)

    assert (min(days), max(days)) == (low, high) == fuzz_range(interval)
    assert sum(days) / len(days) == pytest.approx(mean, abs=0.1)
    assert days.count(low) / len(days) == pytest.approx(share_of_an_end, abs=0.015)
    assert days.count(high) / len(days) == pytest.approx(share_of_an_end, abs=0.015)


@pytest.mark.parametrize("interval", [1, 2])
def test_a_short_interval_is_kept_to_the_day(interval):
    assert set(drawn(interval, times=50)) == {interval}


@pytest.mark.parametrize("u", [0.0, 0.19, 0.2, 0.5, 0.79, 0.8, 0.9999999999])
def test_with_nothing_due_the_day_is_the_floor_of_the_draw(u):
    low, high = 8, 12
    days = candidates(MONDAY, 10, EVEN)

    assert due_day(days, u, {}, EVEN) == later(int(low + u * (1 + high - low)))


def test_turned_off_an_interval_is_an_interval():
    assert set(drawn(30, times=50, wishes=AS_THEY_COME)) == {30}


def test_lighter_days_are_more_likely():
    load = {later(day): 9 for day in range(8, 13)} | {later(11): 1}

    days = drawn(10, load=load)

    # by hand: four days of weight 1/10² and one of 1/2²; 0.25 / (0.25 + 0.04) = 0.862
    assert days.count(11) / len(days) == pytest.approx(0.862, abs=0.01)


def test_a_thousand_facts_learnt_on_one_day_come_back_evenly():
    load, rng, days = {}, Random(3), candidates(MONDAY, 10, EVEN)
    for _ in range(1000):
        day = due_day(days, rng.random(), load, EVEN)
        load[day] = load.get(day, 0) + 1

    assert all(abs(load[day] - 200) < 15 for day in days)


def test_a_free_day_takes_nothing_and_a_half_day_half():
    sunday_free_saturday_half = Wishes(week=(1, 1, 1, 1, 1, 0.5, 0))
    load, rng, days = {}, Random(3), candidates(MONDAY, 10, sunday_free_saturday_half)  # Tuesday to Saturday
    for _ in range(900):
        day = due_day(days, rng.random(), load, sunday_free_saturday_half)
        load[day] = load.get(day, 0) + 1

    by_weekday = {day.weekday(): count for day, count in load.items()}
    assert by_weekday.keys() == {1, 2, 3, 4, 5}
    assert by_weekday[5] == pytest.approx(100, abs=12)
    days = candidates(MONDAY, 12, sunday_free_saturday_half)
    assert all(due_day(days, rng.random(), {}, sunday_free_saturday_half).weekday() != 6 for _ in range(200))


def test_where_every_day_is_free_the_fact_comes_back_all_the_same():
    mondays_only = Wishes(week=(1, 0, 0, 0, 0, 0, 0))

    assert set(drawn(3, times=60, wishes=mondays_only)) == {2, 3, 4}


@pytest.mark.parametrize("wishes", [EVEN, AS_THEY_COME])
@pytest.mark.parametrize("interval", [1, 2, 5, 10, 14])
def test_nothing_comes_back_in_a_break(wishes, interval):
    away = Wishes(is_even=wishes.is_even, away=(later(1), later(14)))

    for day in drawn(interval, times=60, wishes=away):
        assert 15 <= day <= 21


def test_before_a_break_a_fact_may_come_once_three_quarters_of_its_days_are_over():
    assert days_before(MONDAY, 20, later(17)) == [later(15), later(16)]
    assert days_before(MONDAY, 20, later(15)) == []
    assert days_before(MONDAY, 1, later(1)) == []

    assert set(drawn(20, times=60, wishes=Wishes(is_even=False, away=(later(17), later(40))))) == {15, 16}


def test_a_fact_that_may_come_before_a_break_does():
    away = Wishes(away=(later(9), later(30)))

    assert set(drawn(10, times=60, wishes=away)) == {8}


def test_the_lightest_day_counts_what_a_day_can_take():
    half = Wishes(week=(1, 0.5, 0, 1, 1, 1, 1))
    days = [later(day) for day in range(4)]  # Monday to Thursday

    assert lightest(days, {later(0): 5, later(1): 2, later(3): 6}, half) == later(1)
    assert lightest(days, {later(0): 5, later(1): 3, later(3): 5}, half) == later(0)
    assert lightest([later(2)], {}, half) == later(2)
