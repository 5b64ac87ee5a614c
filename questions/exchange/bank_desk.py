"""The record of a bank file in; every fact with all that an editor looks at, side by side, out. Plain Python."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Self

from questions.generation.bank import BankFacts
from questions.generation.facts import FactIn, Made
from questions.generation.make import make_questions
from questions.sources.errors import BankFileError
from questions.sources.records import BankFile, BlankRecord, StatementRecord
from questions.vocabulary import Kind

from .bank_facts import facts_of

Objection = BankFileError
"""What an editor objects to has a place and a mend, like what the reader refuses."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One fact as it stands in the file, and what generation makes of it."""

    file: str
    statement: StatementRecord
    blank: BlankRecord
    fact: FactIn
    made: Made

    @property
    def place(self) -> str:
        """Its key in the file: statement/blank."""
        return f"{self.statement.key}/{self.blank.key}"

    @property
    def pool(self) -> tuple[str, ...]:
        """The wrong options of its multiple-choice questions; empty when it has none."""
        return next((one.distractors for one in self.made.questions if one.kind is Kind.CHOICE), ())

    def objection(self, field: str, problem: str, mend: str) -> Objection:
        """An objection to a field of the blank."""
        name = f"{self.blank.key}.{field}" if field else self.blank.key
        return Objection(self.file, self.blank.line, self.statement.key, name, problem, mend)

    def objection_to_text(self, problem: str, mend: str) -> Objection:
        """An objection to the statement itself."""
        return Objection(self.file, self.statement.line, self.statement.key, "text", problem, mend)


@dataclass(frozen=True, slots=True)
class Desk:
    """A bank, its facts indexed, its entries in the order of teaching."""

    record: BankFile
    facts: BankFacts
    entries: tuple[Entry, ...]

    @classmethod
    def of(cls, record: BankFile) -> Self:
        facts = BankFacts.of(facts_of(record))
        written = [
            (statement, blank) for unit in record.units for statement in unit.statements for blank in statement.blanks
        ]
        entries = (
            Entry(record.file, *at, fact, make_questions(fact, facts))
            for at, fact in zip(written, facts.facts, strict=True)
        )
        return cls(record, facts, tuple(entries))
