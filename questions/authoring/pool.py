"""A bank in; its facts as generation sees them out, and their questions made anew after facts came or went."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from django.db.models import F

from questions.exchange.bank_questions import bring_questions
from questions.generation.bank import BankFacts
from questions.generation.facts import FactIn, Made
from questions.generation.make import make_questions
from questions.generation.nearest import form_of
from questions.generation.options import ENOUGH
from questions.generation.true_false import claim
from questions.generation.wording import key_of, stands_in
from questions.models import Draft, Fact, Question
from questions.sources.statement_text import GAP, plain, with_blank
from questions.vocabulary import AnswerType, Kind

from .blanks import Blank, blanks_of, claim_of

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from datetime import datetime

    from questions.models import Bank

Sources = dict[tuple[int, str], tuple[Draft, Blank]]
MANY = 5_000
_WORDED = (Kind.TYPED, Kind.RECALL)


def facts_in(bank: Bank) -> dict[int, FactIn]:
    """The bank's current facts by their ids, in the order of teaching; three queries."""
    return _facts_in(bank, _sources(bank))


def _facts_in(bank: Bank, sources: Sources) -> dict[int, FactIn]:
    facts = list(Fact.objects.current().filter(bank=bank).select_related("statement", "unit"))
    reviewed = {place: blank for place, (_, blank) in sources.items()}
    prompts = _prompts(bank)
    return {
        fact.pk: _fact_in(fact, reviewed.get((fact.statement_id, fact.blank)), prompts[fact.pk], place)
        for place, fact in enumerate(facts)
    }


def make_anew(bank: Bank, *, now: datetime, touched: Collection[int] | None = None) -> None:
    """Bring the questions of reviewed facts up to date with the bank as it is now.

    All of them, or those that a change of the facts `touched` (current or retired) may reach: see `reached_by`. Facts
    that came by another way than the desk keep their questions.
    """
    sources = _sources(bank)
    known = _facts_in(bank, sources)
    wanted = known.keys() if touched is None else reached_by(bank, touched, known)
    index = BankFacts.of(tuple(known.values()))
    rows = Fact.objects.current().filter(bank=bank).values_list("pk", "statement", "blank")
    made = {
        pk: _with_claim(make_questions(known[pk], index), sources[statement, blank][0])
        for pk, statement, blank in rows
        if (statement, blank) in sources and pk in wanted
    }
    asked_anew = sorted(bring_questions(bank, made))
    for start in range(0, len(asked_anew), MANY):
        Fact.objects.filter(pk__in=asked_anew[start : start + MANY]).update(changed_at=now)


def reached_by(bank: Bank, touched: Collection[int], known: Mapping[int, FactIn]) -> set[int]:
    """The facts whose questions may change with those `touched`.

    They share a statement, a prompt or a gap with one; an option of theirs is, or was, its answer or stands in its
    sentence; or they want more options and it may be one. Every other pool stays as it is, so that questions do not
    get a new version with each draft that is accepted.
    """
    now = [known[pk] for pk in touched if pk in known]
    if 2 * len(now) >= len(known):
        return set(known)
    statements, forms = {fact.statement for fact in now}, {form_of(fact) for fact in now}
    asked = {key_of(text) for fact in now for text in (fact.cloze, *fact.prompts)}
    said = [fact.sentence for fact in now]
    names = {key_of(name) for fact in now for name in fact.names}
    pools: defaultdict[int, tuple[str, ...]] = defaultdict(tuple)
    rows = Question.objects.filter(is_current=True, fact__bank=bank)
    for fact, kind, prompt, answer, distractors in rows.values_list("fact", "kind", "prompt", "answer", "distractors"):
        pools[fact] = tuple(distractors) or pools[fact]
        if fact in touched:
            asked.add(key_of(prompt))
            names.add(key_of(answer))
            said += [prompt.replace(GAP, answer)] if kind == Kind.CLOZE else []
    return {
        pk
        for pk, fact in known.items()
        if pk in touched
        or fact.statement in statements
        or not asked.isdisjoint(key_of(text) for text in (fact.cloze, *fact.prompts))
        or (len(pools[pk]) < ENOUGH and form_of(fact) in forms)
        or any(key_of(one) in names or any(stands_in(one, text) for text in said) for one in pools[pk])
    }


def _with_claim(made: Made, draft: Draft) -> Made:
    found = claim_of(draft)
    if found is None or not made.questions:
        return made
    return replace(made, questions=(*made.questions, claim(found[0], is_true=found[1])))


def _sources(bank: Bank) -> Sources:
    """The accepted drafts by statement and blank."""
    drafts = Draft.objects.filter(bank=bank, state=Draft.State.ACCEPTED, fact__isnull=False)
    rows = drafts.annotate(statement=F("fact__statement")).defer("sentence", "reasons", "resolved", "explanation")
    return {(draft.statement, blank.key): (draft, blank) for draft in rows for blank in blanks_of(draft)}


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
