"""A learner and a bank in; what they remember of each fact, as Anki keeps it, out."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from typing import TYPE_CHECKING

from django.db.models import OuterRef, Subquery

from questions.models import Correction, Memory, Review
from questions.practice.scheduler import DEFAULT_PARAMETERS
from questions.vocabulary import Outcome, Rating

from .apkg import LogRow, Schedule

if TYPE_CHECKING:
    from questions.models import Bank, User

RATED_BY_HAND = {
    Correction.Act.CLAIM: Rating.GOOD,
    Correction.Act.EASY: Rating.EASY,
    Correction.Act.GUESSED: Rating.AGAIN,
}


@dataclass(frozen=True, slots=True)
class Remembered:
    """One fact's place in a learner's Anki. Without a schedule its card is new."""

    schedule: Schedule | None
    is_suspended: bool


def remembered_by(learner: User, bank: Bank) -> dict[int, Remembered]:
    """What `learner` remembers of `bank`, by fact id, in two queries.

    The state is the learner's own; the log holds the standing answers that moved it, each with its rating as corrected.
    """
    logs = _logs(learner, bank)
    decay = (learner.scheduler_parameters or DEFAULT_PARAMETERS)[20]
    memories = Memory.objects.of(learner).filter(fact__bank=bank)
    return {
        memory.fact_id: Remembered(
            _schedule(memory, logs.get(memory.fact_id, []), learner.desired_retention, decay), memory.is_suspended
        )
        for memory in memories
    }


def _schedule(memory: Memory, log: list[LogRow], retention: float, decay: float) -> Schedule | None:
    if memory.stability is None:
        return None
    due = memory.due or memory.last_day + timedelta(days=1)
    noon = datetime.combine(memory.last_day, time(12), UTC)
    return Schedule(
        due=due,
        interval=max(1, (due - memory.last_day).days),
        reps=memory.review_count,
        lapses=memory.lapse_count,
        stability=memory.stability,
        difficulty=memory.difficulty,
        retention=retention,
        decay=decay,
        last_answered=log[-1].at // 1000 if log else int(noon.timestamp()),
        log=tuple(log),
    )


def _logs(learner: User, bank: Bank) -> dict[int, list[LogRow]]:
    """The answers that stand and moved the state, in order, by fact id. Anki drops a second row of one millisecond."""
    last = Correction.objects.filter(review=OuterRef("pk"), learner=learner).order_by("-pk")
    reviews = (
        Review.objects.of(learner)
        .filter(fact__bank=bank, is_repeat=False)
        .annotate(act=Subquery(last.values("act")[:1]), regraded=Subquery(last.values("outcome")[:1]))
        .only("fact_id", "rating", "interval", "difficulty_after", "milliseconds", "answered_at")
        .order_by("day", "answered_at", "pk")
    )
    logs: dict[int, list[LogRow]] = defaultdict(list)
    taken: set[int] = set()
    for review in reviews:
        if review.act == Correction.Act.FORGET:
            logs.pop(review.fact_id, None)
        elif review.act != Correction.Act.UNDO and review.difficulty_after is not None:
            row = _log_row(review, logs[review.fact_id][-1:], taken)
            taken.add(row.at)
            logs[review.fact_id].append(row)
    return logs


def _log_row(review: Review, before: list[LogRow], taken: set[int]) -> LogRow:
    at = int(review.answered_at.timestamp() * 1000)
    while at in taken:
        at += 1
    return LogRow(
        at=at,
        rating=effective_rating(review.rating, review.act, review.regraded),
        interval=review.interval or 1,
        last_interval=before[0].interval if before else 0,
        difficulty=review.difficulty_after,
        milliseconds=review.milliseconds,
        is_first=not before,
    )


def effective_rating(rating: int, act: str | None, regraded: str | None) -> int:
    """What an answer's last correction (`act`, and the outcome of a regrade) makes of its rating."""
    if act == Correction.Act.REGRADE:
        return Rating.AGAIN if regraded == Outcome.WRONG else max(Rating(rating), Rating.GOOD)
    return RATED_BY_HAND.get(act, rating)
