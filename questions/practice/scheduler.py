"""What a learner remembers of a fact and a rating go in; what they remember afterwards, and for how long, comes out.

The only doorway to py-fsrs (FSRS-6, 6.3.2). Its habits are tamed here: it counts spans of 24 hours, so it is given
noon UTC of the learner's day; it sleeps to make up an id, so each card has one; it repeats in minutes and blurs its
intervals, so both are off: the queue repeats within the day, and a due day can be replayed.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from functools import lru_cache
from typing import TYPE_CHECKING

import fsrs

from questions.vocabulary import Rating

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

LONGEST_INTERVAL = 36_500
"""Days."""

DEFAULT_PARAMETERS: tuple[float, ...] = tuple(fsrs.scheduler.DEFAULT_PARAMETERS)


@dataclass(frozen=True, slots=True)
class State:
    """Stability in days (the time after which recall is 0.9), difficulty 1 to 10, the day of the last review."""

    stability: float
    difficulty: float
    last_day: date


@dataclass(frozen=True, slots=True)
class Scheduling:
    """A learner's 21 FSRS-6 parameters (None: the defaults) and the recall, 0 to 1, at which a fact comes due.

    `per_kind`: each kind in which a fact is asked has a memory of its own, instead of the fact.
    """

    parameters: tuple[float, ...] | None = None
    desired_retention: float = 0.9
    per_kind: bool = False


DEFAULT = Scheduling()


def recall(state: State, day: date, scheduling: Scheduling = DEFAULT) -> float:
    """R: the predicted chance, 0 to 1, of unaided recall on `day`; 1 on the day of the last review.

    Raise `ValueError` for a day before the last review.
    """
    return recall_after(_days_between(state, day), state.stability, scheduling)


def recall_after(days: float, stability: float, scheduling: Scheduling = DEFAULT) -> float:
    """R after `days` ≥ 0: (1 + f·t/S)^−w20 with f chosen so that R(S) = 0.9 (FSRS-6's power curve)."""
    decay, factor = _curve(scheduling)
    return float((1 + factor * days / stability) ** decay)


def recall_of(scheduling: Scheduling = DEFAULT) -> Callable[[float, float], float]:
    """The curve of `recall_after` for one learner, where it is asked thousands of times: (days, stability) to R."""
    decay, factor = _curve(scheduling)

    def recall_then(days: float, stability: float) -> float:
        return float((1 + factor * days / stability) ** decay)

    return recall_then


def recalled_then(held: Mapping[tuple[float, float], int], later: float, scheduling: Scheduling = DEFAULT) -> float:
    """The sum of R over many memories, `later` days from now; of each (days since, stability) how many there are."""
    decay, factor = _curve(scheduling)
    return float(sum(n * (1 + factor * (days + later) / stability) ** decay for (days, stability), n in held.items()))


def interval_of(stability: float, scheduling: Scheduling = DEFAULT) -> int:
    """Whole days, 1 to 36,500, until recall falls to the desired retention."""
    decay, factor = _curve(scheduling)
    days = float(stability / factor * (scheduling.desired_retention ** (1 / decay) - 1))
    return max(1, min(round(days), LONGEST_INTERVAL))


def review(state: State | None, rating: Rating, day: date, scheduling: Scheduling = DEFAULT) -> State:
    """The state after an answer rated `rating` on `day`; `state` is None for a fact never met.

    Raise `ValueError` for a day before the last review, and for parameters that FSRS-6 refuses.
    """
    if state is None:
        card = fsrs.Card(card_id=0)
    else:
        _days_between(state, day)
        card = fsrs.Card(
            card_id=0,
            state=fsrs.State.Review,
            step=None,
            stability=state.stability,
            difficulty=state.difficulty,
            last_review=_noon(state.last_day),
        )
    after, _ = _engine(scheduling).review_card(card, fsrs.Rating(int(rating)), _noon(day))
    if after.stability is None or after.difficulty is None:
        raise ValueError("FSRS gave a review no state.")
    return State(after.stability, after.difficulty, day)


def _days_between(state: State, day: date) -> int:
    days = (day - state.last_day).days
    if days < 0:
        raise ValueError(f"{day} is before the last review on {state.last_day}.")
    return days


def _noon(day: date) -> datetime:
    return datetime.combine(day, time(12), UTC)


@lru_cache(maxsize=256)
def _engine(scheduling: Scheduling) -> fsrs.Scheduler:
    return fsrs.Scheduler(
        scheduling.parameters or DEFAULT_PARAMETERS,
        scheduling.desired_retention,
        learning_steps=(),
        relearning_steps=(),
        maximum_interval=LONGEST_INTERVAL,
        enable_fuzzing=False,
    )


@lru_cache(maxsize=256)
def _curve(scheduling: Scheduling) -> tuple[float, float]:
    """The exponent (negative) and the factor of the forgetting curve."""
    decay = -(scheduling.parameters or DEFAULT_PARAMETERS)[20]
    return decay, 0.9 ** (1 / decay) - 1
