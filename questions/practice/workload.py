"""Parameters and a number of facts in; what each desired retention costs in answers and minutes a day out.

A year of a typical learner is drawn: each answer at the day it comes due, right with the chance predicted for that
day. What the first weeks cost is left out, so that the figures are those of a bank that has been met.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from random import Random

from questions.vocabulary import Rating

from .evidence import PRIOR
from .scheduler import Scheduling, State, interval_of, recall, review

SHARES = (0.8, 0.85, 0.9, 0.93, 0.95, 0.97)
DRAWN = 400
"""Facts that are drawn; more change the figures by a few per cent."""

DAYS, LEFT_OUT = 365, 60
FIRST_DAY = date(2026, 1, 1)


@dataclass(frozen=True, slots=True)
class Cost:
    """One desired retention: answers and minutes a day for all facts, and the share known on an average day."""

    share: float
    answers: float
    minutes: float
    known: float


def costs(facts: int, seconds: float, parameters: tuple[float, ...] | None = None) -> tuple[Cost, ...]:
    """What each share costs for `facts` facts at `seconds` an answer; a wrong answer is asked again the same day."""
    found = []
    for share in SHARES:
        answers, known = _year(share, parameters)
        found.append(Cost(share, answers * facts, answers * facts * seconds / 60, known))
    return tuple(found)


@lru_cache(maxsize=512)
def _year(share: float, parameters: tuple[float, ...] | None) -> tuple[float, float]:
    """Answers a fact and day, and the mean recall, after the first weeks."""
    rng = Random(1)  # noqa: S311 - a draw, not a secret
    scheduling = Scheduling(parameters, share)
    answers, known, last = 0.0, 0.0, FIRST_DAY + timedelta(days=DAYS)
    counted_from = FIRST_DAY + timedelta(days=LEFT_OUT)
    for _ in range(DRAWN):
        state: State | None = None
        day = FIRST_DAY
        while day < last:
            chance = PRIOR if state is None else recall(state, day, scheduling)
            is_right = rng.random() < chance
            if day >= counted_from:
                answers += 1 if is_right else 2
            state = review(state, Rating.GOOD if is_right else Rating.AGAIN, day, scheduling)
            after = min(day + timedelta(days=interval_of(state.stability, scheduling)), last)
            known += _recalled(state, max(day, counted_from), after, scheduling)
            day = after
    days = DRAWN * (DAYS - LEFT_OUT)
    return answers / days, known / days


def _recalled(state: State, start: date, end: date, scheduling: Scheduling) -> float:
    """The days of recall between two days, by Simpson's rule; 0 where the end comes first."""
    days = (end - start).days
    if days <= 0:
        return 0.0
    places = (start, start + timedelta(days=days / 2), end)
    first, middle, last = (recall(state, place, scheduling) for place in places)
    return days * (first + 4 * middle + last) / 6
