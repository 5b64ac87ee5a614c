"""Parameters and a number of facts in; what each desired retention costs in answers and minutes a day out.

A year of a typical learner is drawn: each answer at the day it comes due, right with the chance predicted for that
day. What the first weeks cost is left out, so that the figures are those of a bank that has been met.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache, lru_cache, partial
from random import Random

from questions.vocabulary import Rating

from .evidence import PRIOR
from .scheduler import Scheduling, State, interval_of, recall, review

SHARES = (0.8, 0.85, 0.9, 0.93, 0.95, 0.97)
DRAWN = 400
"""Facts that are drawn; more change the figures by a few per cent."""

DAYS, LEFT_OUT = 365, 60
FIRST_DAY = date(2026, 1, 1)
COUNTED_FROM, LAST_DAY = FIRST_DAY + timedelta(days=LEFT_OUT), FIRST_DAY + timedelta(days=DAYS)


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
    step = cache(partial(_step, Scheduling(parameters, share)))  # most facts share their first answers
    answers = known = 0.0
    for _ in range(DRAWN):
        state, day, chance = None, FIRST_DAY, PRIOR
        while day < LAST_DAY:
            rating = Rating.GOOD if rng.random() < chance else Rating.AGAIN
            if day >= COUNTED_FROM:
                answers += 1 if rating is Rating.GOOD else 2
            state, day, chance, recalled = step(state, day, rating)
            known += recalled
    days = DRAWN * (DAYS - LEFT_OUT)
    return answers / days, known / days


def _step(scheduling: Scheduling, state: State | None, day: date, rating: Rating) -> tuple[State, date, float, float]:
    """After an answer on `day`: the state, the day of the next one, the chance of it, and the recall until then."""
    state = review(state, rating, day, scheduling)
    due = min(day + timedelta(days=interval_of(state.stability, scheduling)), LAST_DAY)
    return state, due, recall(state, due, scheduling), _recalled(state, max(day, COUNTED_FROM), due, scheduling)


def _recalled(state: State, start: date, end: date, scheduling: Scheduling) -> float:
    """The days of recall between two days, by Simpson's rule; 0 where the end comes first."""
    days = (end - start).days
    if days <= 0:
        return 0.0
    places = (start, start + timedelta(days=days / 2), end)
    first, middle, last = (recall(state, place, scheduling) for place in places)
    return days * (first + 4 * middle + last) / 6
