"""A card that is being answered in; what the log and the site know that the answer depends on, in one query, out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Subquery

from questions.models import Correction, DueMove, KindEase, Review, User
from questions.models.prepared import Prepared, number, text

from .evidence import EASE

if TYPE_CHECKING:
    from datetime import date, datetime

    from .cards import Card


def _newest() -> object:
    """The answer to the fact that was logged last, undone or not."""
    return Review.objects.of(number("learner")).filter(fact=number("fact")).with_corrections().order_by("-pk")


def _moves() -> object:
    return DueMove.objects.of(number("learner")).filter(fact=number("fact"))


SITUATION = Prepared(
    lambda: User.objects.filter(pk=number("learner")).values_list(
        Subquery(Review.objects.of(number("learner")).order_by("-day").values("day")[:1]),
        Subquery(_newest().values("answered_at")[:1]),
        Subquery(_newest().values("last_act")[:1]),
        Subquery(_moves().order_by("-made_at").values("made_at")[:1]),
        Subquery(KindEase.objects.filter(kind=text("kind")).values("ease")[:1]),
    )
)


@dataclass(frozen=True, slots=True)
class Situation:
    """The learner's `day` now and the ease of the card's kind. `logged_at` is when the log last heard of the fact, by
    an answer or a moved due day; None where it never did. `answers_again`: its last answer was undone."""

    day: date
    logged_at: datetime | None
    answers_again: bool
    ease: float


def situation_of(card: Card, now: datetime) -> Situation:
    """The day never goes back, even where the learner flies west or changes their time zone."""
    of_card = {"learner": card.learner.pk, "fact": card.fact.pk, "kind": card.kind}
    last_day, answered_at, last_act, moved_at, ease = SITUATION.first(**of_card)
    local = card.learner.local_day(now)
    logged_at = max(filter(None, (answered_at, moved_at)), default=None)
    return Situation(max(last_day or local, local), logged_at, last_act == Correction.Act.UNDO, ease or EASE)
