"""A learner in; every memory of theirs replayed from the log, under their parameters and the site's setting, out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from questions.models import DueMove, Memory, Review, User

from .decisions import log_move
from .learner import is_per_kind, scheduling_of
from .log import effective_logs, is_outdated, keep, standing_of
from .replay import Move, advance, replay

if TYPE_CHECKING:
    from datetime import datetime

    from django.db.models import QuerySet

    from .replay import Entry


def left_behind() -> QuerySet[User]:
    """Whose memories were written while the site kept them otherwise, by fact or by kind."""
    learnt = Memory.objects.learnt()
    outdated = learnt.filter(kinds={}) if is_per_kind() else learnt.exclude(kinds={})
    return User.objects.filter(pk__in=outdated.order_by().values("learner"))


def replay_all(learner: User, *, now: datetime) -> int:
    """Replay every memory under the learner's parameters of today; how many were written.

    No due day moves, but where the memories were kept otherwise before, by fact or by kind: those are decided anew.
    """
    logs = effective_logs(learner, Review.objects.of(learner).as_corrected())
    held = Memory.objects.of(learner).select_related("fact")
    return sum(_replayed(learner, memory, logs[memory.fact_id], now) for memory in held if memory.fact_id in logs)


def _replayed(learner: User, memory: Memory, log: list[Entry | Move], now: datetime) -> bool:
    standing, was_outdated = replay(log, scheduling_of(learner)), is_outdated(memory)
    if not was_outdated and standing == standing_of(memory):
        return False
    due, wanted, day = standing.due, memory.due, learner.local_day(now)
    if was_outdated or None in {due, wanted} or due == wanted:
        return keep(memory, standing)
    with transaction.atomic():  # no decision of the log says so any more: one is logged now
        if not keep(memory, advance(standing, Move(day, now, 0, due, wanted))):
            return False
        log_move(learner.pk, memory.fact_id, (due, wanted), reason=DueMove.Reason.KEPT, day=day, now=now)
    return True
