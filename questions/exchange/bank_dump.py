"""A bank's row in; every current question as plain values out, for other programs and for people who check them."""

from __future__ import annotations

from dataclasses import dataclass

from questions.models import Bank, Document, Question
from questions.vocabulary import Kind

KINDS = {str(kind): place for place, kind in enumerate(Kind)}


@dataclass(frozen=True, slots=True)
class DumpedQuestion:
    """One question. `distractors` is the whole pool, best first; `section` names every place it is taken from."""

    bank: str
    unit: str
    fact: str
    kind: str
    question: str
    answer: str
    accepted: list[str]
    distractors: list[str]
    explanation: str
    source: str
    section: str


def dump_questions(bank: Bank) -> list[DumpedQuestion]:
    """The current questions of `bank` in the order of teaching, then by kind and wording."""
    found = (
        Question.objects.current()
        .filter(fact__bank=bank)
        .select_related("fact__unit", "fact__statement")
        .prefetch_related("fact__statement__passages")
    )
    source = source_of(bank.document)
    ordered = sorted(found, key=lambda one: (one.fact.position, KINDS[one.kind], one.wording))
    return [_dumped(bank, source, question) for question in ordered]


def source_of(document: Document | None) -> str:
    """The document as a bibliography names it."""
    if document is None:
        return ""
    parts = (document.author, document.title, document.publication, document.year, document.link)
    return ", ".join(filter(None, parts))


def _dumped(bank: Bank, source: str, question: Question) -> DumpedQuestion:
    fact = question.fact
    return DumpedQuestion(
        bank=bank.key,
        unit=fact.unit.key,
        fact=fact.key,
        kind=question.kind,
        question=question.prompt,
        answer=question.answer,
        accepted=question.accepted,
        distractors=question.distractors,
        explanation=fact.statement.explanation,
        source=source,
        section=fact.statement.citation,
    )
