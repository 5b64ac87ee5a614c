"""A bank in; its facts as generation sees them out, and their questions made anew after facts came or went."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from questions.exchange.bank_questions import bring_questions
from questions.generation.bank import BankFacts
from questions.generation.facts import FactIn, Made
from questions.generation.make import make_questions
from questions.generation.true_false import claim
from questions.models import Draft, Fact, Question
from questions.sources.statement_text import plain, with_blank
from questions.vocabulary import AnswerType, Kind

from .blanks import Blank, blanks_of, claim_of

if TYPE_CHECKING:
    from datetime import datetime

    from questions.models import Bank

_WORDED = (Kind.TYPED, Kind.RECALL)


def facts_in(bank: Bank) -> dict[int, FactIn]:
    """The bank's current facts by their ids, in the order of teaching; four queries."""
    facts = list(Fact.objects.current().filter(bank=bank).select_related("statement", "unit"))
    reviewed = _reviewed(bank)
    prompts = _prompts(bank)
    return {
        fact.pk: _fact_in(fact, reviewed.get((fact.statement_id, fact.blank)), prompts[fact.pk], place)
        for place, fact in enumerate(facts)
    }


def make_anew(bank: Bank, *, now: datetime) -> None:
    """Bring the questions of all reviewed facts up to date with the bank as it is now.

    A new fact may fill the pool of an old one; facts that came by another way than the desk keep their questions.
    """
    known = facts_in(bank)
    index = BankFacts.of(tuple(known.values()))
    reviewed = {place: draft for place, (draft, _) in _sources(bank).items()}
    rows = Fact.objects.current().filter(bank=bank, pk__in=known).values_list("pk", "statement", "blank")
    made = {
        pk: _with_claim(make_questions(known[pk], index), reviewed[statement, blank])
        for pk, statement, blank in rows
        if (statement, blank) in reviewed
    }
    asked_anew = bring_questions(bank, made)
    Fact.objects.filter(pk__in=asked_anew).update(changed_at=now)


def _with_claim(made: Made, draft: Draft) -> Made:
    found = claim_of(draft)
    if found is None or not made.questions:
        return made
    return replace(made, questions=(*made.questions, claim(found[0], is_true=found[1])))


def _sources(bank: Bank) -> dict[tuple[int, str], tuple[Draft, Blank]]:
    """The accepted drafts by statement and blank."""
    drafts = Draft.objects.filter(bank=bank, state=Draft.State.ACCEPTED, fact__isnull=False).select_related("fact")
    return {(draft.fact.statement_id, blank.key): (draft, blank) for draft in drafts for blank in blanks_of(draft)}


def _reviewed(bank: Bank) -> dict[tuple[int, str], Blank]:
    return {place: blank for place, (_, blank) in _sources(bank).items()}


def _prompts(bank: Bank) -> defaultdict[int, list[str]]:
    found: defaultdict[int, list[str]] = defaultdict(list)
    rows = Question.objects.current().filter(fact__bank=bank, kind__in=_WORDED).order_by("fact", "wording")
    for fact, prompt in rows.values_list("fact", "prompt"):
        found[fact].append(prompt)
    return found


def _fact_in(fact: Fact, blank: Blank | None, prompts: list[str], position: int) -> FactIn:
    return FactIn(
        key=fact.key,
        statement=fact.statement.key,
        unit=fact.unit.key,
        position=position,
        answer=fact.answer,
        answer_type=AnswerType(fact.answer_type),
        sentence=plain(fact.statement.text),
        cloze=with_blank(fact.statement.text, fact.blank),
        prompts=blank.prompts if blank else tuple(prompts),
        accepted=tuple(fact.accepted),
        options=blank.options if blank else (),
        also_true=tuple(fact.also_true),
        unit_of_measure=fact.unit_of_measure,
        claim_of=fact.statement.claim_of,
    )
