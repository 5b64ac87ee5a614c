"""A review and a correction of it in; the correction in the log, and the memory replayed from the log, out."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db import transaction

from questions.models import Correction, Review
from questions.vocabulary import Kind

from .decisions import settled
from .kept_tallies import following
from .learner import day_of
from .log import keep, memory_of
from .neighbours import leave_neighbour

if TYPE_CHECKING:
    from datetime import date, datetime

    from questions.models import User

TRIES = 3

LABELS = {
    Correction.Act.UNDO: "Undo",
    Correction.Act.CLAIM: "My answer was right",
    Correction.Act.GUESSED: "I guessed",
    Correction.Act.EASY: "That was easy",
}

NOT_YOURS = "Only the one who gave an answer can correct it."
UNDONE = "This answer has been undone. Nothing more can be said about it."
FORGOTTEN = "You chose to forget this fact, and this answer with it."
CHANGED = "This fact has been changed in its bank since. It will be asked anew."
NO_ACT = "There is no such correction."
BUSY = "This fact was changed in several places at once. Try again."
CLOSED = {Correction.Act.UNDO: UNDONE, Correction.Act.FORGET: FORGOTTEN, Correction.Act.CHANGED: CHANGED}
"""After these nothing more is said about an answer."""
NOT_NOW = {
    Correction.Act.UNDO: "An answer can be undone on the day it was given.",
    Correction.Act.CLAIM: "Only a written answer that was found wrong can be claimed to be right.",
    Correction.Act.GUESSED: "Only a right answer of today can have been a guess.",
    Correction.Act.EASY: "Only a right answer of today can have been easy.",
}


@dataclass(frozen=True, slots=True)
class Act:
    """Something a learner may say about an answer: its value, and the words on the button."""

    value: str
    label: str


class NotPossible(Exception):
    """This correction cannot be made; the message says why in one sentence."""


class _Overtaken(Exception):
    """Somebody wrote the memory in the meantime."""


def acts_of(review: Review, day: date) -> list[Act]:
    """What the learner may say, on their `day`, about a review that comes with its corrections, in the order of the
    buttons; no query."""
    return [Act(act.value, LABELS[act]) for act in _possible(review, day)]


def correct(learner: User, review: Review, act: str, *, now: datetime) -> Review:
    """The review, corrected. Saying the same twice is saying it once. Raise `NotPossible` where it cannot be said."""
    if review.learner_id != learner.pk:
        raise NotPossible(NOT_YOURS)
    said, stands = Correction.Act(act), as_it_stands(review)
    last = stands.last_act
    if last == said:
        return review
    if said not in _possible(stands, day_of(learner, now)):
        raise NotPossible(CLOSED.get(last) or NOT_NOW.get(said, NO_ACT))
    return append(review, said, made_by=learner, now=now)


def regrade(review: Review, *, outcome: str, made_by: User | None, now: datetime) -> Review:
    """The review with another outcome than it got, because its key was wrong or was changed."""
    return append(review, Correction.Act.REGRADE, outcome=outcome, made_by=made_by, now=now)


def append(review: Review, act: Correction.Act, *, made_by: User | None, now: datetime, outcome: str = "") -> Review:
    """Log the correction and replay the memory; both or neither."""
    row = {"review": review, "act": act, "outcome": outcome, "made_by": made_by, "made_at": now}
    for _ in range(TRIES):
        with suppress(_Overtaken), transaction.atomic(), following(review):
            memory = memory_of(review.learner, review.fact)
            Correction.objects.create(learner=review.learner, **row)
            day = review.learner.local_day(now)
            if not keep(memory, settled(review.learner, review.fact, day=day, now=now)):
                raise _Overtaken
            leave_neighbour(review.learner, review, day=day, now=now)
            return review
    raise NotPossible(BUSY)


def as_it_stands(review: Review) -> Review:
    """The review as the database has it now, with its corrections."""
    return Review.objects.filter(learner_id=review.learner_id, pk=review.pk).with_corrections().get()


def _possible(review: Review, day: date) -> list[Correction.Act]:
    last = review.last_act
    if review.origin == Review.Origin.QUIZ or last in CLOSED:
        return []
    is_today = review.day == day
    acts = [Correction.Act.UNDO] if is_today else []
    if not review.is_right:
        is_written = review.kind in {Kind.CLOZE, Kind.TYPED} and not review.gave_up
        return [*acts, Correction.Act.CLAIM] if is_written else acts
    if not is_today or last in {Correction.Act.CLAIM, Correction.Act.REGRADE} or review.is_repeat:
        return acts
    said = [Correction.Act.GUESSED, Correction.Act.EASY]
    return acts + [act for act in said if act != last and (act != Correction.Act.GUESSED or review.kind != Kind.RECALL)]
