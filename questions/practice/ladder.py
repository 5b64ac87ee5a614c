"""How firmly a fact is held goes in; in which kind it is asked next, and the rung after the answer, come out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from questions.vocabulary import Kind

from .evidence import EASE, guess_floor, success

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

RUNGS: tuple[tuple[Kind, ...], ...] = ((Kind.CHOICE, Kind.TRUE_FALSE), (Kind.CLOZE,), (Kind.TYPED, Kind.RECALL))
"""Fragile to firm; where a rung has two kinds the first that a fact has is asked."""

TOP = len(RUNGS) - 1
CLIMBS = (4, 10)
"""Days of the new interval from which a right answer climbs from rung 0 and from rung 1."""

LEAST_SUCCESS = 0.6
PROBE_SHARE = 1 / 20
"""Of reviews of facts met before: asked in the hardest kind, drawn before the state is looked at."""

OPTIONS_SHOWN = 3
"""The right one and two others: more lures teach errors to people who do not know the fact yet."""


@dataclass(frozen=True, slots=True)
class Asking:
    """The kind to ask and the rung it is asked for; a cloze shows its first letter below the top rung."""

    kind: Kind
    rung: int


def climb(rung: int, *, is_right: bool, interval: int) -> int:
    """The rung after an answer whose new interval is so many days."""
    if not is_right:
        return max(0, rung - 1)
    return rung + 1 if rung < TOP and interval >= CLIMBS[rung] else rung


def ask(rung: int, kinds: Collection[Kind], recalled: float | None, eases: Mapping[str, float] | None = None) -> Asking:
    """What to ask of a fact that has these kinds; `recalled` is R, None for a fact never met, `eases` b by kind.

    One rung easier where success is unlikely. A rung without a kind is skipped: downwards first, then upwards.
    Raise `ValueError` when the fact has no kind at all.
    """
    kind = nearest(rung, kinds)
    ease = (eases or {}).get(kind, EASE)
    if rung and recalled is not None and success(recalled, guess_floor(kind, OPTIONS_SHOWN), ease) < LEAST_SUCCESS:
        return Asking(nearest(rung - 1, kinds), rung - 1)
    return Asking(kind, rung)


def nearest(rung: int, kinds: Collection[Kind]) -> Kind:
    """The kind of this rung, or else of the next one below, or else of the next one above."""
    for step in sorted(range(TOP + 1), key=lambda step: (step > rung, abs(step - rung))):
        for kind in RUNGS[step]:
            if kind in kinds:
                return kind
    raise ValueError("A fact without a kind cannot be asked.")


def hardest_graded(kinds: Collection[Kind]) -> Kind | None:
    """The hardest kind that a program grades and nobody can guess; None where there is only a choice or a flashcard."""
    return next((kind for kind in (Kind.TYPED, Kind.CLOZE) if kind in kinds), None)
