"""A learner's memories in; how many come due on each of the next days out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from django.db.models import Count

from questions.models import Memory

if TYPE_CHECKING:
    from questions.models import User


@dataclass(frozen=True, slots=True)
class DueDay:
    day: date
    count: int


@dataclass(frozen=True, slots=True)
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

    @property
    def busiest(self) -> DueDay:
        """The fullest of the days after today; the earliest of equals."""
        return max(self.days[1:], key=lambda each: each.count)


def forecast(learner: User, day: date, *, days: int = 30) -> Forecast:
    """Memories due by day from `day` on, new facts not counted."""
    last = day + timedelta(days=days - 1)
    due = Memory.objects.of(learner).learnt().due(last).filter(fact__retired_at=None)
    counts = dict(due.order_by().values_list("due").annotate(n=Count("pk")))
    return Forecast(
        overdue=sum(n for when, n in counts.items() if when < day),
        days=tuple(DueDay(day + timedelta(days=n), counts.get(day + timedelta(days=n), 0)) for n in range(days)),
    )
