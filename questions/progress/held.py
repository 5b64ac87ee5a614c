"""A learner in; every fact they hold a memory of, as plain rows, out: read once for all figures."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from questions.models import Memory
from questions.models.prepared import Prepared, number
from questions.practice.learner import scheduling_of
from questions.practice.scheduler import recall_of

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from questions.models import User

COLUMNS = ("fact", "fact__unit", "rung", "stability", "last_day", "due", "is_suspended", "rests_until")
HELD = Prepared(
    lambda: (
        Memory.objects.of(number("learner")).learnt().filter(fact__retired_at=None).order_by("pk").values_list(*COLUMNS)
    )
)


class Held(NamedTuple):
    """One memory: its fact and unit, rung, stability in days, days, and R, the predicted recall today."""

    fact: int
    unit: int
    rung: int
    stability: float
    last_day: date
    due: date | None
    is_suspended: bool
    rests_until: date | None
    recalled: float

    @property
    def comes_back(self) -> date | None:
        """When it is asked again: not before it was put off to; None for what is not asked."""
        if self.is_suspended or self.due is None:
            return None
        return max(self.due, self.rests_until) if self.rests_until else self.due


def held_by(learner: User, day: date) -> list[Held]:
    """Of every current fact with a state; one query."""
    recall = recall_of(scheduling_of(learner))
    return [Held(*row, recall(max(0, (day - row[4]).days), row[3])) for row in HELD.rows(learner=learner.pk)]


def due_since(memories: Iterable[Held]) -> date | None:
    """The earliest day on which something that still waits came due."""
    return min((each.due for each in memories if each.due and not each.is_suspended), default=None)
