"""The log of one fact as corrected goes in; where its learner stands comes out: state, rung, counts and due day."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from functools import reduce
from typing import TYPE_CHECKING

from questions.vocabulary import Rating

from .evidence import EASE, Answer, weigh
from .kinds import Held, after_answer, first_due, is_firmest
from .ladder import climb
from .scheduler import DEFAULT, Scheduling, State, interval_of, review

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


@dataclass(frozen=True, slots=True)
class Entry:
    """One answer that stands. `decided_due` is the due day as logged, None where it must be decided anew.

    `forgets`: everything up to and with this answer was forgotten on purpose. `changed`: the fact's answer became
    another one after it, so that what is remembered is fragile and due at once. `is_drawn`: the site chose the kind.
    """

    day: date
    at: datetime
    order: int
    answer: Answer
    decided_due: date | None = None
    forgets: bool = False
    changed: bool = False
    kind: str = ""
    is_drawn: bool = True

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
    `kinds`: what is held in each kind, where each has a memory of its own; state and due day are then those of the
    kind that comes back first.
    """

    state: State | None = None
    rung: int = 0
    due: date | None = None
    review_count: int = 0
    lapse_count: int = 0
    kinds: Mapping[str, Held] = field(default_factory=dict)

    def is_moved_on(self, day: date) -> bool:
        """Whether an answer on `day` moves the state: only the first of a day does, in whatever kind."""
        if self.kinds:
            return all(held.state.last_day < day for held in self.kinds.values())
        return self.state is None or self.state.last_day < day

    def state_in(self, kind: str, scheduling: Scheduling) -> State | None:
        """The state that an answer in this kind moves; None where it would be the first."""
        if not scheduling.per_kind:
            return self.state
        return self.kinds[kind].state if kind in self.kinds else None

    def due_in(self, kind: str) -> date | None:
        """The day on which the fact comes back in this kind."""
        return self.kinds[kind].due if kind in self.kinds else self.due


NOWHERE = Standing()


def advance(standing: Standing, entry: Entry | Move, scheduling: Scheduling = DEFAULT) -> Standing:
    """The standing after one more answer, which is not before the last that moved the state, or after a move."""
    if isinstance(entry, Move):
        return _with_due(standing, entry.due_from, entry.due_to)
    if entry.forgets:
        return NOWHERE
    if standing.is_moved_on(entry.day):
        standing = _moved(standing, entry, scheduling)
    return _made_fragile(standing, entry, scheduling) if entry.changed else standing


def _moved(standing: Standing, entry: Entry, scheduling: Scheduling) -> Standing:
    before, answer = standing.state_in(entry.kind, scheduling), entry.answer
    if scheduling.per_kind:  # a kind that is easy has a stable memory of its own
        answer = replace(answer, ease=EASE)
    state = weigh(before, answer, entry.day, scheduling)
    interval = interval_of(state.stability, scheduling)
    due = entry.decided_due or entry.day + timedelta(days=interval)
    climbs = not scheduling.per_kind or is_firmest(entry.kind, standing.kinds)
    after = Standing(
        state=state,
        rung=climb(standing.rung, is_right=entry.is_right, interval=interval) if climbs else standing.rung,
        due=due,
        review_count=standing.review_count + 1,
        lapse_count=standing.lapse_count + (before is not None and not entry.is_right),
    )
    if not scheduling.per_kind:
        return after
    held = after_answer(standing.kinds, entry.kind, Held(state, due), is_drawn=entry.is_drawn)
    return _of_kinds(after, held)


def _of_kinds(standing: Standing, kinds: Mapping[str, Held]) -> Standing:
    """The standing with these kinds, and what of them comes back first."""
    first = first_due(kinds)
    return replace(standing, state=first.state, due=first.due, kinds=kinds)


def _with_due(standing: Standing, due_from: date, due_to: date) -> Standing:
    """Due on another day, where it is due on `due_from`; every kind that comes back then, where each has a memory."""
    if not standing.kinds:
        return replace(standing, due=due_to) if standing.due == due_from else standing
    moved = {kind: replace(held, due=due_to) for kind, held in standing.kinds.items() if held.due == due_from}
    return _of_kinds(standing, {**standing.kinds, **moved})


def _made_fragile(standing: Standing, entry: Entry, scheduling: Scheduling) -> Standing:
    """As little stability as after a first wrong answer, the lowest rung, due since the answer."""
    if standing.state is None:
        return standing
    fragile = replace(standing, state=_least(standing.state, scheduling), rung=0, due=entry.day)
    if not standing.kinds:
        return fragile
    kinds = {kind: Held(_least(held.state, scheduling), entry.day) for kind, held in standing.kinds.items()}
    return _of_kinds(fragile, kinds)


def _least(state: State, scheduling: Scheduling) -> State:
    least = review(None, Rating.AGAIN, state.last_day, scheduling).stability
    return replace(state, stability=min(least, state.stability))


def replay(entries: Iterable[Entry | Move], scheduling: Scheduling = DEFAULT) -> Standing:
    """The standing after all of `entries`, in whatever order they come: they are taken by day, then by time."""
    return reduce(lambda standing, entry: advance(standing, entry, scheduling), in_order(entries), NOWHERE)


def in_order(entries: Iterable[Entry | Move]) -> list[Entry | Move]:
    """By day, then by time, moves before answers of the same instant, then as they were logged.

    A move is logged later than all that its fact's log held by then, an answer never before a move that was made.
    """
    return sorted(entries, key=lambda entry: (entry.day, entry.at, isinstance(entry, Entry), entry.order))
