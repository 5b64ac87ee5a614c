"""Rows for tests, made small and plain. Each function says exactly what it makes; nothing else is made.

make_learner(name)         a User in UTC whose facts come back to the day, not spread over the days around it; no
                           password set by hand (use client.force_login)
make_bank(key)             a Document, and a public Bank of it; no units
make_unit(bank, key)       a Unit after those the bank has
add_statement(unit, text)  a Statement after those the bank has, citing one new Passage; its Facts, one a blank,
                           each with the Questions that suit it:
                             one to four words: choice (wordings 0 and 1), cloze, typed (wordings 0 and 1)
                             of cause, role, or more words: choice and recall
                           `kinds` keeps only those named; a choice's pool is four wrong options
make_facts(count)          a bank of one unit with `count` statements of one place each (make_bank "orin"), in
                           order of teaching: facts orin/s0/where …, answers from `place_name(n)`
make_study(learner, bank)  the bank taken up: ten new facts a day, all units
make_memory(learner, fact) a Memory with a state: stability, difficulty, rung, last day, due day
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

from questions.models import Bank, Document, Fact, Memory, Passage, Question, Statement, Study, Unit, User
from questions.sources.statement_text import BlankPiece, read_statement, with_blank
from questions.vocabulary import LONGEST_TYPED_ANSWER, PROSE_TYPES, Kind

if TYPE_CHECKING:
    from collections.abc import Collection

LOADED = datetime(2026, 9, 1, 12, 0, tzinfo=UTC)
"""When every fact made here was last changed."""

NOON = datetime(2026, 11, 2, 12, 0, tzinfo=UTC)
"""A Monday at noon, where tests begin."""

MONDAY = NOON.date()

ALL_KINDS = frozenset(Kind)
_WORDINGS = {Kind.CHOICE: 2, Kind.TYPED: 2}
_FIRST_PARTS = "Bar Cal Dun Esk Fen Gor Hal Ill Jor Kel Lor Mon Nar Oss Pel Qua Ros Sol Tan Ult"
_LAST_PARTS = "avik brook dell etta fjord gate holm ina kirk low mere ness ovar pool quay ridge stead thorpe uva wick"
_FIRST, _LAST = _FIRST_PARTS.split(), _LAST_PARTS.split()


def place_name(number: int) -> str:
    """A made-up name, another for each number below 8,000; two of them are many letters apart."""
    first, last, more = number % 20, number // 20 % 20, number // 400
    return _FIRST[first] + _LAST[(last + 7 * first) % 20] + (f" {_FIRST[more]}{_LAST[(more * 3) % 20]}" if more else "")


def make_learner(name: str = "ada", **fields: object) -> User:
    return User.objects.create(**{"username": name, "is_load_even": False} | fields)


def make_bank(key: str = "orin", title: str = "Lake Orin", **fields: object) -> Bank:
    document = Document.objects.create(
        title=f"A Short History of {title}", author="M. Field", year="1990", link="https://example.org/orin"
    )
    return Bank.objects.create(
        **{"key": key, "title": title, "document": document, "visibility": Bank.Visibility.PUBLIC} | fields
    )


def make_unit(bank: Bank, key: str = "journey", title: str = "The journey") -> Unit:
    return Unit.objects.create(bank=bank, key=key, title=title, position=bank.units.count())


def add_statement(
    unit: Unit, text: str, key: str = "", *, kinds: Collection[str] = ALL_KINDS, **fields: object
) -> list[Fact]:
    """The facts of one statement in order. `fields` go to the Statement (explanation, claim_of)."""
    place = unit.bank.statements.count()
    key = key or f"s{place}"
    statement = Statement.objects.create(bank=unit.bank, unit=unit, key=key, position=place, text=text, **fields)
    statement.passages.add(
        Passage.objects.create(document=unit.bank.document, key=key, section="The lake", paragraph=place + 1)
    )
    first = unit.bank.facts.count()
    blanks = [piece for piece in read_statement(text) if isinstance(piece, BlankPiece)]
    return [_add_fact(statement, blank, first + at, kinds) for at, blank in enumerate(blanks)]


def _add_fact(statement: Statement, blank: BlankPiece, position: int, kinds: Collection[str]) -> Fact:
    fact = Fact.objects.create(
        bank=statement.bank,
        unit=statement.unit,
        statement=statement,
        key=f"{statement.bank.key}/{statement.key}/{blank.key}",
        blank=blank.key,
        position=position,
        answer=blank.answer,
        answer_type=blank.answer_type,
        changed_at=LOADED,
    )
    is_prose = len(blank.answer.split()) > LONGEST_TYPED_ANSWER or blank.answer_type in PROSE_TYPES
    suited = (Kind.CHOICE, Kind.RECALL) if is_prose else (Kind.CHOICE, Kind.CLOZE, Kind.TYPED)
    Question.objects.bulk_create(
        Question(
            fact=fact,
            kind=kind,
            wording=wording,
            prompt=with_blank(statement.text, blank.key)
            if kind is Kind.CLOZE
            else f"{statement.key}, {blank.key}, wording {wording}?",
            answer=blank.answer,
            distractors=[f"not {blank.answer} {n}" for n in range(4)] if kind is Kind.CHOICE else [],
        )
        for kind in suited
        if kind in kinds
        for wording in range(1 if is_prose else _WORDINGS.get(kind, 1))
    )
    return fact


def make_facts(count: int, *, key: str = "orin", kinds: Collection[str] = ALL_KINDS) -> list[Fact]:
    """`count` facts of one bank, each of a statement of its own."""
    unit = make_unit(make_bank(key))
    return [
        fact
        for number in range(count)
        for fact in add_statement(unit, f"Camp {number} stood at [{place_name(number)}](place:where).", kinds=kinds)
    ]


def make_study(learner: User, bank: Bank, **fields: object) -> Study:
    return Study.objects.create(**{"learner": learner, "bank": bank, "position": learner.studies.count()} | fields)


def make_memory(
    learner: User, fact: Fact, *, due: date = MONDAY, last_day: date | None = None, **fields: object
) -> Memory:
    """One review seen, stability ten days, difficulty five, rung 0; last day is ten days before `due` unless given."""
    state = {"last_day": last_day or due - timedelta(days=10), "stability": 10.0, "difficulty": 5.0}
    counts = {"review_count": 1, "version": 1}
    return Memory.objects.create(**{"learner": learner, "fact": fact, "due": due} | state | counts | fields)
