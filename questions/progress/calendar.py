"""A learner's reviews in; answers given per day, by weeks, out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from django.db.models import Count

from questions.models import Review

if TYPE_CHECKING:
    from questions.models import User

LEVELS = (1, 10, 25, 50)
"""Answers from which a day counts as level 1, 2, 3, 4."""


@dataclass(frozen=True, slots=True)
class CalendarDay:
    day: date
    answers: int

    @property
    def level(self) -> int:
        """0 (none) to 4 (many)."""
        return sum(self.answers >= floor for floor in LEVELS)


@dataclass(frozen=True, slots=True)
class Calendar:
    """Whole weeks, Monday first; the last one ends with the day asked for."""

    weeks: tuple[tuple[CalendarDay, ...], ...]
    answers: int
    days_practised: int
    run: int


def calendar(learner: User, day: date, *, weeks: int = 26) -> Calendar:
    """Answers per day of the last `weeks` weeks up to `day`. `run`: days in a row up to today or yesterday."""
    monday = day - timedelta(days=day.weekday(), weeks=weeks - 1)
    counted = Review.objects.of(learner).as_corrected().filter(day__gte=monday, day__lte=day).order_by()
    answers = dict(counted.values_list("day").annotate(n=Count("pk")))
    days = [
        CalendarDay(monday + timedelta(days=n), answers.get(monday + timedelta(days=n), 0)) for n in range(7 * weeks)
    ]
    days = [each for each in days if each.day <= day]
    return Calendar(
        weeks=tuple(tuple(days[start : start + 7]) for start in range(0, len(days), 7)),
        answers=sum(answers.values()),
        days_practised=len(answers),
        run=days_in_a_row(set(answers), day),
    )


def days_in_a_row(practised: set[date], day: date) -> int:
    """How many days in a row end today, or yesterday while today is still open."""
    last = day if day in practised else day - timedelta(days=1)
    run = 0
    while last - timedelta(days=run) in practised:
        run += 1
    return run
