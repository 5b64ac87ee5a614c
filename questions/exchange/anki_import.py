"""An Anki package in; a private bank of its owner, and a report of what could not be used, out.

The package is read as a whole and its facts are made before anything is written; then all of it is, or nothing.
Importing again under the same title brings the bank to what the package says now: nothing doubles, and what is no
longer in it is retired.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from itertools import takewhile
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.text import slugify

from questions.generation import cloze, recall, typed
from questions.generation.asking import gather
from questions.generation.bank import BankFacts
from questions.generation.facts import BY_DESIGN, Reason
from questions.models import Bank, Document
from questions.sources.records import BankFile, DocumentRecord, PassageRef, StatementRecord, UnitRecord
from questions.sources.statement_text import BlankPiece, read_statement

from .anki_html import on_one_line
from .anki_own import is_own, own_fact, statements_of
from .anki_read import StatementIn, Unusable, first_words, key_from, statement_of
from .apkg_read import PackageError, read_package
from .bank_facts import fact_key, facts_of, made_of
from .bank_load import fill_bank

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime
    from pathlib import Path

    from questions.generation.facts import FactIn, Made
    from questions.models import User

    from .apkg_read import NoteIn
    from .bank_load import BankReport

MOST_WITH_OPTIONS = 400
"""Facts. Options are searched among all other facts, so a larger bank would take minutes."""


@dataclass(frozen=True, slots=True)
class Unused:
    """A note that made no fact, or a fact that nothing can ask: by what it begins with, and why."""

    note: str
    reason: str


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What a bank holds after the import; `notes` is how many the package had."""

    bank: str
    title: str
    notes: int
    statements: int
    facts: int
    questions: dict[str, int]
    added: int
    changed: int
    retired: int
    unused: tuple[Unused, ...]


def import_package(path: Path, *, title: str, owner: User, now: datetime) -> ImportReport:
    """Read the package at `path` into the bank of `owner` called `title`, which only they see.

    Raise `PackageError` for a file that cannot be read, or that holds nothing to ask.
    """
    notes = read_package(path)
    statements, unused = statements_in(notes)
    record = record_of(statements, key=bank_key(owner, title), title=title, deck=common_deck(notes))
    record, made, unasked = only_asked(record, is_ours=all(statement.bank for statement in statements))
    if not made:
        raise PackageError(nothing_to_ask(path, len(notes), [*unused, *unasked]))
    report = write(record, made, owner, now)
    counted = {
        name: getattr(report, name) for name in ("statements", "facts", "questions", "added", "changed", "retired")
    }
    return ImportReport(report.bank, title, len(notes), **counted, unused=(*unused, *unasked))


def bank_key(owner: User, title: str) -> str:
    """One key for each owner and title, so that the same deck imported again finds its bank."""
    return f"{slugify(title)[:60].strip('-') or 'deck'}-{key_from(str(owner.pk), title)[:8]}"


def nothing_to_ask(path: Path, notes: int, unused: list[Unused]) -> str:
    why = f" The first of its {notes} notes: {unused[0].reason}" if unused else ""
    return f"{path} holds no note that can be asked here; nothing was imported.{why}"


def statements_in(notes: Iterable[NoteIn]) -> tuple[list[StatementIn], list[Unused]]:
    """What the notes say, in their order, and what is of no use."""
    theirs: list[StatementIn] = []
    ours, unused = [], []
    places: dict[str, int] = defaultdict(int)
    seen: set[str] = set()
    for note in notes:
        places[note.deck] += 1
        if note.guid in seen:
            unused.append(Unused(first_words(note), "The same note stands in the package twice."))
            continue
        seen.add(note.guid)
        try:
            if is_own(note):
                ours.append(own_fact(note))
            else:
                theirs.append(statement_of(note, places[note.deck]))
        except Unusable as why:
            unused.append(Unused(first_words(note), str(why)))
    made, unfit = statements_of(ours)
    unused += [Unused(first_words(fact.note), why) for fact, why in unfit]
    return [*_told_apart(made), *theirs], unused


def _told_apart(ours: list[StatementIn]) -> list[StatementIn]:
    """Statements and units of several banks of ours in one package, their keys made unlike."""
    if len({statement.bank for statement in ours}) < 2:
        return ours
    return [
        replace(
            statement,
            key=f"{key_from(statement.bank)[:6]}-{statement.key}"[:100],
            unit=(f"{key_from(statement.bank)[:6]}-{statement.unit[0]}"[:100], statement.unit[1]),
        )
        for statement in ours
    ]


def common_deck(notes: list[NoteIn]) -> str:
    """The name of the deck that all notes are in, or in subdecks of."""
    names = [note.deck.split("::") for note in notes]
    shared = takewhile(lambda levels: len(set(levels)) == 1, zip(*names, strict=False))
    return " › ".join(on_one_line(levels[0]) for levels in shared)


def record_of(statements: list[StatementIn], *, key: str, title: str, deck: str) -> BankFile:
    """The statements as a bank's record. It cites the document they came from, if it is one, else the deck."""
    works = {place.work for statement in statements for place in statement.places}
    work = works.pop() if len(works) == 1 else ""
    links = {statement.link for statement in statements if statement.link}
    passages: dict[tuple[str, int], PassageRef] = {}
    units: dict[str, list[StatementRecord]] = defaultdict(list)
    titles = {statement.unit[0]: statement.unit[1] for statement in statements}
    for statement in statements:
        cited = [
            _passage(place.section if work else _with_work(place.work, place.section), place.number)
            for place in statement.places
        ]
        passages |= {(passage.section, passage.paragraph): passage for passage in cited}
        units[statement.unit[0]].append(_statement(statement, cited))
    return BankFile(
        key=key,
        title=title,
        description=f"Imported from the Anki deck “{deck}”." if deck else "Imported from Anki.",
        language="en",
        document=DocumentRecord(
            title=(work or f"Anki deck “{deck or 'several'}”")[:300], link=links.pop() if len(links) == 1 else ""
        ),
        passages=tuple(passages.values()),
        units=tuple(UnitRecord(unit, titles[unit], "", tuple(told)) for unit, told in units.items()),
    )


def _with_work(work: str, section: str) -> str:
    return ". ".join(filter(None, [work, section]))[:300]


def _passage(section: str, number: int) -> PassageRef:
    return PassageRef(f"p-{key_from(section, str(number))}", section, number)


def _statement(statement: StatementIn, cited: list[PassageRef]) -> StatementRecord:
    return StatementRecord(
        key=statement.key,
        cite=tuple(passage.key for passage in cited),
        text=statement.text,
        blanks=statement.blanks,
        explanation=statement.explanation,
    )


def only_asked(record: BankFile, *, is_ours: bool) -> tuple[BankFile, dict[str, Made], list[Unused]]:
    """The record without the facts that nothing can ask, what asks the others, and why those were dropped."""
    facts = facts_of(record)
    made = made_of(facts) if is_ours and len(facts) <= MOST_WITH_OPTIONS else made_without_options(facts)
    unasked = [Unused(fact.sentence[:80], _why(made[fact.key])) for fact in facts if not made[fact.key].questions]
    asked = {key: one for key, one in made.items() if one.questions}
    units = [
        replace(unit, statements=tuple(filter(None, (_asked(record.key, s, asked) for s in unit.statements))))
        for unit in record.units
    ]
    return replace(record, units=tuple(unit for unit in units if unit.statements)), asked, unasked


def made_without_options(facts: tuple[FactIn, ...]) -> dict[str, Made]:
    """What is written or recalled. Other people's cards give no safe wrong options: two of them may be right."""
    bank = BankFacts.of(facts)
    return {
        fact.key: gather([one for kind in (cloze, typed, recall) for one in kind.make(fact, bank)]) for fact in facts
    }


def _why(made: Made) -> str:
    """The fault that keeps the fact from being asked, before reasons that lie in the kind."""
    harmless = {*BY_DESIGN, Reason.TOO_FEW_OPTIONS}
    refused = sorted(made.refused, key=lambda refusal: refusal.reason in harmless)
    return refused[0].message if refused else "Nothing can ask it."


def _asked(bank: str, statement: StatementRecord, asked: dict[str, Made]) -> StatementRecord | None:
    """The statement with the blanks that are asked; None where none is."""
    blanks = tuple(blank for blank in statement.blanks if fact_key(bank, statement.key, blank.key) in asked)
    if not blanks:
        return None
    keys = {blank.key for blank in blanks}
    pieces = (
        piece if isinstance(piece, str) else _blank(piece) if piece.key in keys else piece.answer
        for piece in read_statement(statement.text)
    )
    return replace(statement, text="".join(pieces), blanks=blanks)


def _blank(piece: BlankPiece) -> str:
    return f"[{piece.answer}]({piece.answer_type}:{piece.key})"


@transaction.atomic
def write(record: BankFile, made: dict[str, Made], owner: User, now: datetime) -> BankReport:
    """The bank's rows, brought to what the record says."""
    document = {"title": record.document.title, "link": record.document.link, "owner": owner}
    bank = Bank.objects.filter(key=record.key).first()
    if bank is None:
        content = {"title": record.title, "description": record.description, "owner": owner}
        bank = Bank.objects.create(key=record.key, document=Document.objects.create(**document), **content)
    else:
        Document.objects.filter(pk=bank.document_id).update(**document)
    return fill_bank(bank, record, made, now=now)
