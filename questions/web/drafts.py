"""Drafts in; what the desk shows of each, and their paragraph with its sentence and blanks marked, out."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from questions.authoring.blanks import blanks_of
from questions.authoring.checks import IN_WORDS, check, fault_of_text, without
from questions.authoring.pool import facts_in
from questions.generation.facts import Reason
from questions.models.library import Kind
from questions.sources.statement_text import read_statement

from .reading import Piece

if TYPE_CHECKING:
    from collections.abc import Iterable

    from questions.authoring.checks import Checked
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
    checked = _checked(found)
    for draft in found:
        draft.pieces = [] if fault_of_text(draft.text) else _pieces(draft.text)
        draft.blanks = blanks_of(draft)
        draft.asked = _asked(draft, checked.get(draft.pk))
        draft.refused = _refused(draft, checked.get(draft.pk))
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


def _checked(drafts: Iterable[Draft]) -> dict[int, list[Checked]]:
    """What the checks find now of each proposal that a person wrote or edited; the bank is read only for these."""
    written = [one for one in drafts if one.details and one.state == one.State.PROPOSED and not fault_of_text(one.text)]
    known = facts_in(written[0].bank) if written else {}
    return {draft.pk: check(draft.text, blanks_of(draft), without(draft, known)) for draft in written}


def _asked(draft: Draft, checked: list[Checked] | None) -> list[tuple[list[str], str]]:
    """What is asked and in which kinds: as proposed, or as it would be made of what a person wrote."""
    if checked is None:
        asked = [] if draft.details else [(one["kind"], one["prompt"]) for one in draft.questions]
    else:
        asked = [(one.kind, one.prompt) for found in checked for one in found.questions]
    kinds: dict[str, list[str]] = {}
    for kind, prompt in asked:
        kinds.setdefault(prompt, []).append(Kind(kind).label)
    return [(list(dict.fromkeys(labels)), prompt) for prompt, labels in kinds.items()]


def _refused(draft: Draft, checked: list[Checked] | None) -> list[tuple[str, str]]:
    """Each kind that is not asked, and why in words."""
    if checked is not None:
        return list(dict.fromkeys((Kind(one.kind).label, IN_WORDS[one.reason]) for it in checked for one in it.faults))
    return [] if draft.details else [(Kind(one["kind"]).label, _in_words(one)) for one in draft.reasons]


def _in_words(refusal: dict[str, str]) -> str:
    reason = refusal["reason"]
    return IN_WORDS[Reason(reason)] if reason in set(Reason) else refusal["message"]
