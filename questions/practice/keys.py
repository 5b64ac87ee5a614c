"""A question in; the answer key that its answers are graded against out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from questions.grading import AnswerKey
from questions.models import Fact
from questions.models.prepared import Prepared, number, text
from questions.vocabulary import AnswerType, Kind

if TYPE_CHECKING:
    from questions.models import Question


ANSWERS = Prepared(
    lambda: (
        Fact.objects.current()
        .filter(bank=number("bank"), answer_type=text("answer_type"))
        .order_by("position")
        .values_list("pk", "answer", "accepted")
    )
)
"""Every answer of one type in one bank."""


def key_of(question: Question, fact: Fact) -> AnswerKey:
    """The question's answers and, for what is typed, the other answers of that type in the bank; one query at most."""
    rivals: tuple[tuple[str, ...], ...] = ()
    if question.kind in {Kind.CLOZE, Kind.TYPED}:
        rows = ANSWERS.rows(bank=fact.bank_id, answer_type=fact.answer_type)
        rivals = tuple((answer, *accepted) for _, answer, accepted in rows)
    return AnswerKey(
        answer=question.answer,
        answer_type=AnswerType(fact.answer_type),
        accepted=tuple(question.accepted),
        rivals=rivals,
        unit=fact.unit_of_measure,
        question=question.prompt,
    )
