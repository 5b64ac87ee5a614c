"""A calendar in; the time spent on each day of the last weeks, and what a right answer cost, out. Plain Python."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from .calendar import minutes

if TYPE_CHECKING:
    from .calendar import Calendar, CalendarDay

DAYS = 28
A_CHANGE = 0.15
"""By so much of itself a cost must rise or fall to be worth a word."""


@dataclass(frozen=True, slots=True)
class TimeSpent:
    """The last `DAYS` days, the earliest first; seconds for each right answer, and in as many days before (0: none)."""

    days: tuple[CalendarDay, ...]
    seconds: float
    seconds_before: float

    @property
    def minutes(self) -> int:
        return minutes(sum(each.milliseconds for each in self.days))

    @property
    def right(self) -> int:
        return sum(each.right for each in self.days)

    @property
    def trend(self) -> str:
        """`dearer` or `cheaper` than before, where that is worth a word; else empty."""
        if not self.seconds or not self.seconds_before:
            return ""
        change = self.seconds / self.seconds_before - 1
        if abs(change) < A_CHANGE:
            return ""
        return "dearer" if change > 0 else "cheaper"


def time_spent(calendar: Calendar) -> TimeSpent:
    days = calendar.days
    return TimeSpent(tuple(days[-DAYS:]), seconds_a_right(days[-DAYS:]), seconds_a_right(days[-2 * DAYS : -DAYS]))


def seconds_a_right(days: list[CalendarDay]) -> float:
    """All the time of these days for each right answer in them; 0 where there was none."""
    right = sum(each.right for each in days)
    return sum(each.milliseconds for each in days) / right / 1000 if right else 0
