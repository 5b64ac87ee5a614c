"""A memory that is known in; what its owner answers, and how the answer moves it, out.

The truth is an FSRS state of unaided typed recall. What is recalled is also recognised; recognition alone is easier by
a gap in logits; what is neither is guessed. What could not be recalled moves the truth as Again, whatever was clicked.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import exp
from typing import TYPE_CHECKING

from questions.practice.evidence import PRIOR
from questions.practice.ladder import OPTIONS_SHOWN
from questions.practice.scheduler import State, recall, review
from questions.vocabulary import Kind, Rating

if TYPE_CHECKING:
    from datetime import date
    from random import Random

SECONDS = {Kind.CHOICE: 6.0, Kind.CLOZE: 9.0, Kind.TYPED: 12.0}
"""What an answer takes: assumed, the same for every way of scheduling."""

TYPO_UNFORGIVEN = 0.01
"""Share of recalled answers that are typed so badly that grading calls them wrong."""


@dataclass(frozen=True, slots=True)
class World:
    """`gap`: by how many logits recognition is easier than recall; a gap to fill is easier by half of it."""

    name: str
    gap: float = 0.0

    def ease(self, kind: Kind) -> float:
        return {Kind.CHOICE: self.gap, Kind.CLOZE: self.gap / 2}.get(kind, 0.0)


@dataclass(frozen=True, slots=True)
class Given:
    """One answer: whether it was right, and whether it was truly recalled."""

    is_right: bool
    is_recalled: bool


class Mind:
    """One fact as it truly stands in a learner's memory."""

    __slots__ = ("state",)

    def __init__(self) -> None:
        self.state: State | None = None

    def recalled(self, day: date) -> float:
        """The true chance of unaided recall; before the first meeting that of having known it all along."""
        return PRIOR if self.state is None else recall(self.state, max(day, self.state.last_day))

    def answer(self, kind: Kind, day: date, world: World, rng: Random) -> Given:
        """What the learner answers; the memory has moved afterwards, once a day at most."""
        chance, draw = self.recalled(day), rng.random()
        is_recalled = draw < chance
        is_right = draw < eased(chance, world.ease(kind))
        if kind is Kind.CHOICE:
            is_right = is_right or rng.random() < 1 / OPTIONS_SHOWN
        elif rng.random() < TYPO_UNFORGIVEN:
            is_right = False
        if self.state is None or self.state.last_day < day:
            self.state = review(self.state, Rating.GOOD if is_recalled else Rating.AGAIN, day)
        return Given(is_right, is_recalled)


def eased(chance: float, ease: float) -> float:
    """σ(logit p + b)."""
    return chance * exp(ease) / (chance * exp(ease) + 1 - chance)
