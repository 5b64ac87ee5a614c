"""Days with answers and days without in; how many in a row end today, planned days off forgiven, out. Plain Python."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from questions.practice.tallies import earlier

if TYPE_CHECKING:
    from collections.abc import Callable

    from questions.practice.tallies import Tallies

A_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Streak:
    """`days` with answers; between them lie `forgiven` ones without: planned as free, or with nothing due."""

    days: int = 0
    forgiven: int = 0
    is_broken: bool = True
    """False where the known days end before the run does: it may have begun earlier."""


NO_STREAK = Streak()


def streak(sums: Tallies, day: date, *, is_off: Callable[[date], bool], waits_since: date | None) -> Streak:
    """The run of days that ends on `day`, or on the day before while `day` is still open.

    A day without answers ends it, unless `is_off` says that it was planned as free, or nothing was due on it. Something
    was due if a fact that came due by then was answered only later, or waits still (`waits_since`).
    """
    practised = {each for each, (answers, *_) in sums.days.items() if answers}
    first = min(practised, default=day)
    days = forgiven = skipped = 0
    due, at = waits_since, day
    while at >= first:
        if at in practised:
            days, forgiven, skipped = days + 1, forgiven + skipped, 0
        elif is_off(at) or not _was_due(due, at):
            skipped += at != day
        elif at != day:
            return Streak(days, forgiven)
        due = earlier(due, sums.due_since.get(at))
        at -= A_DAY
    return Streak(days, forgiven, is_broken=False)


def _was_due(due: date | None, day: date) -> bool:
    return due is not None and due <= day
