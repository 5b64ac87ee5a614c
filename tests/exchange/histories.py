"""Answers of past days, written as practice would write them: a typed answer moves the state by its rating alone."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

from questions.models import Correction, Memory, Review
from questions.practice.scheduler import State, interval_of, recall, review
from questions.vocabulary import Rating

if TYPE_CHECKING:
    from collections.abc import Iterable

    from questions.models import Fact, User


def learn(learner: User, fact: Fact, answers: Iterable[tuple[date, int]], **fields: object) -> list[Review]:
    """The reviews of `answers` (day, rating), and the memory they leave. `fields` go to every review."""
    state: State | None = None
    made = []
    for day, rating in answers:
        before, state = state, review(state, Rating(rating), day)
        made.append(_review(learner, fact, before, state, Rating(rating), fields))
    last = made[-1]
    Memory.objects.update_or_create(
        learner=learner,
        fact=fact,
        defaults={
            "stability": state.stability,
            "difficulty": state.difficulty,
            "last_day": state.last_day,
            "due": last.due_after,
            "review_count": len(made),
            "lapse_count": sum(each.rating == Rating.AGAIN for each in made[1:]),
            "version": len(made),
        },
    )
    return made


def correct(made: Review, act: str, outcome: str = "") -> Correction:
    now = made.answered_at + timedelta(minutes=1)
    return Correction.objects.create(learner=made.learner, review=made, act=act, outcome=outcome, made_at=now)


def _review(
    learner: User, fact: Fact, before: State | None, after: State, rating: Rating, fields: dict[str, object]
) -> Review:
    interval = interval_of(after.stability)
    expected = recall(before, after.last_day) if before else None
    row = {
        "question": fact.questions.get(kind="typed", wording=0),
        "kind": "typed",
        "outcome": "wrong" if rating is Rating.AGAIN else "correct",
        "rating": rating,
        "guess_floor": 0,
        "prior": 0.25,
        "milliseconds": 4000,
        "day": after.last_day,
        "answered_at": datetime.combine(after.last_day, time(12), UTC) + timedelta(seconds=fact.position),
        "token": f"{fact.pk}-{after.last_day}",
        "recall_before": expected,
        "success_before": expected,
        "stability_after": after.stability,
        "difficulty_after": after.difficulty,
        "interval": interval,
        "due_after": after.last_day + timedelta(days=interval),
        "memory_version": 0,
    }
    return Review.objects.create(learner=learner, fact=fact, **(row | fields))
