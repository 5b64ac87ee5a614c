"""A learner's day in; what is due beyond the daily limit, what the delay has cost, and how long each limit takes to
catch up, out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from statistics import median
from typing import TYPE_CHECKING

from questions.models import Memory

from .catching_up import days_to_catch_up
from .decisions import load_between
from .learner import scheduling_of
from .scheduler import recall
from .waiting import MOST_ROWS

if TYPE_CHECKING:
    from questions.models import User

    from .queue import Look

LOOKED_AHEAD = 60
MOST_A_DAY = 1_000
GROWTH = 2.5
"""By about how much an interval grows with a right answer."""


@dataclass(frozen=True, slots=True)
class Pace:
    """A daily limit, and the days it takes to catch up; None where a year is not enough."""

    limit: int
    days: int | None


@dataclass(frozen=True, slots=True)
class Backlog:
    """Facts due today and those among them that the daily limit leaves waiting; how many of all that are due would
    have been recalled on their day and are not any more; and the limits to choose among, the present one first."""

    due: int
    beyond: int
    forgotten: float
    paces: tuple[Pace, ...]

    @property
    def lost(self) -> int:
        """Whole facts forgotten by waiting."""
        return round(self.forgotten)

    @property
    def pace(self) -> Pace:
        return self.paces[0]


def backlog_of(learner: User, look: Look) -> Backlog | None:
    """The backlog of today; None where the daily limit holds all that is due. One or two queries where there is one."""
    late, day = look.waiting.late, look.shown.day
    beyond = len(late) - max(0, learner.due_per_day - look.shown.due_done)
    if beyond <= 0:
        return None
    due = Memory.objects.of(learner).learnt().due(day).count() if len(late) >= MOST_ROWS else len(late)
    scheduling = scheduling_of(learner)
    on_time, now = (
        [recall(row.state, max(when, row.state.last_day), scheduling) for row, when in rows]
        for rows in ([(row, row.due) for row in late], [(row, day) for row in late])
    )
    coming = load_between(learner, day + timedelta(days=1), day + timedelta(days=LOOKED_AHEAD))
    ahead = [0, *(coming[day + timedelta(days=after)] for after in range(1, LOOKED_AHEAD + 1))]
    wrong = 1 - sum(now) / len(now)
    gap = max(2, round(GROWTH * median((row.due - row.state.last_day).days for row in late)))
    return Backlog(
        due,
        beyond + due - len(late),
        (sum(on_time) - sum(now)) * due / len(late),
        tuple(
            Pace(limit, days_to_catch_up(due, limit, ahead, wrong=wrong, gap=gap)) for limit in _limits(learner, due)
        ),
    )


def _limits(learner: User, due: int) -> list[int]:
    """The present limit, then larger ones: half as much again, twice, all at once."""
    present = learner.due_per_day
    larger = [round(present * 1.5), present * 2, due]
    return [present, *sorted({min(each, MOST_A_DAY) for each in larger if each > present} - {present})]
