"""A learner and the first and last day of a break in; what came due in it moved off it, and what that costs, out.

What loses most by waiting comes before the break, where most of its interval is over by then and the days there have
room within the daily limit. The rest waits until after it, spread over the days there; each move is a row of the log.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from math import ceil
from typing import TYPE_CHECKING

from django.db import transaction

from questions.models import DayOff, DueMove, Memory
from questions.vocabulary import Kind

from .decisions import load_between, move, wishes_of
from .learner import day_of, scheduling_of
from .load import DAYS_AFTER_A_BREAK, days_before, lightest
from .log import standing_of
from .scheduler import recall

if TYPE_CHECKING:
    from collections import Counter
    from datetime import date, datetime

    from django.db.models import QuerySet

    from questions.models import User

    from .scheduler import Scheduling, State

LONGEST = timedelta(days=366)

IN_ORDER = "A break ends on the day it begins or later."
NOT_PAST = "A break that is over cannot be planned. Choose a last day that is still to come."
TOO_LONG = "A break lasts a year at most."


class NoBreak(Exception):
    """These days make no break that can be planned; the message says why in one sentence."""


@dataclass(frozen=True, slots=True)
class Cost:
    """What a break does: facts that wait until after it, how many more of them will be forgotten by then, and facts
    that come before it."""

    facts: int
    forgotten: float
    before: int = 0


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
    """No break any more; what it moved, and was not answered since, comes due when it was to. How many facts moved.

    Of a break that is over nothing is called off: its facts are spread over the days after it, and stay there.
    """
    day, moved = day_of(learner, now), 0
    if not is_planned(learner, day):
        return moved
    with transaction.atomic():
        for _ in Kind:  # once, or until every kind of a fact is back, where each has a memory
            first = {held.pk: (held, back, due) for held, _, back, due in _moved_by(learner)}
            if not first:
                break
            for held, back, due in first.values():
                moved += move(held, back, due_from=due, reason=DueMove.Reason.BACK, day=day, now=now)
        _end_days_off(learner, day)
        _keep_break(learner, None, None)
    return moved


def is_planned(learner: User, day: date) -> bool:
    """Whether a break is still to come, or goes on."""
    return learner.away_from is not None and learner.away_until >= day


def cost_of(learner: User, *, now: datetime) -> Cost:
    """What the planned break costs, as far as it still does."""
    moved = _moved_by(learner) if is_planned(learner, day_of(learner, now)) else []
    scheduling = scheduling_of(learner)
    waits = [(held, state, back, due) for held, state, back, due in moved if due > back]
    forgotten = sum(_lost(state, back, due, scheduling) for _, state, back, due in waits)
    late = {held.pk for held, *_ in waits}
    return Cost(len(late), forgotten, len({held.pk for held, *_ in moved} - late))


def _lost(state: State, due: date, waits_until: date, scheduling: Scheduling) -> float:
    """By how much less likely a fact is recalled when it waits."""
    return recall(state, max(due, state.last_day), scheduling) - recall(state, waits_until, scheduling)


def _end_days_off(learner: User, day: date) -> None:
    """What is over stays a planned day off; from `day` on none is."""
    DayOff.objects.of(learner).filter(first__gte=day).delete()
    DayOff.objects.of(learner).filter(last__gte=day).update(last=day - timedelta(days=1))


def _keep_break(learner: User, first: date | None, last: date | None) -> None:
    learner.away_from, learner.away_until = first, last
    learner.save(update_fields=["away_from", "away_until"])


def _move_off(learner: User, day: date, now: datetime) -> Cost:
    """Each fact due in the break, what loses most first, to the lightest of the days before it or of those after it."""
    back, scheduling = learner.away_until + timedelta(days=1), scheduling_of(learner)
    wishes = wishes_of(learner)
    for _ in Kind:  # once, or until no kind of a fact is due in it, where each has a memory
        waiting = [(held, standing_of(held)) for held in _due_between(learner, max(learner.away_from, day))]
        if not waiting:
            break
        waiting.sort(key=lambda one: -_lost(one[1].state, one[0].due, back, scheduling))
        span = max(DAYS_AFTER_A_BREAK, ceil(2 * len(waiting) / learner.due_per_day))
        after = [back + timedelta(days=each) for each in range(span)]
        load = load_between(learner, day, after[-1])
        for held, standing in waiting:
            taken = {one.due for one in standing.kinds.values()}  # a fact is asked once a day
            days = [each for each in _room_before(learner, held, standing.state, day, load) if each not in taken]
            to = lightest(days or [each for each in after if each not in taken], load, wishes)
            if move(held, to, reason=DueMove.Reason.AWAY, day=day, now=now):
                load[to] += 1
    return cost_of(learner, now=now)


def _room_before(learner: User, held: Memory, state: State, day: date, load: Counter[date]) -> list[date]:
    """The days from tomorrow to the break on which the fact may come, and which have room within the daily limit."""
    may = days_before(state.last_day, (held.due - state.last_day).days, learner.away_from)
    wishes = wishes_of(learner)
    return [each for each in may if each > day and load[each] < learner.due_per_day * wishes.share(each)]


def _due_between(learner: User, first: date) -> QuerySet[Memory]:
    due = Memory.objects.of(learner).learnt().filter(due__range=(first, learner.away_until))
    return due.select_related("learner", "fact").order_by("due", "pk")


def _moved_by(learner: User) -> list[tuple[Memory, State, date, date]]:
    """The memories that still stand where the break moved them, each with its state, the day it would come due without
    the break and the day it is due now; as often as it has kinds that were moved, where each has a memory."""
    moves = DueMove.objects.of(learner).filter(
        reason=DueMove.Reason.AWAY, due_from__range=(learner.away_from, learner.away_until)
    )
    back = {(each.fact_id, each.due_to): each.due_from for each in moves}
    found = Memory.objects.of(learner).learnt().filter(fact__in={fact for fact, _ in back}).select_related("learner")
    standings = [(held, standing_of(held)) for held in found]
    due = [(held, one.state, one.due) for held, standing in standings for one in standing.kinds.values() or (standing,)]
    return [(held, state, back[held.fact_id, day], day) for held, state, day in due if (held.fact_id, day) in back]
