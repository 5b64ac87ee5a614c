"""The other figures in; the four numbers at the top of the page out. Plain Python."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .calendar import Calendar
    from .forecast import Forecast
    from .mastery import BankMastery


@dataclass(frozen=True, slots=True)
class Overview:
    """Facts known today out of all taken up; what waits and how many minutes that is; days in a row; this week."""

    known: int
    facts: int
    waiting: int
    waiting_minutes: int
    run: int
    week_minutes: int


def overview(banks: list[BankMastery], due: Forecast, done: Calendar) -> Overview:
    return Overview(
        known=round(sum(bank.recalled for bank in banks)),
        facts=sum(bank.facts for bank in banks),
        waiting=due.now,
        waiting_minutes=ceil(due.now * done.seconds_an_answer / 60),
        run=done.streak.days,
        week_minutes=done.this_week.minutes,
    )
