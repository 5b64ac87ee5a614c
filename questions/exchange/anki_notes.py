"""A bank's rows in, one note a fact out: what each field holds, in which style a fact can be asked, its place."""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from django.db.models import TextField
from django.db.models.functions import Cast

from questions.models import Fact, Question, Statement
from questions.sources.statement_text import BlankPiece, plain, read_statement, with_blank
from questions.vocabulary import LONGEST_TYPED_ANSWER, Kind

from . import anki_text
from .anki_types import Style
from .apkg import AnkiNote

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from django.db.models import QuerySet

    from questions.models import Bank, Document, Unit

    from .anki_schedule import Remembered

PROMPT_KINDS = (Kind.TYPED, Kind.RECALL, Kind.CHOICE)
"""Whose prompt a card shows, best first: these ask in words; a cloze is the statement with a gap."""

SPARES = ("", "")


class FactRow(NamedTuple):
    """A fact as the database holds it: `accepted` as JSON text, `changed` as the text of an instant in UTC."""

    pk: int
    unit_id: int
    statement_id: int
    key: str
    blank: str
    answer: str
    answer_type: str
    basis: str
    accepted_text: str
    changed: str


@dataclass(frozen=True, slots=True)
class StatementFields:
    """What all facts of one statement share: its text as written, and three fields."""

    text: str
    sentence: str
    explanation: str
    source: str


@dataclass(frozen=True, slots=True)
class UnitNotes:
    """A unit's notes in the order in which they are first shown; how many of its facts have no question."""

    notes: list[AnkiNote]
    left_out: int


class BankReader:
    """Reads what the chosen units of one bank export, in four queries however much that is.

    Lists and instants are read as texts: most are equal, and Django would convert each of ten thousand anew.
    """

    def __init__(self, bank: Bank, units: Collection[Unit], without: Collection[int] = frozenset()) -> None:
        chosen = {unit.pk for unit in units}
        rows = [FactRow(*row) for row in _current_facts(bank)]
        self.bank_key = bank.key
        self.link = anki_text.web_address(bank.document.link) if bank.document else ""
        self.places = places(row[:3] for row in rows)
        self.facts: dict[int, list[FactRow]] = defaultdict(list)
        for row in rows:
            if row.unit_id in chosen and row.pk not in without:
                self.facts[row.unit_id].append(row)
        self.prompts = _prompts(bank, chosen)
        self.statements = _statements(bank)

    def unit_notes(self, unit: Unit, style: Style, remembered: Mapping[int, Remembered]) -> UnitNotes:
        """The notes of `unit`; `remembered` is a learner's memory by fact id."""
        facts = sorted(self.facts.get(unit.pk, ()), key=lambda fact: self.places[fact.pk])
        tag = anki_text.tag(self.bank_key, unit.key)
        notes = [self._note(fact, style, tag, remembered.get(fact.pk)) for fact in facts if fact.pk in self.prompts]
        return UnitNotes(notes, left_out=len(facts) - len(notes))

    def _note(self, fact: FactRow, wanted: Style, tag: str, memory: Remembered | None) -> AnkiNote:
        prompts = self.prompts[fact.pk]
        style = style_for(fact.answer, prompts, wanted)
        return AnkiNote(
            guid=anki_text.guid(fact.key),
            style=style,
            fields=_fields(fact, self.statements[fact.statement_id], prompts, style, self.link),
            tag=tag,
            position=self.places[fact.pk],
            changed_at=_seconds(fact.changed),
            schedule=memory.schedule if memory else None,
            is_suspended=bool(memory and memory.is_suspended),
        )


def style_for(answer: str, kinds: Collection[str], wanted: Style) -> Style:
    """The style a fact can carry: `wanted` if it is asked in that kind and its answer is short, else basic."""
    is_short = len(answer.split()) <= LONGEST_TYPED_ANSWER
    return wanted if is_short and wanted.value in kinds else Style.BASIC


def citation(document: Document | None, passages: Iterable[tuple[str, int]]) -> str:
    """Where a statement comes from, in one line; `passages` are (section, paragraph) in reading order."""
    work = ""
    if document:
        title = f"{document.author}: {document.title}" if document.author else document.title
        work = ", ".join(filter(None, [title, document.publication, document.year]))
    places = [f"{section}, paragraph {number}" if section else f"paragraph {number}" for section, number in passages]
    return ". ".join(filter(None, [work, "; ".join(places)]))


def places(rows: Iterable[tuple[int, int, int]]) -> dict[int, int]:
    """Each fact's place in the bank from 1 on, out of (fact, unit, statement); the same for every choice of units."""
    units: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for fact, unit, statement in rows:
        units[unit].append((fact, statement))
    order = [facts[index][0] for facts in units.values() for index in anki_text.spread([s for _, s in facts])]
    return {fact: place for place, fact in enumerate(order, 1)}


def _current_facts(bank: Bank) -> QuerySet[Fact, tuple[Any, ...]]:
    """The rows of `FactRow`, in the order of teaching."""
    texts = {"accepted_text": Cast("accepted", TextField()), "changed": Cast("changed_at", TextField())}
    current = Fact.objects.filter(bank=bank).current().annotate(**texts)
    return current.order_by("unit__position", "position").values_list(*FactRow._fields)


def _prompts(bank: Bank, units: Collection[int]) -> dict[int, dict[str, str]]:
    """What each fact of `units` is asked, by kind; of several wordings the first."""
    asked = Question.objects.current().filter(fact__bank=bank, fact__unit__in=units).order_by()
    prompts: dict[int, dict[str, str]] = defaultdict(dict)
    wordings: dict[tuple[int, str], int] = {}
    for fact, kind, wording, prompt in asked.values_list("fact_id", "kind", "wording", "prompt"):
        if wording <= wordings.setdefault((fact, kind), wording):
            wordings[fact, kind] = wording
            prompts[fact][kind] = prompt
    return prompts


@lru_cache(maxsize=1024)
def _seconds(instant: str) -> int:
    """Seconds since 1970 of an instant as SQLite (without a zone, in UTC) or PostgreSQL writes it."""
    at = datetime.fromisoformat(instant)
    return int((at if at.tzinfo else at.replace(tzinfo=UTC)).timestamp())


@lru_cache(maxsize=1024)
def _listed(accepted: str) -> str:
    return anki_text.field("; ".join(json.loads(accepted)))


def _statements(bank: Bank) -> dict[int, StatementFields]:
    cited: dict[int, list[tuple[str, int]]] = defaultdict(list)
    links = Statement.passages.through.objects.filter(statement__bank=bank).order_by("passage_id")
    for statement, section, number in links.values_list("statement_id", "passage__section", "passage__paragraph"):
        cited[statement].append((section, number))
    rows = Statement.objects.filter(bank=bank).order_by().values_list("pk", "text", "explanation")
    return {
        pk: StatementFields(
            text,
            anki_text.field(plain(text)),
            anki_text.field(explanation),
            anki_text.field(citation(bank.document, cited[pk])),
        )
        for pk, text, explanation in rows
    }


def _fields(
    fact: FactRow, shared: StatementFields, prompts: Mapping[str, str], style: Style, link: str
) -> tuple[str, ...]:
    prompt = next((prompts[kind] for kind in PROMPT_KINDS if kind in prompts), "")
    return (
        anki_text.field(fact.key),
        anki_text.field(prompt or with_blank(shared.text, fact.blank)),
        anki_text.field(fact.answer),
        _listed(fact.accepted_text),
        with_deletion(shared.text, fact.blank) if style is Style.CLOZE else shared.sentence,
        shared.explanation,
        f"{shared.source}. Computed from the text" if fact.basis == "computed" else shared.source,
        link,
        f"{fact.answer_type} {place_of(shared.text, fact.blank)}",
        *SPARES,
    )


def place_of(text: str, blank: str) -> int:
    """How many characters of the plain sentence stand before the blank: where a package read back has its answer."""
    place = 0
    for piece in read_statement(text):
        if isinstance(piece, BlankPiece):
            if piece.key == blank:
                break
            place += len(piece.answer)
        else:
            place += len(piece)
    return place


def with_deletion(text: str, blank: str) -> str:
    """The statement as a field, the blank `blank` of it a cloze deletion and every other one filled."""
    before, answer, after = "", "", ""
    for piece in read_statement(text):
        if isinstance(piece, BlankPiece) and piece.key == blank:
            answer = piece.answer
        elif answer:
            after += piece.answer if isinstance(piece, BlankPiece) else piece
        else:
            before += piece.answer if isinstance(piece, BlankPiece) else piece
    return anki_text.cloze(before, answer, after)
