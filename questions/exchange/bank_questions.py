"""What generation made of a bank's facts in; the current questions out, a new version for each that changed."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from questions.generation.facts import Made, MadeQuestion
from questions.models import Bank, Question

from .bank_rows import differs

Place = tuple[int, str, int]
"""A fact's id, a kind, a wording: at each place at most one question is current."""

FEW = 500
"""Facts that are named in a query; of more the whole bank is read."""


def bring_questions(bank: Bank, made: Mapping[int, Made]) -> set[int]:
    """Make the questions of the current facts be those of `made`, by fact id; the ids of facts asked anew come out.

    A changed question becomes the next version of its place and the old one is kept; a question that is no longer
    made is not current any more; one that is made again as it last was, is current again.
    """
    wanted = {(fact, str(one.kind), one.wording): _content(one) for fact, its in made.items() for one in its.questions}
    latest = _latest(bank, made)
    new: list[Question] = []
    back: list[Question] = []
    over = [row for place, row in latest.items() if row.is_current and row.fact_id in made and place not in wanted]
    for place, content in wanted.items():
        row = latest.get(place)
        if row is None or differs(row, content):
            new.append(_question(place, content, 1 if row is None else row.version + 1))
            over += [row] if row is not None and row.is_current else []
        elif not row.is_current:
            back.append(row)
    if over:
        Question.objects.filter(pk__in=[row.pk for row in over]).update(is_current=False)
    if back:
        Question.objects.filter(pk__in=[row.pk for row in back]).update(is_current=True)
    Question.objects.bulk_create(new)
    return {one.fact_id for one in (*over, *new, *back)}


def _latest(bank: Bank, facts: Collection[int]) -> dict[Place, Question]:
    """The highest version of each place of these facts."""
    rows = Question.objects.filter(fact__bank=bank).order_by("version")
    if len(facts) <= FEW:
        rows = rows.filter(fact__in=facts)
    return {(row.fact_id, row.kind, row.wording): row for row in rows}


def _content(question: MadeQuestion) -> dict[str, Any]:
    return {
        "prompt": question.prompt,
        "answer": question.answer,
        "accepted": list(question.accepted),
        "distractors": list(question.distractors),
    }


def _question(place: Place, content: dict[str, Any], version: int) -> Question:
    fact, kind, wording = place
    return Question(fact_id=fact, kind=kind, wording=wording, version=version, **content)
