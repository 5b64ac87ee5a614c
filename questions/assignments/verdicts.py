"""Attempts in; a verdict on each of their answers out. Nothing is saved: who hands in saves, who looks only reads."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from questions.grading import grade
from questions.models import Fact, Response
from questions.models.library import Kind
from questions.practice.judging import final
from questions.practice.keys import key_from
from questions.vocabulary import Kind as PlainKind

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence
    from datetime import datetime

    from questions.grading import Verdict
    from questions.models import Attempt

Rivals = dict[tuple[int, str], tuple[tuple[str, ...], ...]]
"""By bank and answer type: every answer, with its alternatives."""


def graded(attempts: Collection[Attempt]) -> list[tuple[Response, Verdict]]:
    """Every answer given in `attempts`, in order of time, its verdict written into it but not saved; two queries."""
    given = Response.objects.filter(attempt__in=attempts).exclude(given="")
    answered = list(given.select_related("item__fact", "item__question").order_by("answered_at", "item__position"))
    rivals = rivals_of(answered)
    return [(response, _judged(response, rivals)) for response in answered]


def run_out(attempts: Iterable[Attempt], now: datetime) -> list[Response]:
    """The answers of those of `attempts` that ran out and that nobody has closed yet, graded; no query without any."""
    waiting = [attempt for attempt in attempts if attempt.handed_in_at is None and attempt.over_since(now)]
    return [response for response, _ in graded(waiting)] if waiting else []


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


def _judged(response: Response, rivals: Rivals) -> Verdict:
    verdict = verdict_on(response, rivals)
    response.outcome, response.message = verdict.outcome, verdict.message[:500]
    response.forgiven = [str(one) for one in verdict.forgiven]
    return verdict
