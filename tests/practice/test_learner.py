"""A learner's day: it turns at four in the morning where they are, on every day of the year, and never goes back."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from questions.models import User
from questions.practice.learner import day_began, day_of, scheduling_of
from questions.practice.scheduler import DEFAULT_PARAMETERS, Scheduling
from tests.factories import NOON, make_facts

from .sitting import ask

ZONES = ["UTC", "Europe/Berlin", "America/New_York", "Pacific/Auckland", "Pacific/Apia", "Asia/Kathmandu"]
instants = st.integers(0, 5 * 366 * 24 * 60).map(lambda minutes: NOON + timedelta(minutes=minutes))


@pytest.mark.parametrize(("hour", "minute", "day"), [(3, 59, 1), (4, 0, 2), (23, 59, 2)])
def test_the_day_turns_at_four_in_the_morning_where_the_learner_is(hour, minute, day):
    tokyo = User(time_zone="Asia/Tokyo")

    assert tokyo.local_day(datetime(2026, 11, 2, hour, minute, tzinfo=ZoneInfo("Asia/Tokyo"))) == date(2026, 11, day)


@pytest.mark.parametrize("changes_on", [date(2026, 3, 29), date(2026, 10, 25)])
def test_the_day_turns_at_four_though_the_clocks_change_that_night(changes_on):
    berlin, zone = User(time_zone="Europe/Berlin"), ZoneInfo("Europe/Berlin")
    before, after = (datetime(*changes_on.timetuple()[:3], *at, tzinfo=zone) for at in ((3, 59), (4, 0)))

    assert berlin.local_day(before.astimezone(UTC)) == changes_on - timedelta(days=1)
    assert berlin.local_day(after.astimezone(UTC)) == changes_on


@given(instants, st.sampled_from(ZONES))
def test_every_instant_lies_in_the_day_that_is_said_to_hold_it(instant, zone):
    learner = User(time_zone=zone)
    day = learner.local_day(instant)

    assert day_began(learner, day) <= instant < day_began(learner, day + timedelta(days=1))


@given(instants, st.sampled_from(ZONES))
def test_days_never_run_backwards(instant, zone):
    learner = User(time_zone=zone)

    assert learner.local_day(instant) <= learner.local_day(instant + timedelta(minutes=1))


def test_the_day_is_never_before_the_last_day_answered_on(learner):
    late = datetime(2026, 11, 2, 20, tzinfo=UTC)
    learner.time_zone = "Pacific/Auckland"
    ask(learner, make_facts(1)[0], late)
    learner.time_zone = "America/Los_Angeles"

    assert day_of(learner, late) == date(2026, 11, 3)
    assert day_of(learner, late + timedelta(days=3)) == date(2026, 11, 5)


def test_a_learners_own_parameters_and_wish_decide_the_scheduling():
    own = [*DEFAULT_PARAMETERS]

    assert scheduling_of(User()) == Scheduling(None, 0.9)
    assert scheduling_of(User(scheduler_parameters=own, desired_retention=0.8)) == Scheduling(tuple(own), 0.8)
