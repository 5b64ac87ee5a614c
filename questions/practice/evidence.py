"""What an answer proves: a state, an answer and its kind go in; the chance it had, and the state it leaves, come out.

A right answer may have been a guess, so it is computed twice, as if the learner had known and as if not, and the two
are joined by the chance of having known. Scoring a right choice as plainly known overstates recall by four points.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import exp, log
from typing import TYPE_CHECKING

from questions.vocabulary import Kind, Rating

from .scheduler import DEFAULT, Scheduling, State, recall, recall_of, review

if TYPE_CHECKING:
    from datetime import date

PRIOR = 0.25
"""p0: the chance of knowing a fact before its first review."""

EASE = 0.0
"""b: the logit by which a kind is easier than unaided typing; 0 for every kind until it is learnt from answers."""

_HALVINGS = 60


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer as evidence: its rating (Again is wrong), the kind's guess floor g and ease b, the prior p0.

    `is_guess`: the learner says that a right answer was a guess, so it proves nothing.
    """

    rating: Rating
    guess_floor: float = 0.0
    ease: float = EASE
    prior: float = PRIOR
    is_guess: bool = False


def guess_floor(kind: Kind, options: int = 0) -> float:
    """g: the chance of a right answer by guessing: 1/options for a choice, 1/2 for true or false, 0 for all others."""
    if kind is Kind.TRUE_FALSE:
        return 0.5
    return 1 / options if kind is Kind.CHOICE and options else 0.0


def success(recalled: float, floor: float, ease: float = EASE) -> float:
    """p = g + (1 − g)·σ(logit R + b): the predicted chance that this kind is answered right."""
    known = recalled * exp(ease) / (recalled * exp(ease) + 1 - recalled)
    return floor + (1 - floor) * known


def knew(recalled: float, answer: Answer) -> float:
    """k = R/p: the chance, 0 to 1, that a right answer was known; 1 where nothing can be guessed, 0 for a guess."""
    if answer.is_guess:
        return 0.0
    chance = success(recalled, answer.guess_floor, answer.ease)
    return min(1.0, recalled / chance) if chance > 0 else 0.0


def expected(state: State | None, day: date, answer: Answer, scheduling: Scheduling = DEFAULT) -> float:
    """R before the answer: what the state predicts on `day`, or the prior for a fact never met."""
    return answer.prior if state is None else recall(state, day, scheduling)


def weigh(state: State | None, answer: Answer, day: date, scheduling: Scheduling = DEFAULT) -> State:
    """The state after `answer` on `day`. Wrong is Again; right is known with chance k and not known with 1 − k."""
    not_known = review(state, Rating.AGAIN, day, scheduling)
    if answer.rating is Rating.AGAIN:
        return not_known
    known = review(state, answer.rating, day, scheduling)
    return join(known, not_known, knew(expected(state, day, answer, scheduling), answer), scheduling)


def join(known: State, not_known: State, chance: float, scheduling: Scheduling = DEFAULT) -> State:
    """One state for two: difficulty k·D + (1−k)·D′; stability the t with k·R(t,S) + (1−k)·R(t,S′) = 0.9."""
    if chance >= 1:
        return known
    if chance <= 0:
        return not_known
    difficulty = chance * known.difficulty + (1 - chance) * not_known.difficulty
    recalled_after = recall_of(scheduling)
    low, high = sorted((log(not_known.stability), log(known.stability)))
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        days = exp(middle)
        recalled = chance * recalled_after(days, known.stability)
        recalled += (1 - chance) * recalled_after(days, not_known.stability)
        low, high = (middle, high) if recalled > 0.9 else (low, middle)
    return State(exp((low + high) / 2), difficulty, known.last_day)
