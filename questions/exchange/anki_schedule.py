"""A learner and a bank in; what they remember of each fact, as Anki keeps it, out."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

from questions.models import Memory, Review
from questions.practice.kinds import firmest
from questions.practice.learner import scheduling_of
from questions.practice.log import entry_of, standing_of
from questions.practice.replay import Entry, Standing, advance
from questions.practice.scheduler import DEFAULT_PARAMETERS
from questions.vocabulary import Rating

from .apkg import LogRow, Schedule

if TYPE_CHECKING:
    from questions.models import Bank, User
    from questions.practice.scheduler import State


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
    found = {}
    for memory in memories:
        standing, kind = _of_one_card(standing_of(memory))
        log = logs.get((memory.fact_id, kind), [])
        found[memory.fact_id] = Remembered(
            _schedule(standing, log, learner.desired_retention, decay), memory.is_suspended
        )
    return found


def _of_one_card(standing: Standing) -> tuple[Standing, str]:
    """The standing for the fact's one card, and the kind it is of: the firmest, where each kind has a memory."""
    if not standing.kinds:
        return standing, ""
    kind = firmest(standing.kinds)
    held = standing.kinds[kind]
    return replace(standing, state=held.state, due=held.due), kind


def _schedule(standing: Standing, log: list[LogRow], retention: float, decay: float) -> Schedule | None:
    state = standing.state
    if state is None:
        return None
    due = standing.due or state.last_day + timedelta(days=1)
    noon = datetime.combine(state.last_day, time(12), UTC)
    return Schedule(
        due=due,
        interval=max(1, (due - state.last_day).days),
        reps=len(log) if standing.kinds else standing.review_count,
        lapses=sum(row.rating == Rating.AGAIN for row in log[1:]) if standing.kinds else standing.lapse_count,
        stability=state.stability,
        difficulty=state.difficulty,
        retention=retention,
        decay=decay,
        last_answered=log[-1].at // 1000 if log else int(noon.timestamp()),
        log=tuple(log),
    )


def _logs(learner: User, bank: Bank) -> dict[tuple[int, str], list[LogRow]]:
    """The answers that moved each fact's state, as a replay of the log takes them, by fact id; and by kind, where each
    has a memory."""
    scheduling = scheduling_of(learner)
    standings: dict[int, Standing] = defaultdict(Standing)
    logs: dict[tuple[int, str], list[LogRow]] = defaultdict(list)
    taken: set[int] = set()
    for review in Review.objects.of(learner).filter(fact__bank=bank).as_corrected():
        entry, before = entry_of(review), standings[review.fact_id]
        after = standings[review.fact_id] = advance(before, entry, scheduling)
        if after.state is None:
            for key in [key for key in logs if key[0] == review.fact_id]:
                del logs[key]
        elif after.review_count > before.review_count:
            log = logs[review.fact_id, entry.kind if scheduling.per_kind else ""]
            state, due = after.state_in(entry.kind, scheduling), after.due_in(entry.kind)
            log.append(_log_row(entry, state, due, log, _free(review.answered_at, taken), review.milliseconds))
    return logs


def _free(instant: datetime, taken: set[int]) -> int:
    """The millisecond of an answer, or the next one free: Anki drops a second answer of one millisecond."""
    at = int(instant.timestamp() * 1000)
    while at in taken:
        at += 1
    taken.add(at)
    return at


def _log_row(entry: Entry, state: State, due: date, log: list[LogRow], at: int, milliseconds: int) -> LogRow:
    return LogRow(
        at=at,
        rating=Rating.AGAIN if entry.answer.is_guess else entry.answer.rating,
        interval=max(1, (due - entry.day).days),
        last_interval=log[-1].interval if log else 0,
        difficulty=state.difficulty,
        milliseconds=milliseconds,
        is_first=not log,
    )
