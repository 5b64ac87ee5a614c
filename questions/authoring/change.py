"""A fact of an own bank and what its keeper wrote in; the fact so changed, or the one in its place, out.

A wording changes nothing that is remembered; a new answer makes memories fragile, as an event of their log; a new fact
begins with nobody's memory, and the old one is retired. Former questions are kept as versions.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from django.db import transaction

from questions.exchange.bank_questions import bring_questions
from questions.generation.bank import BankFacts
from questions.generation.make import make_questions
from questions.models import Bank, Draft, Fact, Question, Statement
from questions.practice.facts import weaken
from questions.sources.statement_text import BlankPiece, read_statement
from questions.vocabulary import Kind

from .acts import NotPossible
from .blanks import blanks_of
from .pool import facts_in, make_anew

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import datetime

    from django.db.models import QuerySet

NOTHING_ASKED = "No question can be made of it so. Give it a prompt that does not hold the answer, or more options."


class Change(StrEnum):
    WORDING = "wording"
    ANSWER = "answer"
    NEW_FACT = "new_fact"


@dataclass(frozen=True, slots=True)
class Rewritten:
    """The statement with the same blanks as before, and what belongs to the one blank that is changed."""

    text: str
    explanation: str = ""
    prompts: tuple[str, ...] = ()
    accepted: tuple[str, ...] = ()
    options: tuple[str, ...] = ()


def options_of(fact: Fact) -> list[str]:
    """The wrong options it is asked with now."""
    choice = Question.objects.current().filter(fact=fact, kind=Kind.CHOICE).first()
    return choice.distractors if choice else []


@transaction.atomic
def change_fact(fact: Fact, written: Rewritten, *, change: Change, now: datetime) -> Fact:
    """Raise `NotPossible` when nothing could be asked of it; then nothing is changed."""
    bank = Bank.objects.select_for_update().get(pk=fact.bank_id)
    if change is Change.NEW_FACT:
        fact = _replaced(fact, written, now=now)
    else:
        _rewrite(fact, written, now=now)
    _ask_anew(bank, fact, written, now=now)
    if not Question.objects.current().filter(fact=fact).exists():
        raise NotPossible(NOTHING_ASKED)
    if change is Change.ANSWER:
        weaken([fact], now=now)
    return fact


def _rewrite(fact: Fact, written: Rewritten, *, now: datetime) -> None:
    statement = fact.statement
    statement.text, statement.explanation = written.text, written.explanation
    statement.save(update_fields=["text", "explanation"])
    fact.answer, fact.accepted = answer_in(written.text, fact.blank), list(written.accepted)
    fact.save(update_fields=["answer", "accepted"])
    statement.facts.current().update(changed_at=now)  # the others show the sentence too
    for draft in _drafts(statement):
        details = {blank.key: blank.details for blank in blanks_of(draft)}
        lists = {name: list(getattr(written, name)) for name in ("prompts", "accepted", "options")}
        draft.details = details | {fact.blank: details.get(fact.blank, {}) | lists}
        draft.text, draft.explanation = written.text, written.explanation
        draft.answer = answer_in(written.text, next(iter(details)))
        draft.version += 1
        draft.save(update_fields=["details", "text", "explanation", "answer", "version"])


def _replaced(old: Fact, written: Rewritten, *, now: datetime) -> Fact:
    """A fact with a new key in a statement of its own; the old one is retired, and its statement with its last fact."""
    before = old.statement
    statement = Statement.objects.create(
        bank_id=old.bank_id,
        unit_id=old.unit_id,
        key=_free_key(before),
        position=before.position,
        text=_only_blanks(written.text, {old.blank}),
        explanation=written.explanation,
        claim_of=before.claim_of,
        start=before.start,
        end=before.end,
    )
    statement.passages.set(before.passages.all())
    Fact.objects.filter(pk=old.pk).update(retired_at=now)
    _take_out(old, now=now)
    return Fact.objects.create(
        bank_id=old.bank_id,
        unit_id=old.unit_id,
        statement=statement,
        key=f"{old.bank.key}/{statement.key}/{old.blank}",
        blank=old.blank,
        position=old.position,
        answer=answer_in(written.text, old.blank),
        answer_type=old.answer_type,
        accepted=list(written.accepted),
        unit_of_measure=old.unit_of_measure,
        changed_at=now,
    )


def _take_out(old: Fact, *, now: datetime) -> None:
    """Leave the statement to its other facts, or retire it; the draft behind it follows, so that the desk agrees."""
    before, others = old.statement, list(old.statement.facts.current().exclude(pk=old.pk))
    drafts = list(_drafts(before))
    if others:
        before.text = _only_blanks(before.text, {one.blank for one in others})
    else:
        before.retired_at = now
    before.save(update_fields=["text", "retired_at"])
    for draft in drafts:
        draft.fact = others[0] if others else None
        draft.state = draft.state if others else Draft.State.REJECTED
        draft.details = {blank.key: blank.details for blank in blanks_of(draft) if blank.key != old.blank}
        draft.text, draft.answer = (before.text, others[0].answer) if others else (draft.text, draft.answer)
        draft.version += 1
        draft.save(update_fields=["fact", "state", "details", "text", "answer", "version"])


def _ask_anew(bank: Bank, fact: Fact, written: Rewritten, *, now: datetime) -> None:
    """Make the questions of the statement's facts anew; where drafts keep them, those of all reviewed facts."""
    if _drafts(fact.statement).exists():
        make_anew(bank, now=now)
        return
    known = facts_in(bank)
    for one in Fact.objects.current().filter(statement=fact.statement):
        known[one.pk] = replace(known[one.pk], options=tuple(options_of(one)))
    known[fact.pk] = replace(known[fact.pk], prompts=written.prompts, options=written.options)
    index = BankFacts.of(tuple(known.values()))
    siblings = Fact.objects.current().filter(statement=fact.statement).values_list("pk", flat=True)
    bring_questions(bank, {pk: make_questions(known[pk], index) for pk in siblings})


def _drafts(statement: Statement) -> QuerySet[Draft]:
    """The accepted draft whose first blank is a fact of the statement, where it came by the desk."""
    return Draft.objects.filter(state=Draft.State.ACCEPTED, fact__statement=statement)


def blanks_in(text: str) -> dict[str, str]:
    """The answers of a statement by the keys of their blanks."""
    return {piece.key: piece.answer for piece in read_statement(text) if isinstance(piece, BlankPiece)}


def answer_in(text: str, blank: str) -> str:
    return blanks_in(text)[blank]


def _only_blanks(text: str, kept: Collection[str]) -> str:
    """The statement with the blanks of `kept`; every other one is plain text."""
    return "".join(
        piece
        if isinstance(piece, str)
        else f"[{piece.answer}]({piece.answer_type}:{piece.key})"
        if piece.key in kept
        else piece.answer
        for piece in read_statement(text)
    )


def _free_key(statement: Statement) -> str:
    stem = statement.key[:90]
    taken = set(Statement.objects.filter(bank_id=statement.bank_id, key__startswith=stem).values_list("key", flat=True))
    return next(key for n in range(2, len(taken) + 3) if (key := f"{stem}-{n}") not in taken)
