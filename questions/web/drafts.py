"""Drafts in; what the desk shows of each, and their paragraph with its sentence and blanks marked, out."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from questions.authoring.blanks import blanks_of
from questions.authoring.checks import IN_WORDS, fault_of_text
from questions.generation.facts import Reason
from questions.models.library import Kind
from questions.sources.statement_text import read_statement

from .reading import Piece

if TYPE_CHECKING:
    from collections.abc import Iterable

    from questions.models import Draft, LeftOut, Statement

PLAIN, SENTENCE, OTHER, ASKED = "", "sentence", "other", "asked"


@dataclass(frozen=True, slots=True)
class Marked:
    """A run of a paragraph; `mark` is sentence, other (another draft's answer), asked, or empty."""

    text: str
    mark: str = PLAIN


def show(drafts: Iterable[Draft]) -> list[Draft]:
    """The drafts, each with `pieces`, `blanks`, `asked`, `refused` in words, and `paragraph` in marked runs."""
    found = list(drafts)
    for draft in found:
        draft.pieces = [] if fault_of_text(draft.text) else _pieces(draft.text)
        draft.blanks = blanks_of(draft)
        draft.asked = _asked(draft)
        draft.refused = [] if draft.details else [_refused(one) for one in draft.reasons]
        same = [other for other in found if other.passage_id == draft.passage_id and other.pk != draft.pk]
        draft.paragraph = paragraph_of(draft, same) if draft.passage else []
    return found


def paragraph_of(draft: Draft, others: Iterable[Draft]) -> list[Marked]:
    """The draft's paragraph: its sentence marked, in it what is asked, and the answers of other drafts."""
    text = draft.passage.text
    marks = [PLAIN] * len(text)
    _mark(marks, draft.start, draft.end, SENTENCE)
    for other in others:
        _mark_answers(marks, text, other, OTHER)
    _mark_answers(marks, text, draft, ASKED)
    return _runs(text, marks)


def marked(one: LeftOut) -> list[Marked]:
    """The paragraph of a sentence that was left out, the sentence marked."""
    marks = [PLAIN] * len(one.passage.text)
    _mark(marks, one.start, one.end, SENTENCE)
    return _runs(one.passage.text, marks)


def cited(statement: Statement) -> list[list[Marked]]:
    """The stored paragraphs that a statement cites, its sentence marked in the first; wants `passages` prefetched."""
    found: list[list[Marked]] = []
    for passage in statement.passages.all():
        marks = [PLAIN] * len(passage.text)
        if not found and statement.start is not None and statement.end is not None:
            _mark(marks, statement.start, statement.end, SENTENCE)
        found += [_runs(passage.text, marks)] if passage.text else []
    return found


def _mark(marks: list[str], start: int, end: int, mark: str) -> None:
    for place in range(max(0, start), min(end, len(marks))):
        marks[place] = mark


def _mark_answers(marks: list[str], text: str, draft: Draft, mark: str) -> None:
    for blank in blanks_of(draft):
        place = text.find(blank.answer, draft.start, draft.end)
        if place >= 0:
            _mark(marks, place, place + len(blank.answer), mark)


def _runs(text: str, marks: list[str]) -> list[Marked]:
    runs = groupby(range(len(text)), key=lambda place: marks[place])
    return [Marked("".join(text[place] for place in places), mark) for mark, places in runs]


def _pieces(text: str) -> list[Piece]:
    return [
        Piece(piece) if isinstance(piece, str) else Piece(piece.answer, piece.key, is_asked=True)
        for piece in read_statement(text)
    ]


def _asked(draft: Draft) -> list[tuple[str, str]]:
    """Each kind and what it asks: as proposed, or the prompts an editor wrote."""
    if not draft.details:
        return [(Kind(one["kind"]).label, one["prompt"]) for one in draft.questions]
    return [("question", prompt) for blank in draft.blanks for prompt in blank.prompts]


def _refused(one: dict[str, str]) -> tuple[str, str]:
    reason = one["reason"]
    words = IN_WORDS[Reason(reason)] if reason in set(Reason) else one["message"]
    return Kind(one["kind"]).label, words
