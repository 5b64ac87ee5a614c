"""Reviews as corrected in; what they add up to by day, by band of predicted success and by fact, out. Nothing kept."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from questions.models import Correction
from questions.vocabulary import Kind

if TYPE_CHECKING:
    from typing import Any

    from django.db.models import QuerySet

    from questions.models import Review

LONGEST_COUNTED = 60_000
"""Milliseconds; a longer thought counts as a minute."""

BANDS = (0.0, 0.5, 0.7, 0.8, 0.9, 0.95, 1.01)
"""Where the bands of predicted success begin; the last of them ends with 1."""

MILLION = 1_000_000

UNDONE, GRADED_BY_ONESELF = str(Correction.Act.UNDO), str(Kind.RECALL)

COLUMNS = (
    *("day", "fact", "kind", "milliseconds", "is_probe", "is_repeat", "answers_again"),
    *("recall_before", "success_before", "due_before", "is_right", "last_act"),
)
OF_DAY = ("answers", "right", "milliseconds")
OF_BAND = ("count", "right", "expected", "recalled")
OF_FACT = ("answers", "count", "right", "expected")

Band = tuple[str, bool, int]
"""Kind, whether it was a probe, and the number of the band."""


def zeros(names: tuple[str, ...]) -> dict[Any, list[int]]:
    """Sums that are nothing until something is added."""
    return defaultdict(lambda: [0] * len(names))


@dataclass(frozen=True, slots=True)
class Tallies:
    """Sums of whole numbers, in the order of `OF_DAY`, `OF_BAND` and `OF_FACT`.

    `due_since`: of each day with answers, undone or not, the earliest due day of their facts.
    """

    days: dict[date, list[int]] = field(default_factory=partial(zeros, OF_DAY))
    bands: dict[Band, list[int]] = field(default_factory=partial(zeros, OF_BAND))
    facts: dict[int, list[int]] = field(default_factory=partial(zeros, OF_FACT))
    due_since: dict[date, date | None] = field(default_factory=dict)

    def add(self, row: tuple[Any, ...], sign: int = 1) -> None:
        """Count one review (its `COLUMNS`), or take it away again with a `sign` of -1."""
        day, fact, kind, spent, is_probe, is_repeat, is_again, recall, success, due, is_right, act = row
        self.due_since[day] = earlier(self.due_since.get(day), due)
        of_day = self.days[day]
        if act == UNDONE:
            return
        right = sign * is_right
        of_day[0] += sign
        of_day[1] += right
        of_day[2] += sign * min(spent, LONGEST_COUNTED)
        of_fact = self.facts[fact]
        of_fact[0] += sign
        if is_repeat or is_again or recall is None or success is None:
            return
        expected = sign * round(MILLION * success)
        of_band = self.bands[kind, is_probe, bisect_right(BANDS, success) - 1]
        of_band[0] += sign
        of_band[1] += right
        of_band[2] += expected
        of_band[3] += sign * round(MILLION * recall)
        if kind != GRADED_BY_ONESELF:
            of_fact[1] += sign
            of_fact[2] += right
            of_fact[3] += expected


def earlier(one: date | None, other: date | None) -> date | None:
    """The earlier of two days, of which one or both may be missing."""
    if one is None or other is None:
        return one or other
    return min(one, other)


def add_up(reviews: QuerySet[Review], to: Tallies | None = None, *, sign: int = 1) -> Tallies:
    """What `reviews` add up to, as corrected; one query."""
    tallies = Tallies() if to is None else to
    for row in reviews.with_corrections().order_by().values_list(*COLUMNS).iterator():
        tallies.add(row, sign)
    return tallies
