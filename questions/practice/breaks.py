"""A learner and the first and last day of a break in; what came due in it moved off it, and what that costs, out.

Nothing is pulled forward: the days before a break do not grow. What would come due in it waits until after it, spread
over the days there; each move is a row of the log.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from math import ceil
from typing import TYPE_CHECKING

from django.db import transaction

from questions.models import DayOff, DueMove, Memory

from .decisions import load_between, move, wishes_of
from .learner import day_of, scheduling_of
from .load import DAYS_AFTER_A_BREAK, lightest
from .log import standing_of
from .scheduler import recall

if TYPE_CHECKING:
    from datetime import date, datetime

    from django.db.models import QuerySet

    from questions.models import User

LONGEST = timedelta(days=366)

IN_ORDER = "A break ends on the day it begins or later."
NOT_PAST = "A break that is over cannot be planned. Choose a last day that is still to come."
TOO_LONG = "A break lasts a year at most."


class NoBreak(Exception):
    """These days make no break that can be planned; the message says why in one sentence."""


@dataclass(frozen=True, slots=True)
class Cost:
    """What a break does: facts that wait until after it, and how many more of them will be forgotten by then."""

    facts: int
    forgotten: float


def plan_break(learner: User, first: date, last: date, *, now: datetime) -> Cost:
    """The break kept, instead of one planned before, and what it costs. Raise `NoBreak` for days that make none."""
    day = day_of(learner, now)
    if last < first:
        raise NoBreak(IN_ORDER)
    if last < day:
        raise NoBreak(NOT_PAST)
    if last - first >= LONGEST:
        raise NoBreak(TOO_LONG)
    with transaction.atomic():
        call_off(learner, now=now)
        _keep_break(learner, first, last)
        DayOff.objects.create(learner=learner, first=max(first, day), last=last)
        return _move_off(learner, day, now)


def call_off(learner: User, *, now: datetime) -> int:
    """No break any more; what it moved, and was not answered since, comes due when it was to. How many facts moved."""
    if learner.away_from is None:
        return 0
    day, moved = day_of(learner, now), 0
    with transaction.atomic():
        for held, back in _moved_by(learner):
            moved += move(held, back, reason=DueMove.Reason.BACK, day=day, now=now)
        _end_days_off(learner, day)
        _keep_break(learner, None, None)
    return moved


def cost_of(learner: User, *, now: datetime) -> Cost:
    """What the planned break costs, as far as it still does."""
    moved = _moved_by(learner) if learner.away_from and learner.away_until >= day_of(learner, now) else []
    scheduling = scheduling_of(learner)
    states = [(standing_of(held).state, back, held.due) for held, back in moved]
    return Cost(
        len(moved),
        sum(
            recall(state, max(back, state.last_day), scheduling) - recall(state, due, scheduling)
            for state, back, due in states
        ),
    )


def _end_days_off(learner: User, day: date) -> None:
    """What is over stays a planned day off; from `day` on none is."""
    DayOff.objects.of(learner).filter(first__gte=day).delete()
    DayOff.objects.of(learner).filter(last__gte=day).update(last=day - timedelta(days=1))


def _keep_break(learner: User, first: date | None, last: date | None) -> None:
    learner.away_from, learner.away_until = first, last
    learner.save(update_fields=["away_from", "away_until"])


def _move_off(learner: User, day: date, now: datetime) -> Cost:
    """Each fact due in the break, soonest first, to the lightest of the days after it."""
    waiting = list(_due_between(learner, max(learner.away_from, day), learner.away_until))
    back = learner.away_until + timedelta(days=1)
    span = max(DAYS_AFTER_A_BREAK, ceil(2 * len(waiting) / learner.due_per_day))
    days = [back + timedelta(days=after) for after in range(span)]
    wishes, load = wishes_of(learner), load_between(learner, days[0], days[-1])
    for held in waiting:
        to = lightest(days, load, wishes)
        if move(held, to, reason=DueMove.Reason.AWAY, day=day, now=now):
            load[to] += 1
    return cost_of(learner, now=now)


def _due_between(learner: User, first: date, last: date) -> QuerySet[Memory]:
    return Memory.objects.of(learner).learnt().filter(due__range=(first, last)).order_by("due", "pk")


def _moved_by(learner: User) -> list[tuple[Memory, date]]:
    """The memories that still stand where the break moved them, each with the day it would come due without it."""
    moves = DueMove.objects.of(learner).filter(
        reason=DueMove.Reason.AWAY, due_from__range=(learner.away_from, learner.away_until)
    )
    last = {each.fact_id: each for each in moves}
    found = Memory.objects.of(learner).learnt().filter(fact__in=last).select_related("learner")
    return [(held, last[held.fact_id].due_from) for held in found if held.due == last[held.fact_id].due_to]
