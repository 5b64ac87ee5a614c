"""Reviews for the figures of progress, each field as plain as it can be."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from itertools import count
from typing import TYPE_CHECKING

from questions.models import Correction, Review

if TYPE_CHECKING:
    from questions.models import Fact, User

_number = count()


def answer(learner: User, fact: Fact, day: date, *, right: bool = True, **fields: object) -> Review:
    """One typed answer at noon of `day`."""
    number = next(_number)
    row = {
        "question": fact.questions.filter(kind=fields.get("kind", "typed")).first(),
        "kind": "typed",
        "outcome": "correct" if right else "wrong",
        "rating": 3 if right else 1,
        "guess_floor": 0,
        "prior": 0.25,
        "day": day,
        "answered_at": datetime.combine(day, time(12), UTC) + timedelta(seconds=number),
        "token": f"t{number}",
        "memory_version": 0,
    }
    return Review.objects.create(learner=learner, fact=fact, **(row | fields))


def correct(made: Review, act: str, outcome: str = "") -> None:
    Correction.objects.create(
        learner=made.learner, review=made, act=act, outcome=outcome, made_at=made.answered_at + timedelta(minutes=1)
    )
