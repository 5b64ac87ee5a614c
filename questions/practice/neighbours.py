"""A wrong answer in; the other fact of the bank whose answer it is, out; and both asked soon, to be told apart."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from django.db.models import Count

from questions.models import DueMove, Fact, Memory, Review
from questions.text.fold import words
from questions.vocabulary import Kind

from .decisions import move
from .keys import ANSWERS

if TYPE_CHECKING:
    from datetime import date, datetime

    from django.db.models import QuerySet

    from questions.models import User

SAID_IN_FULL = frozenset({Kind.CHOICE, Kind.CLOZE, Kind.TYPED})
"""Kinds whose answer is another fact's answer, word for word."""


def neighbour_of(learner: User, fact: Fact, *, kind: str, given: str) -> Fact | None:
    """The fact that `given` answers: of the same type and bank, best one that the learner has met; two queries.

    Only for a wrong answer to `fact`. Case, accents and punctuation do not matter; more is not forgiven here.
    """
    said = words(given) if kind in SAID_IN_FULL else ()
    if not said:
        return None
    rows = ANSWERS.rows(bank=fact.bank_id, answer_type=fact.answer_type)
    found = [
        pk for pk, answer, accepted in rows if pk != fact.pk and said in {words(each) for each in (answer, *accepted)}
    ]
    if not found:
        return None
    met = set(Memory.objects.of(learner).learnt().filter(fact__in=found).values_list("fact", flat=True))
    return Fact.objects.get(pk=next((pk for pk in found if pk in met), found[0]))


def raise_neighbour(learner: User, neighbour: Fact, *, day: date, now: datetime) -> bool:
    """The neighbour due tomorrow, where it would come later; what was never met, or is put away, is left alone."""
    held = Memory.objects.of(learner).learnt().filter(fact=neighbour, is_suspended=False).select_related("learner")
    memory, tomorrow = held.first(), day + timedelta(days=1)
    if memory is None or memory.due is None or memory.due <= tomorrow:
        return False
    return move(memory, tomorrow, reason=DueMove.Reason.NEIGHBOUR, day=day, now=now)


def leave_neighbour(learner: User, review: Review, *, day: date, now: datetime) -> None:
    """Take back what a wrong answer did to its neighbour, once it is undone or counts as right.

    Not while another answer of that day has mixed up the two as well, nor where the neighbour was moved on since.
    """
    neighbour = review.mistaken_for_id
    mixed = Review.objects.of(learner).on(review.day).filter(mistaken_for=neighbour).as_corrected()
    if neighbour is None or mixed.filter(is_right=False).exists():
        return
    raised = DueMove.objects.of(learner).filter(fact=neighbour, reason=DueMove.Reason.NEIGHBOUR, day=review.day).last()
    memory = Memory.objects.of(learner).filter(fact=neighbour).first()
    if raised and memory and memory.due == raised.due_to:
        move(memory, raised.due_from, reason=DueMove.Reason.CORRECTED, day=day, now=now)


def taken_for(learner: User, fact: Fact, *, now: datetime) -> list[Fact]:
    """The facts whose answers the learner gave for this one, the most often first; none of a quiz being sat."""
    mixed = Review.objects.of(learner).filter(fact=fact, mistaken_for__isnull=False).as_corrected().order_by()
    times = dict(mixed.filter(is_right=False).values_list("mistaken_for").annotate(times=Count("pk")))
    found = shown_beside(learner, now=now).filter(pk__in=times)
    return sorted(found, key=lambda other: (-times[other.pk], other.position))


def shown_beside(learner: User, *, now: datetime) -> QuerySet[Fact]:
    """Facts, with what a page shows of them, that may be shown as neighbours now."""
    put_away = Fact.objects.in_open_quiz(learner, now).values("pk")
    return Fact.objects.current().visible_to(learner).select_related("statement", "bank").exclude(pk__in=put_away)
