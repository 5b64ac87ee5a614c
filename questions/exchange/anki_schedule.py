"""A learner and a bank in; what they remember of each fact, as Anki keeps it, out."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from typing import TYPE_CHECKING

from questions.models import Memory, Review
from questions.practice.learner import scheduling_of
from questions.practice.log import entry_of
from questions.practice.replay import Entry, Standing, advance
from questions.practice.scheduler import DEFAULT_PARAMETERS
from questions.vocabulary import Rating

from .apkg import LogRow, Schedule

if TYPE_CHECKING:
    from questions.models import Bank, User


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
    """The answers that moved each fact's state, as a replay of the log takes them, by fact id."""
    scheduling = scheduling_of(learner)
    standings: dict[int, Standing] = defaultdict(Standing)
    logs: dict[int, list[LogRow]] = defaultdict(list)
    taken: set[int] = set()
    for review in Review.objects.of(learner).filter(fact__bank=bank).as_corrected():
        entry, before = entry_of(review), standings[review.fact_id]
        after = standings[review.fact_id] = advance(before, entry, scheduling)
        if after.state is None:
            logs.pop(review.fact_id, None)
        elif after.review_count > before.review_count:
            log = logs[review.fact_id]
            log.append(_log_row(entry, after, log, _free(review.answered_at, taken), review.milliseconds))
    return logs


def _free(instant: datetime, taken: set[int]) -> int:
    """The millisecond of an answer, or the next one free: Anki drops a second answer of one millisecond."""
    at = int(instant.timestamp() * 1000)
    while at in taken:
        at += 1
    taken.add(at)
    return at


def _log_row(entry: Entry, after: Standing, log: list[LogRow], at: int, milliseconds: int) -> LogRow:
    return LogRow(
        at=at,
        rating=Rating.AGAIN if entry.answer.is_guess else entry.answer.rating,
        interval=max(1, (after.due - entry.day).days),
        last_interval=log[-1].interval if log else 0,
        difficulty=after.state.difficulty,
        milliseconds=milliseconds,
        is_first=not log,
    )
