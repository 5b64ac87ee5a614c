"""What a learner's days add up to in; answers given and minutes spent per day, by weeks, out. Plain Python."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from math import ceil
from typing import TYPE_CHECKING, NamedTuple

from .streak import NO_STREAK

if TYPE_CHECKING:
    from questions.practice.tallies import Tallies

    from .streak import Streak

WEEKS = 26
LEVELS = (1, 10, 25, 50)
"""Answers from which a day counts as level 1, 2, 3, 4."""
NOTHING = (0, 0, 0)
LOOKED_BACK = 4
"""Weeks before the present one that say what is usual."""


class CalendarDay(NamedTuple):
    day: date
    answers: int
    right: int = 0
    milliseconds: int = 0

    @property
    def minutes(self) -> int:
        return minutes(self.milliseconds)

    @property
    def level(self) -> int:
        """0 (none) to 4 (many)."""
        return bisect_right(LEVELS, self.answers)


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


@dataclass(frozen=True)
class Calendar:
    """Whole weeks; the last one is the present one."""

    weeks: tuple[Week, ...]
    streak: Streak = NO_STREAK

    @cached_property
    def days(self) -> list[CalendarDay]:
        return [each for week in self.weeks for each in week.days]

    @cached_property
    def answers(self) -> int:
        return sum(each.answers for each in self.days)

    @cached_property
    def days_practised(self) -> int:
        return sum(each.answers > 0 for each in self.days)

    @property
    def this_week(self) -> Week:
        return self.weeks[-1]

    @cached_property
    def usual_minutes(self) -> int:
        """A week's minutes on average over the four weeks before this one, from the first of them with an answer on."""
        before = self.weeks[-1 - LOOKED_BACK : -1]
        begun = [week for at, week in enumerate(before) if any(each.answers for each in before[: at + 1])]
        return round(sum(week.minutes for week in begun) / len(begun)) if begun else 0

    @property
    def seconds_an_answer(self) -> float:
        """How long an answer took on average; 0 where none was timed."""
        spent = sum(each.milliseconds for each in self.days)
        return spent / self.answers / 1000 if self.answers else 0


def minutes(milliseconds: int) -> int:
    """Whole minutes; a part of one is one."""
    return ceil(milliseconds / 60_000)


def first_day(day: date, *, weeks: int = WEEKS) -> date:
    """The Monday on which the calendar begins that ends on `day`."""
    return day - timedelta(days=day.weekday(), weeks=weeks - 1)


def calendar(sums: Tallies, day: date, streak: Streak = NO_STREAK, *, weeks: int = WEEKS) -> Calendar:
    """What was answered on each day of the last `weeks` weeks up to `day`."""
    days = map(date.fromordinal, range(first_day(day, weeks=weeks).toordinal(), day.toordinal() + 1))
    shown = [CalendarDay(each, *sums.days.get(each, NOTHING)) for each in days]
    return Calendar(
        weeks=tuple(Week(tuple(shown[start : start + 7])) for start in range(0, len(shown), 7)), streak=streak
    )
