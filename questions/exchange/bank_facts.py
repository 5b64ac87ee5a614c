"""A bank file's records in; its facts as generation sees them, and every question made of them, out. Plain Python."""

from __future__ import annotations

from collections import Counter

from questions.generation.bank import BankFacts
from questions.generation.facts import FactIn, Made
from questions.generation.make import make_questions
from questions.sources.records import BankFile, BlankRecord, StatementRecord, UnitRecord
from questions.sources.statement_text import plain, with_blank


def fact_key(bank: str, statement: str, blank: str) -> str:
    """The key that a fact keeps for ever."""
    return f"{bank}/{statement}/{blank}"


def facts_of(bank: BankFile) -> tuple[FactIn, ...]:
    """The bank's facts in the order of teaching."""
    blanks = [
        (unit, statement, blank) for unit in bank.units for statement in unit.statements for blank in statement.blanks
    ]
    return tuple(_fact(bank, *found, position) for position, found in enumerate(blanks))


def made_of(facts: tuple[FactIn, ...]) -> dict[str, Made]:
    """What generation makes of each fact, and what it refuses, by the fact's key."""
    bank = BankFacts.of(facts)
    return {fact.key: make_questions(fact, bank) for fact in facts}


def kinds_of(made: dict[str, Made]) -> dict[str, int]:
    """How many questions there are of each kind."""
    counted = Counter(str(question.kind) for one in made.values() for question in one.questions)
    return dict(sorted(counted.items()))


def _fact(bank: BankFile, unit: UnitRecord, statement: StatementRecord, blank: BlankRecord, position: int) -> FactIn:
    return FactIn(
        key=fact_key(bank.key, statement.key, blank.key),
        statement=statement.key,
        unit=unit.key,
        position=position,
        answer=blank.answer,
        answer_type=blank.answer_type,
        sentence=plain(statement.text),
        cloze=with_blank(statement.text, blank.key),
        prompts=blank.prompts,
        accepted=blank.accept,
        options=blank.options,
        also_true=blank.also_true,
        unit_of_measure=blank.unit,
        claim_of=statement.claim_of,
        is_distinct=blank.is_distinct,
    )
