"""A learner and where an answer leads in; the day on which the fact comes back, and moved due days, out.

A due day is a decision: it is logged with the answer, or as a move of its own, and a replay keeps it.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from random import Random
from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import Count, Max

from questions.models import DueMove, Memory, Review
from questions.models.people import USUAL_WEEK

from .load import USUAL, Wishes, candidates, due_day
from .log import keep, standing_of

if TYPE_CHECKING:
    from datetime import date, datetime

    from questions.models import User

    from .answered import Answered
    from .replay import Standing

SHARES = {"0": 0.0, "1": 0.5, "2": 1.0}
"""What a digit of `User.week` stands for."""


def wishes_of(learner: User) -> Wishes:
    """How the learner wants their days."""
    week = USUAL if learner.week == USUAL_WEEK else tuple(SHARES[digit] for digit in learner.week)
    away = (learner.away_from, learner.away_until) if learner.away_from else None
    return Wishes(learner.is_load_even, week, away)


def decided(learner: User, answered: Answered, before: Standing, after: Standing) -> Standing:
    """`after` with the due day decided; at most one query, none where there is nothing to choose."""
    if answered.is_due_at_once or after.due is None or not before.is_moved_on(answered.day):
        return after
    wishes = wishes_of(learner)
    days = candidates(answered.day, (after.due - answered.day).days, wishes)
    if len(days) == 1:
        return replace(after, due=days[0])
    rng = Random(f"{learner.pk}/{answered.fact.pk}/{before.review_count}")  # noqa: S311 - a draw, not a secret
    return replace(after, due=due_day(days, rng.random(), load_between(learner, days[0], days[-1]), wishes))


def load_between(learner: User, first: date, last: date) -> Counter[date]:
    """How many facts are due on each of these days; read from the index (learner, due) alone."""
    due = Memory.objects.of(learner).filter(due__range=(first, last)).order_by()
    return Counter(dict(due.values_list("due").annotate(facts=Count("*"))))


def move(memory: Memory, due: date, *, reason: DueMove.Reason, day: date, now: datetime) -> bool:
    """Move the due day of a memory, and log it. False where it is due on that day, or was answered in the meantime."""
    if memory.due is None or memory.due == due:
        return False
    earliest_day, earliest = _after_all(memory)
    with transaction.atomic():
        if not keep(memory, replace(standing_of(memory), due=due)):
            return False
        DueMove.objects.create(
            learner_id=memory.learner_id,
            fact_id=memory.fact_id,
            reason=reason,
            due_from=memory.due,
            due_to=due,
            day=max(day, earliest_day or day),
            made_at=max(now, earliest or now),
        )
    return True


def _after_all(memory: Memory) -> tuple[date | None, datetime | None]:
    """The last day and instant in the log of the fact; a clock may have gone back, and a move comes after them."""
    of_fact = {"learner_id": memory.learner_id, "fact_id": memory.fact_id}
    answered = Review.objects.filter(**of_fact).aggregate(day=Max("day"), at=Max("answered_at"))
    moved = DueMove.objects.filter(**of_fact).aggregate(day=Max("day"), at=Max("made_at"))
    days, instants = ([row[name] for row in (answered, moved) if row[name]] for name in ("day", "at"))
    return max(days, default=None), max(instants, default=None)
