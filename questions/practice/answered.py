"""An answer and what it changed in; its Review, with what was believed at the time, out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from questions.models import Correction, Review
from questions.vocabulary import Kind, Outcome, Rating

from . import evidence
from .learner import scheduling_of
from .log import right_rating
from .replay import Entry
from .scheduler import interval_of

if TYPE_CHECKING:
    from datetime import date, datetime

    from questions.grading import Verdict
    from questions.models import Fact, Question, User

    from .replay import Standing

LONGEST_KEPT = 2_000
"""Characters of an answer that are kept."""

LONGEST_THOUGHT = 3_600_000
"""Milliseconds: an hour. Whoever looks longer was elsewhere."""

LAST_IN_LOG = 2**63
"""The number of an entry that is still to be logged: after all others."""


@dataclass(frozen=True)
class Answered:
    """One answer as it goes into the log: to what, how it was given, and what grading found."""

    fact: Fact
    question: Question
    kind: str
    options: tuple[str, ...]
    verdict: Verdict
    given: str
    day: date
    at: datetime
    token: str
    origin: str
    gave_up: bool = False
    hinted: bool = False
    milliseconds: int = 0
    is_probe: bool = False
    answers_again: bool = False
    is_due_at_once: bool = False
    ease: float = evidence.EASE
    mistaken_for: Fact | None = None

    @property
    def evidence(self) -> evidence.Answer:
        floor = evidence.guess_floor(Kind(self.kind), len(self.options))
        is_right = self.verdict.outcome is not Outcome.WRONG
        return evidence.Answer(right_rating(hinted=self.hinted) if is_right else Rating.AGAIN, floor, self.ease)

    @property
    def entry(self) -> Entry:
        due = self.day if self.is_due_at_once else None
        is_drawn = self.origin != Review.Origin.QUIZ
        return Entry(self.day, self.at, LAST_IN_LOG, self.evidence, decided_due=due, kind=self.kind, is_drawn=is_drawn)


def is_undone(review: Review | None) -> bool:
    """Whether the answer to come answers again what was undone, after its right answer was shown."""
    return review is not None and review.last_act == Correction.Act.UNDO


def log(learner: User, answered: Answered, before: Standing, after: Standing, *, version: int) -> Review:
    """The review of an answer that moved the memory of `version` from one standing to another; it stands as graded."""
    review = review_of(learner, answered, before, after, version=version)
    review.save(force_insert=True)
    return review


def review_of(learner: User, answered: Answered, before: Standing, after: Standing, *, version: int) -> Review:
    """The same review, still to be saved."""
    verdict, weighed = answered.verdict, answered.evidence
    review = Review(
        learner=learner,
        fact=answered.fact,
        question=answered.question,
        kind=answered.kind,
        origin=answered.origin,
        options=list(answered.options),
        given=answered.given.replace("\0", "")[:LONGEST_KEPT],  # PostgreSQL stores no NUL
        gave_up=answered.gave_up,
        hinted=answered.hinted,
        outcome=verdict.outcome,
        forgiven=[str(one) for one in verdict.forgiven],
        message=verdict.message[:500],
        rating=weighed.rating,
        guess_floor=weighed.guess_floor,
        ease=weighed.ease,
        prior=weighed.prior,
        milliseconds=max(0, min(answered.milliseconds, LONGEST_THOUGHT)),
        day=answered.day,
        answered_at=answered.at,
        token=answered.token,
        mistaken_for=answered.mistaken_for,
        is_probe=answered.is_probe and not answered.answers_again,
        answers_again=answered.answers_again,
        memory_version=version,
        **_believed(learner, answered, before, after),
    )
    review.last_act = review.last_outcome = ""
    review.is_right = verdict.outcome is not Outcome.WRONG
    return review


def _believed(learner: User, answered: Answered, before: Standing, after: Standing) -> dict[str, Any]:
    """What was believed at the time of the answer; never changed afterwards."""
    scheduling, day, weighed = scheduling_of(learner), answered.day, answered.evidence
    is_repeat, kind = not before.is_moved_on(day), answered.kind
    known, knows = before.state_in(kind, scheduling), after.state_in(kind, scheduling)
    recalled = success = None
    if known is not None:
        ease = evidence.EASE if scheduling.per_kind else weighed.ease
        recalled = evidence.expected(known, max(day, known.last_day), weighed, scheduling)
        success = evidence.success(recalled, weighed.guess_floor, ease)
    return {
        "is_of_kind": scheduling.per_kind,
        "is_repeat": is_repeat,
        "recall_before": recalled,
        "success_before": success,
        "stability_before": known.stability if known else None,
        "difficulty_before": known.difficulty if known else None,
        "rung_before": before.rung,
        "due_before": before.due,
        "stability_after": knows.stability if knows else None,
        "difficulty_after": knows.difficulty if knows else None,
        "rung_after": after.rung,
        "interval": None if is_repeat or knows is None else interval_of(knows.stability, scheduling),
        "due_after": after.due_in(kind),
    }
