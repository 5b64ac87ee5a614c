"""A learner's reviews in; answers given and minutes spent per day, by weeks, out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from math import ceil
from typing import TYPE_CHECKING

from django.db.models import Count, Sum, Value
from django.db.models.functions import Least

from questions.models import Review
from questions.practice.queue import LONGEST_COUNTED

if TYPE_CHECKING:
    from questions.models import User

LEVELS = (1, 10, 25, 50)
"""Answers from which a day counts as level 1, 2, 3, 4."""
LOOKED_BACK = 4
"""Weeks before the present one that say what is usual."""


@dataclass(frozen=True, slots=True)
class CalendarDay:
    day: date
    answers: int
    milliseconds: int = 0

    @property
    def minutes(self) -> int:
        return minutes(self.milliseconds)

    @property
    def level(self) -> int:
        """0 (none) to 4 (many)."""
        return sum(self.answers >= floor for floor in LEVELS)


@dataclass(frozen=True, slots=True)
class Week:
    """Seven days from a Monday on; the present week ends with the day asked for."""

    days: tuple[CalendarDay, ...]

    @property
    def answers(self) -> int:
        return sum(each.answers for each in self.days)

    @property
    def minutes(self) -> int:
        return minutes(sum(each.milliseconds for each in self.days))


@dataclass(frozen=True, slots=True)
class Calendar:
    """Whole weeks; the last one is the present one. `run`: days in a row up to today or yesterday."""

    weeks: tuple[Week, ...]
    run: int

    @property
    def answers(self) -> int:
        return sum(week.answers for week in self.weeks)

    @property
    def days_practised(self) -> int:
        return sum(each.answers > 0 for week in self.weeks for each in week.days)

    @property
    def this_week(self) -> Week:
        return self.weeks[-1]

    @property
    def usual_minutes(self) -> int:
        """A week's minutes on average over the four weeks before this one, from the first of them with an answer on."""
        before = self.weeks[-1 - LOOKED_BACK : -1]
        begun = [week for at, week in enumerate(before) if any(each.answers for each in before[: at + 1])]
        return round(sum(week.minutes for week in begun) / len(begun)) if begun else 0

    @property
    def seconds_an_answer(self) -> float:
        """How long an answer took on average; 0 where none was timed."""
        spent = sum(each.milliseconds for week in self.weeks for each in week.days)
        return spent / self.answers / 1000 if self.answers else 0


def minutes(milliseconds: int) -> int:
    """Whole minutes; a part of one is one."""
    return ceil(milliseconds / 60_000)


def calendar(learner: User, day: date, *, weeks: int = 26) -> Calendar:
    """What was answered on each day of the last `weeks` weeks up to `day`; a thought counts a minute at most."""
    monday = day - timedelta(days=day.weekday(), weeks=weeks - 1)
    counted = Review.objects.of(learner).as_corrected().filter(day__gte=monday, day__lte=day).order_by()
    spent = Sum(Least("milliseconds", Value(LONGEST_COUNTED)))
    found = {when: (n, taken) for when, n, taken in counted.values_list("day").annotate(n=Count("pk"), taken=spent)}
    days = [monday + timedelta(days=n) for n in range((day - monday).days + 1)]
    shown = [CalendarDay(each, *found.get(each, (0, 0))) for each in days]
    return Calendar(
        weeks=tuple(Week(tuple(shown[start : start + 7])) for start in range(0, len(shown), 7)),
        run=days_in_a_row(set(found), day),
    )


def days_in_a_row(practised: set[date], day: date) -> int:
    """How many days in a row end today, or yesterday while today is still open."""
    last = day if day in practised else day - timedelta(days=1)
    run = 0
    while last - timedelta(days=run) in practised:
        run += 1
    return run
