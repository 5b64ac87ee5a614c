"""An attempt in; its answers graded, and each of them a Review of the student's memory, out."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import F, Value
from django.db.models.functions import Least

from questions.grading import grade
from questions.models import Attempt, Fact, Response
from questions.models.library import Kind
from questions.models.prepared import Prepared, instant, number
from questions.practice.judging import final
from questions.practice.keys import key_from
from questions.practice.responses import QuizAnswer, record_responses
from questions.vocabulary import Kind as PlainKind

from .order import options_in, seed_of
from .terms import terms_for

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from django.db.models import QuerySet

    from questions.grading import Verdict
    from questions.models import Assignment, Review, User
    from questions.models.prepared import Place

Rivals = dict[tuple[int, str], tuple[tuple[str, ...], ...]]
"""By bank and answer type: every answer, with its alternatives."""


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
        _grade(attempt, now=now)
    return attempt


def _grade(attempt: Attempt, *, now: datetime) -> None:
    answered = list(
        attempt.responses.exclude(given="")
        .select_related("item__fact", "item__question")
        .order_by("answered_at", "item__position")
    )
    rivals = rivals_of(answered)
    verdicts = [(response, verdict_on(response, rivals)) for response in answered]
    for response, verdict in verdicts:
        response.outcome, response.message = verdict.outcome, verdict.message[:500]
        response.forgiven = [str(one) for one in verdict.forgiven]
    Response.objects.bulk_update(answered, ["outcome", "message", "forgiven"])
    remember(attempt, [pair for pair in verdicts if pair[0].item.withdrawn_at is None], now=now)


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


def overdue(now: datetime | Place, **of: object) -> QuerySet[Attempt]:
    """What is still open although its time is over, with all that its grading looks at."""
    return Attempt.objects.overdue(now).filter(**of).select_related("assignment__course", "student")


OVERDUE_OF = Prepared(lambda: overdue(instant("now"), student=number("student")))
"""Of one student: asked at every card."""


def verdict_on(response: Response, rivals: Rivals) -> Verdict:
    """What grading finds. A date coarser than asked cannot be handed back here, so it is wrong, and says why."""
    item, fact = response.item, response.item.fact
    key = key_from(item, fact, rivals.get((fact.bank_id, fact.answer_type), ()))
    return final(grade(PlainKind(item.kind), key, response.given))


def rivals_of(responses: Sequence[Response]) -> Rivals:
    """The answers that a typed one must not be confused with; one query."""
    facts = [response.item.fact for response in responses if response.item.kind == Kind.TYPED]
    if not facts:
        return {}
    found = Fact.objects.current().filter(
        bank__in={fact.bank_id for fact in facts}, answer_type__in={fact.answer_type for fact in facts}
    )
    rivals = defaultdict(list)
    for bank, answer_type, answer, accepted in found.values_list("bank", "answer_type", "answer", "accepted"):
        rivals[bank, answer_type].append((answer, *accepted))
    return {key: tuple(answers) for key, answers in rivals.items()}
