"""Histories of one learner in; FSRS parameters of their own, and whether they predict better, out.

The only doorway to fsrs-rs-python, which declares no licence and is therefore optional: without it nothing is fitted.
Its habits are tamed here: it clamps and rounds to 32 bits (we round to four decimals, so that py-fsrs accepts what it
gives), returns the defaults where it has too little, and wants its items in the order of time.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

from .scheduler import DEFAULT_PARAMETERS

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, datetime

    from questions.vocabulary import Rating

MODEL = "FSRS-6, 21 parameters"
FEWEST_ITEMS = 400
"""Answers a day or more after the one before; with fewer, the defaults predict as well (source: notes of the field)."""

TRAINED_ON = 0.8
"""The earlier share is fitted, the later one judges."""

HOW_TO_GET_IT = "To fit parameters, install the optional package: .venv/bin/pip install fsrs-rs-python==0.9.3"


@dataclass(frozen=True, slots=True)
class Step:
    """One answer in a history. `is_sure`: it shows what was known; a choice that may have been guessed does not."""

    day: date
    at: datetime
    rating: Rating
    is_sure: bool = True


@dataclass(frozen=True, slots=True)
class Fit:
    """21 parameters, and the log loss on later, unseen answers before and after; `items` were fitted and judged."""

    parameters: tuple[float, ...]
    loss_before: float
    loss_after: float
    items: int

    @property
    def is_better(self) -> bool:
        return self.loss_after < self.loss_before


class TooFewAnswers(Exception):
    """There is too little to learn from; the message says how much is there and how much it takes."""


def is_available() -> bool:
    """Whether the optional package is installed."""
    return find_spec("fsrs_rs_python") is not None


def fit(histories: Sequence[Sequence[Step]], now: Sequence[float] | None = None) -> Fit:
    """Parameters fitted to the earlier answers and judged on the later ones, against those of `now` (None: defaults).

    Each history is one fact's answers that moved its memory, in order. Raise `TooFewAnswers` below 400 items.
    """
    from fsrs_rs_python import FSRS

    rows = sorted(_rows(histories), key=lambda row: row[0])
    if len(rows) < FEWEST_ITEMS:
        raise TooFewAnswers(f"{len(rows)} answers tell something so far; it takes {FEWEST_ITEMS}.")
    split = int(len(rows) * TRAINED_ON)
    early, late = rows[:split], rows[split:]
    fitted = _fitted(FSRS, early)
    judged = [item for _, _, item in late]
    before = FSRS([float(one) for one in now or DEFAULT_PARAMETERS]).evaluate(judged).log_loss
    after = FSRS(list(fitted)).evaluate(judged).log_loss
    return Fit(fitted, before, after, len(rows))


def _fitted(engine: Any, rows: Sequence[tuple[datetime, int, Any]]) -> tuple[float, ...]:
    found = engine([]).compute_parameters([item for _, _, item in rows], [card for _, card, _ in rows])
    return tuple(round(one, 4) for one in found)


def _rows(histories: Sequence[Sequence[Step]]) -> list[tuple[datetime, int, Any]]:
    """An item for each sure answer at least a day after the one before, with the whole history up to it."""
    from fsrs_rs_python import FSRSItem, FSRSReview

    rows = []
    for card, history in enumerate(histories):
        so_far: list[Any] = []
        for place, step in enumerate(history):
            days = (step.day - history[place - 1].day).days if place else 0
            so_far = [*so_far, FSRSReview(int(step.rating), days)]
            if days > 0 and step.is_sure:
                rows.append((step.at, card, FSRSItem(so_far)))
    return rows
