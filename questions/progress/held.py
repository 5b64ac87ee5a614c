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

COLUMNS = ("fact", "rung", "stability", "last_day", "due", "is_suspended", "rests_until")
HELD = Prepared(
    lambda: (
        Memory.objects.of(number("learner")).learnt().filter(fact__retired_at=None).order_by("pk").values_list(*COLUMNS)
    )
)


class Held(NamedTuple):
    """One memory: its fact and rung, stability in days, whole days since it was answered, and when it came due.

    `comes_back`: when it is asked again, not before it was put off to; None for what is not asked.
    `recalled`: R, the predicted recall today.
    """

    fact: int
    rung: int
    stability: float
    days: int
    due: date | None
    is_suspended: bool
    comes_back: date | None
    recalled: float


def held_by(learner: User, day: date) -> list[Held]:
    """Of every current fact with a state; one query."""
    recall, found = recall_of(scheduling_of(learner)), []
    for fact, rung, stability, last_day, due, is_suspended, rests_until in HELD.rows(learner=learner.pk):
        days = max(0, (day - last_day).days)
        back = max(due, rests_until) if due and rests_until else due
        asked = None if is_suspended else back
        found.append(Held(fact, rung, stability, days, due, is_suspended, asked, recall(days, stability)))
    return found


def due_since(memories: Iterable[Held]) -> date | None:
    """The earliest day on which something that still waits came due."""
    return min((each.due for each in memories if each.due and not each.is_suspended), default=None)
