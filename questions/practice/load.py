"""An interval, a draw and what is already due on the days around it go in; the day on which a fact comes back, out.

An interval is blurred as Anki blurs it, so that what was learnt together does not stay together for ever; within the
blur, days with less to do are more likely. Plain Python: the draw `u` is an argument, so the same answer sent twice
comes back on the same day.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate
from math import ceil
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

NOT_BLURRED_BELOW = 2.5
"""Days: a shorter interval is kept to the day."""

BLURS = ((2.5, 7.0, 0.15), (7.0, 20.0, 0.1), (20.0, float("inf"), 0.05))
"""From, to, and by how much each day of the interval between them widens the blur; it begins at one day."""

DAYS_AFTER_A_BREAK = 7
"""What would come back in a break is spread over so many days after it."""

SOONEST = 0.75
"""Of an interval: a fact may come back before a break once so much of it is over; sooner would be an answer wasted."""

USUAL = (1.0,) * 7


@dataclass(frozen=True, slots=True)
class Wishes:
    """How a learner wants their days: even or as they come; the share of a usual day that each weekday takes, from
    Monday on (0 to 1); and the first and last day of a planned break."""

    is_even: bool = True
    week: Sequence[float] = USUAL
    away: tuple[date, date] | None = None

    def share(self, day: date) -> float:
        """How much of a usual day `day` takes, 0 to 1."""
        return self.week[day.weekday()]

    def is_away(self, day: date) -> bool:
        return self.away is not None and self.away[0] <= day <= self.away[1]


def fuzz_range(interval: int) -> tuple[int, int]:
    """The least and the most days that an interval of so many days may become (Anki's `constrained_fuzz_bounds`)."""
    if interval < NOT_BLURRED_BELOW:
        return interval, interval
    blur = 1 + sum(rate * max(0.0, min(interval, end) - start) for start, end, rate in BLURS)
    return round(interval - blur), round(interval + blur)


def candidates(day: date, interval: int, wishes: Wishes) -> list[date]:
    """The days on which a fact answered on `day` may come back: never one of a planned break."""
    low, high = fuzz_range(interval) if wishes.is_even else (interval, interval)
    days = [day + timedelta(days=after) for after in range(low, high + 1)]
    if wishes.away is None or not any(wishes.is_away(each) for each in days):
        return days
    back = wishes.away[1] + timedelta(days=1)
    outside = [each for each in days if not wishes.is_away(each)] or days_before(day, interval, wishes.away[0])
    return outside or [back + timedelta(days=after) for after in range(DAYS_AFTER_A_BREAK)]


def days_before(day: date, interval: int, away: date) -> list[date]:
    """The days before the day `away` on which a fact answered on `day`, to come back in it, may come back instead."""
    soonest = day + timedelta(days=max(1, ceil(SOONEST * interval)))
    return [soonest + timedelta(days=after) for after in range((away - soonest).days)]


def due_day(days: Sequence[date], u: float, load: Mapping[date, int], wishes: Wishes) -> date:
    """One of `days`, drawn with 0 ≤ u < 1; where all weigh the same it is the one at floor(u · their number).

    `load` says how many facts are due on a day already. A day of half a share fills half as far, a free day not at
    all, unless all of them are free.
    """
    weights = [_weight(wishes.share(day), load.get(day, 0)) for day in days]
    if not any(weights):
        weights = [_weight(1.0, load.get(day, 0)) for day in days]
    *sums, total = accumulate(weights)
    return next((day for day, reached in zip(days, sums, strict=False) if u * total < reached), days[-1])


def lightest(days: Sequence[date], load: Mapping[date, int], wishes: Wishes) -> date:
    """The day with the least to do for its share, the earliest of several; a free day only where all are free."""
    open_days = [day for day in days if wishes.share(day)] or list(days)
    return min(open_days, key=lambda day: (load.get(day, 0) / (wishes.share(day) or 1.0), day))


def _weight(share: float, due: int) -> float:
    return share / (1 + due / share) ** 2 if share else 0.0
