"""The log of one fact as corrected goes in; where its learner stands comes out: state, rung, counts and due day."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from functools import reduce
from typing import TYPE_CHECKING

from questions.vocabulary import Rating

from .evidence import Answer, weigh
from .ladder import climb
from .scheduler import DEFAULT, Scheduling, State, interval_of, review

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True, slots=True)
class Entry:
    """One answer that stands. `decided_due` is the due day as logged, None where it must be decided anew.

    `forgets`: everything up to and with this answer was forgotten on purpose. `changed`: the fact's answer became
    another one after it, so that what is remembered is fragile and due at once.
    """

    day: date
    at: datetime
    order: int
    answer: Answer
    decided_due: date | None = None
    forgets: bool = False
    changed: bool = False

    @property
    def is_right(self) -> bool:
        return self.answer.rating is not Rating.AGAIN


@dataclass(frozen=True, slots=True)
class Move:
    """A due day moved without an answer; it holds while the fact is due on `due_from`."""

    day: date
    at: datetime
    order: int
    due_from: date
    due_to: date


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


def advance(standing: Standing, entry: Entry | Move, scheduling: Scheduling = DEFAULT) -> Standing:
    """The standing after one more answer, which is not before the last that moved the state, or after a move."""
    if isinstance(entry, Move):
        return replace(standing, due=entry.due_to) if standing.due == entry.due_from else standing
    if entry.forgets:
        return NOWHERE
    if standing.is_moved_on(entry.day):
        standing = _moved(standing, entry, scheduling)
    return _made_fragile(standing, entry, scheduling) if entry.changed else standing


def _moved(standing: Standing, entry: Entry, scheduling: Scheduling) -> Standing:
    state = weigh(standing.state, entry.answer, entry.day, scheduling)
    interval = interval_of(state.stability, scheduling)
    return Standing(
        state=state,
        rung=climb(standing.rung, is_right=entry.is_right, interval=interval),
        due=entry.decided_due or entry.day + timedelta(days=interval),
        review_count=standing.review_count + 1,
        lapse_count=standing.lapse_count + (standing.state is not None and not entry.is_right),
    )


def _made_fragile(standing: Standing, entry: Entry, scheduling: Scheduling) -> Standing:
    """As little stability as after a first wrong answer, the lowest rung, due since the answer."""
    if standing.state is None:
        return standing
    least = review(None, Rating.AGAIN, standing.state.last_day, scheduling).stability
    state = replace(standing.state, stability=min(least, standing.state.stability))
    return replace(standing, state=state, rung=0, due=entry.day)


def replay(entries: Iterable[Entry | Move], scheduling: Scheduling = DEFAULT) -> Standing:
    """The standing after all of `entries`, in whatever order they come: they are taken by day, then by time."""
    return reduce(lambda standing, entry: advance(standing, entry, scheduling), in_order(entries), NOWHERE)


def in_order(entries: Iterable[Entry | Move]) -> list[Entry | Move]:
    """By day, then by time, answers before moves, then as they were logged."""
    return sorted(entries, key=lambda entry: (entry.day, entry.at, isinstance(entry, Move), entry.order))
