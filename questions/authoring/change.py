"""A fact of an own bank and what its keeper wrote in; the fact so changed, or the one in its place, out.

A wording changes nothing that is remembered; a new answer makes memories fragile, as an event of their log; a new fact
begins with nobody's memory, and the old one is retired. Former questions are kept as versions.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from django.db import transaction

from questions.exchange.bank_questions import bring_questions
from questions.generation.bank import BankFacts
from questions.generation.make import make_questions
from questions.models import Bank, Draft, Fact, FactChange, Question, Statement
from questions.practice.facts import weaken
from questions.sources.statement_text import BlankPiece, read_statement
from questions.vocabulary import Kind

from .acts import NotPossible
from .blanks import blanks_of
from .pool import facts_in, make_anew

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from datetime import datetime

    from django.db.models import QuerySet

    from questions.models import DocumentVersion, User

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


@dataclass(frozen=True, slots=True)
class Log:
    """Who changes a fact, why, and after which version of its document; kept with what was changed."""

    by: User | None = None
    why: str = ""
    version: DocumentVersion | None = None


NOBODY = Log()


@dataclass(frozen=True, slots=True)
class Rewriting:
    """A statement, and what was written of those of its blanks that are named (the same text for all)."""

    statement: Statement
    written: dict[str, Rewritten]
    log: Log = NOBODY


class ChangedMeanwhile(Exception):
    """Somebody changed the fact since it was opened; `fact` is as it is now."""

    def __init__(self, fact: Fact) -> None:
        self.fact = fact
        super().__init__("The fact was changed in the meantime.")


def options_of(fact: Fact) -> list[str]:
    """The wrong options it is asked with now."""
    choice = Question.objects.current().filter(fact=fact, kind=Kind.CHOICE).first()
    return choice.distractors if choice else []


def as_it_stands(fact: Fact) -> Rewritten:
    """What an editor of the fact begins with."""
    worded = Question.objects.current().filter(fact=fact, kind__in=(Kind.TYPED, Kind.RECALL)).order_by("wording")
    prompts = tuple(worded.values_list("prompt", flat=True))
    said = fact.statement
    return Rewritten(said.text, said.explanation, prompts, tuple(fact.accepted), tuple(options_of(fact)))


def stamp_of(written: Rewritten) -> str:
    """What an editor sends along, to be told where somebody else saved in between. Options change by themselves."""
    said = (written.text, written.explanation, *written.prompts, "", *written.accepted)
    return hashlib.sha256("\n".join(said).encode()).hexdigest()[:16]


@transaction.atomic
def change_fact(
    fact: Fact, written: Rewritten, *, change: Change, now: datetime, log: Log = NOBODY, stamp: str = ""
) -> Fact:
    """Raise `NotPossible` when nothing could be asked of it, `ChangedMeanwhile` when it is not any more what `stamp`
    was made of; then nothing is changed."""
    bank = Bank.objects.select_for_update().get(pk=fact.bank_id)
    fact = Fact.objects.select_related("statement").get(pk=fact.pk)
    if fact.retired_at or (stamp and stamp != stamp_of(as_it_stands(fact))):
        raise ChangedMeanwhile(fact)
    if change is not Change.NEW_FACT:
        change_statement(fact.statement, {fact.blank: written}, change=change, now=now, log=log)
        fact.refresh_from_db()
        return fact
    fact = _replaced(fact, written, now=now)
    _ask_anew(bank, [Rewriting(fact.statement, {fact.blank: written})], now=now)
    if not Question.objects.current().filter(fact=fact).exists():
        raise NotPossible(NOTHING_ASKED)
    return fact


def change_statement(
    statement: Statement, written: dict[str, Rewritten], *, change: Change, now: datetime, log: Log = NOBODY
) -> None:
    """Bring a statement, and those of its blanks that are named, to what was written (the same text for all).

    With `Change.ANSWER` the memories of the facts whose answers are other ones become fragile. Raise `NotPossible`
    when one of the named facts could not be asked any more.
    """
    change_statements([Rewriting(statement, written, log)], change=change, now=now)


@transaction.atomic
def change_statements(ones: Sequence[Rewriting], *, change: Change, now: datetime) -> None:
    """The same for statements of one bank, each once; the questions of the bank are made anew only once."""
    bank = Bank.objects.select_for_update().get(pk=ones[0].statement.bank_id)
    before = {fact.pk: (one.statement.text, fact.answer) for one in ones for fact in one.statement.facts.current()}
    for one in ones:
        _rewrite(one.statement, one.written, now=now)
    _ask_anew(bank, ones, now=now)
    statements = [one.statement.pk for one in ones]
    asked = set(Question.objects.current().filter(fact__statement__in=statements).values_list("fact", flat=True))
    for one in ones:
        facts = list(one.statement.facts.current())
        if any(fact.pk not in asked for fact in facts if fact.blank in one.written):
            raise NotPossible(NOTHING_ASKED)
        changed = [fact for fact in facts if fact.answer != before[fact.pk][1] or fact.blank in one.written]
        if change is Change.ANSWER:
            weaken([fact for fact in changed if fact.answer != before[fact.pk][1]] or changed, now=now)
        _log(one, changed, before, now=now)


def _log(one: Rewriting, changed: list[Fact], before: dict[int, tuple[str, str]], *, now: datetime) -> None:
    FactChange.objects.bulk_create(
        FactChange(
            fact=fact,
            old_text=before[fact.pk][0],
            text=one.statement.text,
            old_answer=before[fact.pk][1],
            answer=fact.answer,
            why=one.log.why[:300],
            version=one.log.version,
            made_by=one.log.by,
            made_at=now,
        )
        for fact in changed
    )


def _rewrite(statement: Statement, written: dict[str, Rewritten], *, now: datetime) -> None:
    first = next(iter(written.values()))
    statement.text, statement.explanation = first.text, first.explanation
    statement.save(update_fields=["text", "explanation"])
    for fact in statement.facts.current():
        fact.answer, fact.changed_at = answer_in(first.text, fact.blank), now  # the others show the sentence too
        if its := written.get(fact.blank):
            fact.accepted = list(its.accepted)
        fact.save(update_fields=["answer", "accepted", "changed_at"])
    for draft in drafts_of(statement):
        details = {blank.key: blank.details for blank in blanks_of(draft)}
        for blank, its in written.items():
            lists = {name: list(getattr(its, name)) for name in ("prompts", "accepted", "options")}
            details[blank] = details.get(blank, {}) | lists
        draft.details = details
        draft.text, draft.explanation = first.text, first.explanation
        draft.answer = answer_in(first.text, next(iter(details)))
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
    drafts = list(drafts_of(before))
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


def _ask_anew(bank: Bank, ones: Sequence[Rewriting], *, now: datetime) -> None:
    """Make the questions of the statements' facts anew; where drafts keep them, those of all reviewed facts."""
    written = {one.statement.pk: one.written for one in ones}
    facts = list(Fact.objects.current().filter(statement__in=written))
    accepted = Draft.objects.filter(state=Draft.State.ACCEPTED, fact__statement__in=written)
    kept_by_drafts = set(accepted.values_list("fact__statement", flat=True))
    if reviewed := [fact.pk for fact in facts if fact.statement_id in kept_by_drafts]:
        make_anew(bank, now=now, touched=reviewed)
    others = [fact for fact in facts if fact.statement_id not in kept_by_drafts]
    if not others:
        return
    known = facts_in(bank)
    for fact in others:
        its = written[fact.statement_id].get(fact.blank)
        lists = {"prompts": its.prompts, "options": its.options} if its else {"options": tuple(options_of(fact))}
        known[fact.pk] = replace(known[fact.pk], **lists)
    index = BankFacts.of(tuple(known.values()))
    bring_questions(bank, {fact.pk: make_questions(known[fact.pk], index) for fact in others})


def drafts_of(statement: Statement) -> QuerySet[Draft]:
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
        piece if isinstance(piece, str) else piece.written if piece.key in kept else piece.answer
        for piece in read_statement(text)
    )


def _free_key(statement: Statement) -> str:
    stem = statement.key[:90]
    taken = set(Statement.objects.filter(bank_id=statement.bank_id, key__startswith=stem).values_list("key", flat=True))
    return next(key for n in range(2, len(taken) + 3) if (key := f"{stem}-{n}") not in taken)
