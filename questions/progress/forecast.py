"""A learner's memories in; how many come due on each of the next days out. Plain Python."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .held import Held


@dataclass(frozen=True, slots=True)
class DueDay:
    day: date
    count: int


@dataclass(frozen=True)
class Forecast:
    """`overdue` came due before today and waits today; `days` begins with today, the overdue not counted in it."""

    overdue: int
    days: tuple[DueDay, ...]

    @property
    def total(self) -> int:
        return self.overdue + sum(each.count for each in self.days)

    @property
    def now(self) -> int:
        """What waits today."""
        return self.overdue + self.days[0].count

    @property
    def week(self) -> int:
        """What waits today and comes due in the six days after."""
        return self.overdue + sum(each.count for each in self.days[:7])

    @cached_property
    def busiest(self) -> DueDay:
        """The fullest of the days after today; the earliest of equals."""
        return max(self.days[1:], key=lambda each: each.count)


def forecast(memories: Iterable[Held], day: date, *, days: int = 30) -> Forecast:
    """Memories due by day from `day` on, new facts not counted; what was put off, on the day it was put off to."""
    counts = Counter(each.comes_back for each in memories)
    counts.pop(None, None)
    return Forecast(
        overdue=sum(n for when, n in counts.items() if when < day),
        days=tuple(DueDay(day + timedelta(days=n), counts.get(day + timedelta(days=n), 0)) for n in range(days)),
    )
