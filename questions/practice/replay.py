"""The log of one fact as corrected goes in; where its learner stands comes out: state, rung, counts and due day."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from functools import reduce
from typing import TYPE_CHECKING

from questions.vocabulary import Rating

from .evidence import Answer, weigh
from .ladder import climb
from .scheduler import DEFAULT, Scheduling, State, interval_of

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True, slots=True)
class Entry:
    """One answer that stands. `decided_due` is the due day as logged, None where it must be decided anew.

    `forgets`: everything up to and with this answer was forgotten on purpose.
    """

    day: date
    at: datetime
    order: int
    answer: Answer
    decided_due: date | None = None
    forgets: bool = False

    @property
    def is_right(self) -> bool:
        return self.answer.rating is not Rating.AGAIN


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a learner stands with one fact. `state` is None for a fact never met, or forgotten.

    `review_count` counts the answers that moved the state, `lapse_count` the wrong ones of a fact met before.
    """

    state: State | None = None
    rung: int = 0
    due: date | None = None
    review_count: int = 0
    lapse_count: int = 0

    def is_moved_on(self, day: date) -> bool:
        """Whether an answer on `day` moves the state: only the first of a day does."""
        return self.state is None or self.state.last_day < day


NOWHERE = Standing()


def advance(standing: Standing, entry: Entry, scheduling: Scheduling = DEFAULT) -> Standing:
    """The standing after one more answer, which is not before the last that moved the state."""
    if entry.forgets:
        return NOWHERE
    if not standing.is_moved_on(entry.day):
        return standing
    state = weigh(standing.state, entry.answer, entry.day, scheduling)
    interval = interval_of(state.stability, scheduling)
    return Standing(
        state=state,
        rung=climb(standing.rung, is_right=entry.is_right, interval=interval),
        due=entry.decided_due or entry.day + timedelta(days=interval),
        review_count=standing.review_count + 1,
        lapse_count=standing.lapse_count + (standing.state is not None and not entry.is_right),
    )


def replay(entries: Iterable[Entry], scheduling: Scheduling = DEFAULT) -> Standing:
    """The standing after all of `entries`, in whatever order they come: they are taken by day, then by time."""
    return reduce(lambda standing, entry: advance(standing, entry, scheduling), in_order(entries), NOWHERE)


def in_order(entries: Iterable[Entry]) -> list[Entry]:
    """By day, then by time, then as they were logged."""
    return sorted(entries, key=lambda entry: (entry.day, entry.at, entry.order))


def undecided(entry: Entry) -> Entry:
    """The same answer, its due day to be decided anew."""
    return replace(entry, decided_due=None)
