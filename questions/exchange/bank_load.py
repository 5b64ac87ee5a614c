"""The record of a shipped bank in; its rows and a count of what changed out.

Everything is identified by its key and compared by its content: what is the same is left alone, a changed question
gets a new version beside the old one, what is gone is retired, what comes back is current again.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from questions.generation.facts import Made
from questions.generation.wording import key_of
from questions.models import Bank, Document, Fact, Passage, Question, Statement, Unit
from questions.practice.facts import weaken
from questions.sources.records import BankFile, StatementRecord, UnitRecord

from .bank_facts import fact_key, facts_of, kinds_of, made_of
from .bank_questions import bring_questions
from .bank_rows import Brought, bring, differs

SHOWN_OF_FACT = frozenset({"answer", "answer_type", "accepted", "unit_of_measure", "hint", "basis"})
SHOWN_OF_STATEMENT = frozenset({"text", "explanation", "claim_of"})


class BankTaken(Exception):
    """A person of this site owns a bank of the same key."""


@dataclass(frozen=True, slots=True)
class BankReport:
    """What a bank holds after loading, and how many of its facts are new, changed, retired or back again."""

    bank: str
    statements: int
    facts: int
    questions: dict[str, int]
    added: int = 0
    changed: int = 0
    retired: int = 0
    returned: int = 0


@transaction.atomic
def load_bank(record: BankFile, *, now: datetime) -> BankReport:
    """Bring the shipped bank of `record` into the tables; all of it or nothing. A second time nothing is written.

    Raise `BankTaken` when the key belongs to a bank that was not shipped.
    """
    bank, is_document_new = _bank(record)
    return fill_bank(bank, record, made_of(facts_of(record)), is_document_new=is_document_new, now=now)


@transaction.atomic
def fill_bank(
    bank: Bank, record: BankFile, made: dict[str, Made], *, is_document_new: bool = False, now: datetime
) -> BankReport:
    """Bring what `record` says into the rows of `bank`, each fact asked as `made` says by its key."""
    units = _units(bank, record, now)
    passages = _passages(bank, record, now)
    statements = _statements(bank, record, units, now)
    recited = _cite(record, statements, passages)
    facts = _facts(bank, record, statements, now)
    weaken(_of_another_value(facts), now=now)
    asked_anew = bring_questions(bank, {facts.rows[key].pk: one for key, one in made.items()})
    shows_new = _shows_new(record, facts, statements, recited)
    shows_new |= {key for key in made if is_document_new or facts.rows[key].pk in asked_anew}
    shows_new -= facts.added
    Fact.objects.filter(bank=bank, key__in=shows_new).update(changed_at=now)
    return _report(bank, record, made, facts, shows_new)


@transaction.atomic
def retire_bank(bank: Bank, *, now: datetime) -> BankReport:
    """Retire everything in a shipped bank whose file is gone. Its rows stay, and so does what people remember."""
    retired = bank.facts.current().update(retired_at=now)
    bank.statements.filter(retired_at=None).update(retired_at=now)
    bank.units.current().update(retired_at=now)
    Bank.objects.filter(pk=bank.pk).exclude(visibility=Bank.Visibility.PRIVATE).update(
        visibility=Bank.Visibility.PRIVATE
    )
    return BankReport(bank.key, 0, 0, {}, retired=retired)


def _bank(record: BankFile) -> tuple[Bank, bool]:
    """The bank's row and whether its document says something new."""
    content = {
        "title": record.title,
        "description": record.description,
        "language": record.language,
        "visibility": Bank.Visibility.PUBLIC,
    }
    bank = Bank.objects.select_related("document").filter(key=record.key).first()
    if bank is None:
        document = Document.objects.create(**_document(record))
        return Bank.objects.create(key=record.key, document=document, is_shipped=True, **content), False
    if not bank.is_shipped:
        raise BankTaken(f"The key {record.key} belongs to a bank that somebody made here. Rename the bank file.")
    if differs(bank, content):
        Bank.objects.filter(pk=bank.pk).update(**content)
    is_document_new = bool(differs(bank.document, _document(record)))
    if is_document_new:
        Document.objects.filter(pk=bank.document_id).update(**_document(record))
    return bank, is_document_new


def _document(record: BankFile) -> dict[str, str]:
    document = record.document
    return {
        "title": document.title,
        "author": document.author,
        "publication": document.publication,
        "year": document.year,
        "link": document.link,
    }


def _units(bank: Bank, record: BankFile, now: datetime) -> Brought:
    wanted = {
        unit.key: {"title": unit.title, "summary": unit.summary, "position": position}
        for position, unit in enumerate(record.units)
    }
    return bring(Unit.objects.filter(bank=bank), wanted, owner={"bank_id": bank.pk}, now=now)


def _passages(bank: Bank, record: BankFile, now: datetime) -> Brought:
    wanted = {
        passage.key: {"section": passage.section, "paragraph": passage.paragraph, "sha256": passage.sha256}
        for passage in record.passages
    }
    owner = {"document_id": bank.document_id}
    return bring(Passage.objects.filter(document=bank.document_id), wanted, owner=owner, now=now)


def _in_order(record: BankFile) -> list[tuple[UnitRecord, StatementRecord]]:
    return [(unit, statement) for unit in record.units for statement in unit.statements]


def _statements(bank: Bank, record: BankFile, units: Brought, now: datetime) -> Brought:
    wanted = {
        statement.key: {
            "unit_id": units.rows[unit.key].pk,
            "position": position,
            "text": statement.text,
            "explanation": statement.explanation,
            "claim_of": statement.claim_of,
        }
        for position, (unit, statement) in enumerate(_in_order(record))
    }
    return bring(Statement.objects.filter(bank=bank), wanted, owner={"bank_id": bank.pk}, now=now)


def _cite(record: BankFile, statements: Brought, passages: Brought) -> set[str]:
    """Tie statements to their passages; out come the keys of those whose citation reads differently now."""
    cites = Statement.passages.through
    wanted = {
        (statements.rows[statement.key].pk, passages.rows[key].pk)
        for _, statement in _in_order(record)
        for key in statement.cite
    }
    current = [row.pk for row in statements.rows.values()]
    ties = cites.objects.filter(statement_id__in=current)
    found = {(tie.statement_id, tie.passage_id): tie.pk for tie in ties}
    gone = found.keys() - wanted - _of_retired(statements, found)
    if gone:
        cites.objects.filter(pk__in=[found[tie] for tie in gone]).delete()
    cites.objects.bulk_create(cites(statement_id=one, passage_id=other) for one, other in sorted(wanted - found.keys()))
    moved = {key for key, names in passages.changed.items() if names - {"sha256"}}
    by_pk = {row.pk: key for key, row in statements.rows.items()}
    retied = {by_pk[statement] for statement, _ in gone | (wanted - found.keys())}
    return retied | {statement.key for _, statement in _in_order(record) if moved.intersection(statement.cite)}


def _of_retired(statements: Brought, ties: dict[tuple[int, int], int]) -> set[tuple[int, int]]:
    retired = {row.pk for row in statements.rows.values() if row.retired_at is not None}
    return {tie for tie in ties if tie[0] in retired}


def _facts(bank: Bank, record: BankFile, statements: Brought, now: datetime) -> Brought:
    wanted = {}
    for _, statement in _in_order(record):
        row = statements.rows[statement.key]
        for blank in statement.blanks:
            wanted[fact_key(bank.key, statement.key, blank.key)] = {
                "unit_id": row.unit_id,
                "statement_id": row.pk,
                "blank": blank.key,
                "position": len(wanted),
                "answer": blank.answer,
                "answer_type": str(blank.answer_type),
                "accepted": list(blank.accept),
                "also_true": list(blank.also_true),
                "unit_of_measure": blank.unit,
                "hint": blank.hint,
                "basis": blank.basis,
            }
    return bring(Fact.objects.filter(bank=bank), wanted, owner={"bank_id": bank.pk}, now=now, fresh={"changed_at": now})


def _of_another_value(facts: Brought) -> list[Fact]:
    """The facts whose answer is another one now, not merely written otherwise or accepted all the same.

    Their current questions, not yet made anew, still hold the answer of before.
    """
    changed = [facts.rows[key] for key, names in facts.changed.items() if "answer" in names]
    was = dict(Question.objects.filter(fact__in=changed, is_current=True).values_list("fact", "answer"))
    return [fact for fact in changed if not _is_named(was.get(fact.pk, ""), (fact.answer, *fact.accepted))]


def _is_named(answer: str, names: tuple[str, ...]) -> bool:
    return key_of(answer) in map(key_of, names)


def _shows_new(record: BankFile, facts: Brought, statements: Brought, recited: set[str]) -> set[str]:
    """The keys of the facts that show something else than before, whatever their questions."""
    reworded = {key for key, names in statements.changed.items() if names & SHOWN_OF_STATEMENT} | recited
    changed = {key for key, names in facts.changed.items() if names & SHOWN_OF_FACT}
    return changed | {
        fact_key(record.key, statement.key, blank.key)
        for _, statement in _in_order(record)
        if statement.key in reworded
        for blank in statement.blanks
    }


def _report(bank: Bank, record: BankFile, made: dict[str, Made], facts: Brought, changed: set[str]) -> BankReport:
    return BankReport(
        bank=bank.key,
        statements=len(_in_order(record)),
        facts=len(made),
        questions=kinds_of(made),
        added=len(facts.added),
        changed=len(changed),
        retired=len(facts.retired),
        returned=len(facts.returned),
    )
