"""A question in; the answer key that its answers are graded against out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from questions.grading import AnswerKey
from questions.models import Fact
from questions.models.prepared import Prepared, number, text
from questions.vocabulary import AnswerType, Kind

if TYPE_CHECKING:
    from questions.models import Item, Question


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
    return key_from(question, fact, rivals)


def key_from(asked: Question | Item, fact: Fact, rivals: tuple[tuple[str, ...], ...]) -> AnswerKey:
    """The key of a question, or of an item of a quiz, where the `rivals` of its answer are known; no query."""
    return AnswerKey(
        answer=asked.answer,
        answer_type=AnswerType(fact.answer_type),
        accepted=tuple(asked.accepted),
        rivals=rivals,
        unit=fact.unit_of_measure,
        question=asked.prompt,
    )
