"""An attempt in; its answers graded, and each of them a Review of the student's memory, out.

An attempt whose time ran out is closed by the worker's sweep, or by the next step that needs it closed; until then
every page reads it as closed (`Attempt.over_since`, `verdicts.run_out`), so that looking changes nothing.
"""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import F, Value
from django.db.models.functions import Least

from questions.models import Attempt, Response
from questions.models.prepared import Prepared, instant, number
from questions.practice.responses import QuizAnswer, record_responses

from .order import options_in, seed_of
from .terms import terms_for
from .verdicts import graded

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from django.db.models import QuerySet

    from questions.grading import Verdict
    from questions.models import Assignment, Review, User
    from questions.models.prepared import Place

log = logging.getLogger(__name__)


@transaction.atomic
def hand_in(attempt: Attempt, *, now: datetime) -> Attempt:
    """Close the attempt, grade it and record its answers as reviews. Handing in twice is handing in once.

    An attempt whose time is over counts as handed in when it closed.
    """
    return _close(attempt, Attempt.objects.open(), now=now)


@transaction.atomic
def close(attempt: Attempt, *, now: datetime) -> Attempt:
    """Hand the attempt in if its time is over, and an extension of this very moment counts; else leave it open."""
    return _close(attempt, Attempt.objects.overdue(now), now=now)


def _close(attempt: Attempt, closable: QuerySet[Attempt], *, now: datetime) -> Attempt:
    closed = closable.filter(pk=attempt.pk).update(handed_in_at=Least(Value(now), F("closes_at")))
    attempt.refresh_from_db(fields=["handed_in_at", "closes_at"])
    if closed:
        _grade(attempt)
    return attempt


def _grade(attempt: Attempt) -> None:
    verdicts = graded([attempt])
    Response.objects.bulk_update([response for response, _ in verdicts], ["outcome", "message", "forgiven"])
    counted = [pair for pair in verdicts if pair[0].item.withdrawn_at is None]
    remember(attempt, counted, now=attempt.handed_in_at)


def remember(attempt: Attempt, verdicts: Sequence[tuple[Response, Verdict]], *, now: datetime) -> list[Review]:
    """The reviews made of graded answers, without those that are reviews already; wants the items with their facts."""
    answers = [
        QuizAnswer(
            fact=response.item.fact,
            question=response.item.question,
            kind=response.item.kind,
            options=options_in(response.item, seed_of(attempt)),
            verdict=verdict,
            given=response.given,
            answered_at=response.answered_at,
            token=f"quiz-{attempt.pk}-{response.item_id}",
        )
        for response, verdict in verdicts
    ]
    is_shown = terms_for(attempt.assignment, attempt.student).shows_answers(now)
    return record_responses(attempt.student, answers, answer_shown=is_shown)


def close_overdue(*, now: datetime, student: User | None = None, quiz: Assignment | None = None) -> int:
    """Hand in what is still open although its time is over, of one student or one quiz; how many there were."""
    of_quiz = {"assignment": quiz} if quiz else {}
    found = OVERDUE_OF.rows(now=now, student=student.pk) if student else overdue(now, **of_quiz)
    mine = [attempt for attempt in found if quiz is None or attempt.assignment_id == quiz.pk]
    return sum(close(attempt, now=now).handed_in_at is not None for attempt in mine)


def sweep(*, now: datetime) -> int:
    """Hand in all that is still open although its time is over, one by one; how many this closed.

    One that cannot be closed is logged, keeps nobody else waiting and is tried again in the next sweep.
    """
    closed = 0
    for pk in list(Attempt.objects.overdue(now).values_list("pk", flat=True)):
        try:
            closed += _swept(pk, now)
        except Exception:
            log.exception("Attempt %s cannot be closed", pk)
    return closed


def _swept(pk: int, now: datetime) -> bool:
    """Whether it was still there to be closed: its student, or another worker, may have come first."""
    attempt = overdue(now, pk=pk).first()
    return attempt is not None and close(attempt, now=now).handed_in_at is not None


def overdue(now: datetime | Place, **of: object) -> QuerySet[Attempt]:
    """What is still open although its time is over, with all that its grading looks at."""
    return Attempt.objects.overdue(now).filter(**of).select_related("assignment__course", "student")


OVERDUE_OF = Prepared(lambda: overdue(instant("now"), student=number("student")))
"""Of one student: asked at every card."""
