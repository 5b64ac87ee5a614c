"""A learner and where an answer leads in; the day on which the fact comes back, and moved due days, out.

A due day is a decision: it is logged with the answer, or as a move of its own, and a replay keeps it.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import timedelta
from random import Random
from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import Count, Max

from questions.models import DueMove, Memory, Review
from questions.models.people import USUAL_WEEK
from questions.models.prepared import Prepared, a_day, number

from .learner import scheduling_of
from .load import USUAL, Wishes, candidates, due_day
from .log import effective_log, keep, standing_of
from .replay import NOWHERE, Entry, Move, advance, in_order
from .scheduler import interval_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, datetime

    from questions.models import Fact, User

    from .answered import Answered
    from .replay import Standing

SHARES = {"0": 0.0, "1": 0.5, "2": 1.0}
"""What a digit of `User.week` stands for."""


def wishes_of(learner: User) -> Wishes:
    """How the learner wants their days."""
    week = USUAL if learner.week == USUAL_WEEK else tuple(SHARES[digit] for digit in learner.week)
    away = (learner.away_from, learner.away_until) if learner.away_from else None
    return Wishes(learner.is_load_even, week, away)


def decided(
    learner: User, answered: Answered, before: Standing, after: Standing, *, load: Mapping[date, int] | None = None
) -> Standing:
    """`after` with the due day decided; at most one query, none where there is nothing to choose or `load` is given."""
    if answered.is_due_at_once or after.due is None or not before.is_moved_on(answered.day):
        return after
    entry, undecided = answered.entry, after.due_in(answered.kind)
    due = _chosen(learner, answered.fact.pk, entry.day, undecided, before.review_count, load)
    if not after.kinds:
        return replace(after, due=due)
    return advance(before, replace(entry, decided_due=due), scheduling_of(learner))


def settled(learner: User, fact: Fact, *, day: date, now: datetime) -> Standing:
    """Where the log as corrected leads, its due day decided, and logged, as that of an answer is.

    Where a correction leaves the last answer without the due day that was decided for it, another one is.
    Wants a transaction in which the standing is kept.
    """
    entries, scheduling = in_order(effective_log(learner, fact)), scheduling_of(learner)
    standing, last, count = NOWHERE, None, 0
    for entry in entries:
        if isinstance(entry, Entry) and standing.is_moved_on(entry.day):
            last, count = entry, standing.review_count
        standing = advance(standing, entry, scheduling)
    if last is None or last.decided_due or last.changed or standing.state is None:
        return standing
    state, undecided = standing.state_in(last.kind, scheduling), standing.due_in(last.kind)
    if undecided != last.day + timedelta(days=interval_of(state.stability, scheduling)):
        return standing  # it was moved since
    due = _chosen(learner, fact.pk, last.day, undecided, count)
    if due == undecided:
        return standing
    log_move(learner.pk, fact.pk, (undecided, due), reason=DueMove.Reason.CORRECTED, day=day, now=now)
    return advance(standing, Move(day, now, 0, undecided, due), scheduling)


def _chosen(
    learner: User, fact: int, day: date, undecided: date, count: int, load: Mapping[date, int] | None = None
) -> date:
    """The day on which a fact answered on `day` as its review number `count` comes back; at most one query."""
    wishes = wishes_of(learner)
    days = candidates(day, (undecided - day).days, wishes)
    if len(days) == 1:
        return days[0]
    rng = Random(f"{learner.pk}/{fact}/{count}")  # noqa: S311 - a draw, not a secret
    return due_day(days, rng.random(), load_between(learner, days[0], days[-1]) if load is None else load, wishes)


LOAD = Prepared(
    lambda: (
        Memory.objects.of(number("learner"))
        .filter(due__gte=a_day("first"), due__lte=a_day("last"))
        .order_by()
        .values_list("due")
        .annotate(facts=Count("*"))
    )
)


def load_between(learner: User, first: date, last: date) -> Counter[date]:
    """How many facts are due on each of these days; read from the index (learner, due) alone."""
    return Counter(dict(LOAD.rows(learner=learner.pk, first=first, last=last)))


def move(
    memory: Memory,
    due: date,
    *,
    reason: DueMove.Reason,
    day: date,
    now: datetime,
    due_from: date | None = None,
) -> bool:
    """Move the due day of a memory, and log it. False where it is due on that day, or was answered in the meantime.

    `due_from`: another due day than the fact's own, of a kind that has a memory.
    """
    standing = standing_of(memory)
    since = due_from or standing.due
    if since is None or since == due:
        return False
    with transaction.atomic():
        if not keep(memory, advance(standing, Move(day, now, 0, since, due))):
            return False
        log_move(memory.learner_id, memory.fact_id, (since, due), reason=reason, day=day, now=now)
    return True


def log_move(
    learner: int, fact: int, days: tuple[date, date], *, reason: DueMove.Reason, day: date, now: datetime
) -> None:
    """Log the move from one day to another, after all else that the log has of the fact."""
    earliest_day, earliest = _after_all(learner, fact)
    DueMove.objects.create(
        learner_id=learner,
        fact_id=fact,
        reason=reason,
        due_from=days[0],
        due_to=days[1],
        day=max(day, earliest_day or day),
        made_at=max(now, earliest + timedelta(microseconds=1)) if earliest else now,
    )


def _after_all(learner: int, fact: int) -> tuple[date | None, datetime | None]:
    """The last day and instant in the log of the fact; a clock may have gone back, and a move comes after them."""
    of_fact = {"learner_id": learner, "fact_id": fact}
    answered = Review.objects.filter(**of_fact).aggregate(day=Max("day"), at=Max("answered_at"))
    moved = DueMove.objects.filter(**of_fact).aggregate(day=Max("day"), at=Max("made_at"))
    days, instants = ([row[name] for row in (answered, moved) if row[name]] for name in ("day", "at"))
    return max(days, default=None), max(instants, default=None)
