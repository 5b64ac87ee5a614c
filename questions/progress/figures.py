"""A learner and the time in; every figure of the page of progress out."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from questions.models import DayOff, Fact
from questions.models.prepared import Prepared, instant, number
from questions.practice.learner import day_of

from .calendar import Calendar, calendar, first_day
from .calibration import Calibration, calibration
from .fading import Fading, fading
from .forecast import Forecast, forecast
from .held import Held, due_since, held_by
from .ledger import days_before, ledger, practised_before
from .mastery import BankMastery, mastery
from .overview import Overview, overview
from .streak import Streak, streak
from .time_spent import TimeSpent, time_spent

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date, datetime

    from questions.models import User
    from questions.practice.tallies import Tallies

DAYS_OFF = Prepared(lambda: DayOff.objects.of(number("learner")).values_list("first", "last"))
PUT_AWAY = Prepared(lambda: Fact.objects.in_open_quiz(number("learner"), instant("now")).values_list("pk", flat=True))
FREE = "0"
"""A day of the week on which nothing is to come due."""


@dataclass(frozen=True, slots=True)
class Figures:
    day: date
    overview: Overview
    mastery: list[BankMastery]
    fading: Fading
    forecast: Forecast
    calibration: Calibration
    calendar: Calendar
    time_spent: TimeSpent


def figures(learner: User, *, now: datetime) -> Figures:
    """The cost is that of the facts met and of half a year of days, however long the log is."""
    day = day_of(learner, now)
    log, memories = ledger(learner, first_day(day)), held_by(learner, day)
    put_away = set(PUT_AWAY.rows(learner=learner.pk, now=now))
    banks, due = mastery(learner, day, memories, put_away=put_away), forecast(memories, day)
    done = calendar(log.sums, day, run_of(learner, log.sums, day, memories))
    return Figures(
        day=day,
        overview=overview(banks, due, done),
        mastery=banks,
        fading=fading(learner, memories, put_away=put_away),
        forecast=due,
        calibration=calibration(log, {each.unit.pk: each.unit.title for bank in banks for each in bank.units}),
        calendar=done,
        time_spent=time_spent(done),
    )


def run_of(learner: User, sums: Tallies, day: date, memories: list[Held]) -> Streak:
    """The run of days; the days before those in `sums` are read only where it may reach them."""
    told = {"is_off": days_off(learner), "waits_since": due_since(memories)}
    run = streak(sums, day, **told)
    if run.is_broken or not run.days:
        return run
    began, days = practised_before(learner, first_day(day))
    if began is None or days == (first_day(day) - began).days:  # no gap in it
        return replace(run, days=run.days + days)
    earlier = days_before(learner, first_day(day))
    earlier.days.update(sums.days)
    earlier.due_since.update(sums.due_since)
    return streak(earlier, day, **told)


def days_off(learner: User) -> Callable[[date], bool]:
    """Whether a day was planned as free: by a break, or as a free day of the week."""
    breaks = DAYS_OFF.rows(learner=learner.pk)
    return lambda day: learner.week[day.weekday()] == FREE or any(first <= day <= last for first, last in breaks)
