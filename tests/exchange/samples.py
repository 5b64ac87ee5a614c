"""Small banks for the tests of exports, made row by row."""

from __future__ import annotations

from datetime import UTC, datetime
from itertools import count

from questions.models import Bank, Document, Fact, Passage, Question, Statement, Unit
from questions.sources.statement_text import BlankPiece, read_statement, with_blank

LOADED = datetime(2026, 11, 1, 12, 0, tzinfo=UTC)
NOW = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)

LAKE = "In [1871](date:when) the [Ashby](person:who) expedition reached [Lake Orin](place:where)."
DELAY = "The expedition came late because [the mules had eaten the only map](cause:why)."
NAMES = "The [Kettle Society](organisation:payer) paid for [two](quantity:boats) boats."


def make_bank(key: str = "ashby", title: str = "The Ashby expedition", **fields: object) -> Bank:
    document = Document.objects.create(
        title="A Short History of Lake Orin", author="M. Field", year="1990", link="https://example.org/orin"
    )
    return Bank.objects.create(key=key, title=title, document=document, **fields)


def make_unit(bank: Bank, key: str = "journey", title: str = "The journey") -> Unit:
    return Unit.objects.create(bank=bank, key=key, title=title, position=bank.units.count())


def add_statement(unit: Unit, key: str, text: str, **fields: object) -> list[Fact]:
    """The facts of one statement in order, each with the questions that a short or a long answer has."""
    place = unit.bank.statements.count()
    statement = Statement.objects.create(bank=unit.bank, unit=unit, key=key, position=place, text=text, **fields)
    statement.passages.add(
        Passage.objects.create(document=unit.bank.document, key=key, section="The lake", paragraph=place + 1)
    )
    positions = count(unit.bank.facts.count())
    pieces = [piece for piece in read_statement(text) if isinstance(piece, BlankPiece)]
    return [add_fact(statement, piece, next(positions)) for piece in pieces]


def add_fact(statement: Statement, piece: BlankPiece, position: int) -> Fact:
    fact = Fact.objects.create(
        bank=statement.bank,
        unit=statement.unit,
        statement=statement,
        key=f"{statement.bank.key}/{statement.key}/{piece.key}",
        blank=piece.key,
        position=position,
        answer=piece.answer,
        answer_type=piece.answer_type,
        changed_at=LOADED,
    )
    prompt = f"{statement.key}, {piece.key}?"
    kinds = {"recall": prompt} if len(piece.answer.split()) > 4 else {"typed": prompt}
    if len(piece.answer.split()) <= 4:
        kinds["cloze"] = with_blank(statement.text, piece.key)
    for kind, asked in kinds.items():
        Question.objects.create(fact=fact, kind=kind, prompt=asked, answer=piece.answer)
    return fact


def ashby() -> Bank:
    """Two units, three statements, six facts; one answer of seven words."""
    bank = make_bank()
    journey, money = make_unit(bank), make_unit(bank, "money", "Who paid")
    add_statement(journey, "lake", LAKE)
    add_statement(journey, "delay", DELAY, explanation="The mules were never blamed.")
    add_statement(money, "names", NAMES)
    return bank
