"""A review in; what its learner is told, once, of the answer that became another one before it, out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Q

from questions.models import Correction, FactChange, Review
from questions.vocabulary import Kind, Rating

from .learner import scheduling_of
from .scheduler import review as first_review

if TYPE_CHECKING:
    from datetime import datetime

    from questions.models import User


@dataclass(frozen=True, slots=True)
class Changed:
    """What the answer was, what it is, since when, and why, where whoever changed it said so."""

    was: str
    now: str
    since: datetime
    why: str = ""


def changed_before(learner: User, review: Review) -> Changed | None:
    """What changed between the learner's answer before and `review`: it is told at the first answer after it alone.

    No query for a memory firmer than a change leaves it.
    """
    if review.stability_before is None or review.stability_before > _least(learner, review) + 1e-6:
        return None
    earlier = Q(day__lt=review.day) | Q(day=review.day, answered_at__lt=review.answered_at)
    answers = Review.objects.of(learner).filter(earlier, fact=review.fact_id).as_corrected().select_related("question")
    before = answers.order_by("day", "answered_at", "pk").last()
    if before is None or before.last_act != Correction.Act.CHANGED:
        return None
    rows = Correction.objects.of(learner).filter(review=before, act=Correction.Act.CHANGED)
    since = rows.order_by("pk").values_list("made_at", flat=True).last()
    logged = FactChange.objects.answer_since(review.fact, since)
    was = logged.old_answer if logged else "" if before.kind == Kind.TRUE_FALSE else before.question.answer
    if not was or was == review.fact.answer:
        return None
    return Changed(was, review.fact.answer, since, logged.why if logged else "")


def _least(learner: User, review: Review) -> float:
    """The stability, in days, that a change leaves at most."""
    return first_review(None, Rating.AGAIN, review.day, scheduling_of(learner)).stability
