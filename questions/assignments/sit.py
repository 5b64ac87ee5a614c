"""A student and a quiz in; an attempt, its sheet of questions and its saved answers out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db import IntegrityError, transaction

from questions.models import Assignment, Attempt, Item, Response
from questions.vocabulary import OFFERED

from .asked import exactness_of
from .hand_in import close_overdue
from .order import PREVIEW, items_in, options_in, seed_of
from .terms import State, phrase, terms_for

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import datetime

    from questions.models import User


class CannotStart(Exception):
    """The sentence that tells the student why."""


class AttemptClosed(Exception):
    """The attempt was handed in, or its time is over; what was saved before stands."""


@dataclass(frozen=True, slots=True)
class Line:
    """One question of the sheet: the item, its options as this attempt shows them, and the answer saved so far."""

    item: Item
    options: tuple[str, ...]
    given: str = ""
    exactness: str = ""

    @property
    def key(self) -> str:
        """What its fields are named after."""
        return str(self.item.pk)


def start(quiz: Assignment, student: User, *, now: datetime) -> Attempt:
    """The open attempt, or a new one. Raise `CannotStart` before the opening, after the due time or with none left."""
    close_overdue(now=now, student=student, quiz=quiz)
    try:
        with transaction.atomic():
            if not Assignment.objects.still_set(quiz.pk):
                raise CannotStart("Your instructor has taken this quiz back.")
            return _begun(quiz, student, now=now)
    except IntegrityError:  # a second click, or a second tab, was first
        return Attempt.objects.of(student).filter(assignment=quiz).latest("number")


def _begun(quiz: Assignment, student: User, *, now: datetime) -> Attempt:
    """The open attempt, or a new one by the terms that hold now."""
    quiz.refresh_from_db(fields=["opens_at", "due_at", "attempts_allowed"])
    terms = terms_for(quiz, student)
    if terms.open_attempt:
        return terms.open_attempt
    if (state := terms.state(now)) is not State.OPEN:
        raise CannotStart(_why_not(quiz, state))
    return Attempt.objects.create(
        assignment=quiz,
        student=student,
        number=len(terms.attempts) + 1,
        started_at=now,
        closes_at=terms.due_at,
    )


def _why_not(quiz: Assignment, state: State) -> str:
    if state is State.UPCOMING:
        return f"This quiz opens on {phrase(quiz.opens_at, quiz.course.time_zone)}."
    if state is State.CLOSED:
        return "The time for this quiz is over."
    return "You have used all your attempts at this quiz."


def sheet(attempt: Attempt) -> list[Line]:
    """The questions of this attempt, in its own order, with what is saved. Withdrawn items are left out."""
    items = attempt.assignment.items.counted().select_related("fact")
    return lines_of(items, seed_of(attempt), dict(attempt.responses.values_list("item_id", "given")))


def lines_of(items: Iterable[Item], seed: str, saved: Mapping[int, str]) -> list[Line]:
    return [
        Line(item, options_in(item, seed), saved.get(item.pk, ""), exactness_of(item)) for item in items_in(items, seed)
    ]


def preview(items: Iterable[Item]) -> list[Line]:
    """The sheet as a student would see it, in one of the possible orders."""
    return lines_of(items, PREVIEW, {})


@transaction.atomic
def save(attempt: Attempt, answers: Mapping[int, str], *, now: datetime) -> int:
    """Keep `answers`, by item; how many there were. An option that was not offered is left out.

    Raise `AttemptClosed` when the attempt was handed in or its time is over.
    """
    if not Attempt.objects.select_for_update().filter(pk=attempt.pk).open_at(now).exists():
        raise AttemptClosed
    items = Item.objects.counted().filter(assignment=attempt.assignment_id, pk__in=answers)
    kept = [item for item in items if item.kind not in OFFERED or answers[item.pk] in ["", *item.options]]
    rows = [Response(attempt=attempt, item=item, given=answers[item.pk], answered_at=now) for item in kept]
    Response.objects.bulk_create(
        rows, update_conflicts=True, unique_fields=["attempt", "item"], update_fields=["given", "answered_at"]
    )
    return len(rows)
