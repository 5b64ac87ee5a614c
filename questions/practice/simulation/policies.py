"""What is believed of a fact in; how it is asked next, and what an answer makes of the belief, out: one way each."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime, time
from typing import TYPE_CHECKING, Protocol

from questions.practice.evidence import Answer, expected, guess_floor
from questions.practice.kinds import next_asking
from questions.practice.ladder import OPTIONS_SHOWN, PROBE_SHARE, ask, hardest_graded
from questions.practice.replay import Entry, Standing, advance
from questions.practice.scheduler import DEFAULT, Scheduling
from questions.vocabulary import Kind, Rating

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from random import Random

PER_KIND = Scheduling(per_kind=True)
KINDS = frozenset({Kind.CHOICE, Kind.CLOZE, Kind.TYPED})


@dataclass(frozen=True, slots=True)
class Asked:
    """A card: the kind, and whether it is a probe."""

    kind: Kind
    is_probe: bool = False


class Policy(Protocol):
    """A way of scheduling."""

    @property
    def name(self) -> str: ...

    @property
    def scheduling(self) -> Scheduling: ...

    def ask(self, standing: Standing, day: date, rng: Random) -> Asked: ...

    def answer(self, asked: Asked, *, is_right: bool) -> Answer: ...

    def claims(self, asked: Asked) -> bool:
        """Whether the belief behind this card speaks of unaided recall."""
        ...


def move(policy: Policy, standing: Standing, asked: Asked, day: date, *, is_right: bool) -> Standing:
    """The belief after an answer, by the very code that practice runs."""
    at = datetime.combine(day, time(12), UTC)
    entry = Entry(day, at, 0, policy.answer(asked, is_right=is_right), kind=asked.kind)
    return advance(standing, entry, policy.scheduling)


@dataclass(frozen=True, slots=True)
class One:
    """Every fact asked in one kind, its right answers rated alike and taken at their word."""

    name: str
    kind: Kind
    rating: Rating = Rating.GOOD
    scheduling: Scheduling = DEFAULT

    def ask(self, standing: Standing, day: date, rng: Random) -> Asked:
        del standing, day, rng
        return Asked(self.kind)

    def answer(self, asked: Asked, *, is_right: bool) -> Answer:
        del asked
        return Answer(self.rating if is_right else Rating.AGAIN)

    def claims(self, asked: Asked) -> bool:
        del asked
        return True


@dataclass(frozen=True, slots=True)
class EachKind:
    """A belief for each fact and kind, as a site with MEMORY_PER=kind keeps it: one says nothing of another."""

    name: str = "a state per fact and kind"
    scheduling: Scheduling = PER_KIND

    def ask(self, standing: Standing, day: date, rng: Random) -> Asked:
        del rng
        return Asked(next_asking(standing.rung, KINDS, standing.kinds, day).kind)

    def answer(self, asked: Asked, *, is_right: bool) -> Answer:
        return Answer(Rating.GOOD if is_right else Rating.AGAIN, guess_floor(asked.kind, OPTIONS_SHOWN))

    def claims(self, asked: Asked) -> bool:
        return asked.kind is Kind.TYPED


@dataclass(frozen=True, slots=True)
class Ours:
    """One belief a fact; the ladder chooses the kind, one in twenty is a probe, answers weigh what they prove."""

    name: str = "Recollect"
    ease: Mapping[str, float] = field(default_factory=dict)
    scheduling: Scheduling = DEFAULT

    def ask(self, standing: Standing, day: date, rng: Random) -> Asked:
        hardest = hardest_graded(KINDS)
        if rng.random() < PROBE_SHARE and hardest and standing.state is not None:
            return Asked(hardest, is_probe=True)
        known = None if standing.state is None else expected(standing.state, day, Answer(Rating.GOOD))
        return Asked(ask(standing.rung, KINDS, known, self.ease).kind)

    def answer(self, asked: Asked, *, is_right: bool) -> Answer:
        floor = guess_floor(asked.kind, OPTIONS_SHOWN)
        return Answer(Rating.GOOD if is_right else Rating.AGAIN, floor, self.ease.get(asked.kind, 0.0))

    def claims(self, asked: Asked) -> bool:
        del asked
        return True
