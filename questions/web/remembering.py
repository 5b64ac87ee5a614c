"""A learner's memories in; rows of the facts page, and the page of one fact with its history, out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.shortcuts import get_object_or_404

from questions.models import Fact, FactChange, Memory, Review
from questions.models.choices import Kind
from questions.practice import facts
from questions.practice.learner import day_of
from questions.practice.leeches import slips
from questions.practice.log import standing_of
from questions.practice.neighbours import taken_for
from questions.web.drafts import cited
from questions.web.reading import Piece, pieces_of
from questions.web.verdicts import Said, say

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date, datetime

    from django.db.models import QuerySet

    from questions.models import User

MOST_CHANGES = 20
SUSPENDED = "Put away: you will not be asked this fact. You find it in My facts, among those put away."
ASKED_AGAIN = "Taken back: this fact is asked again."
BURIED = "Put off: this fact is not asked before tomorrow."
DUG_UP = "This fact is asked today again, if it is its turn."
PROPOSED = "Thank you. Whoever keeps this bank is asked for a better wording."
NEVER_ANSWERED = "Answer this fact once before you propose another wording."
FORGOTTEN = "Forgotten. The fact comes up again as a new one; your answers stay in its history."


@dataclass(frozen=True, slots=True)
class Row:
    memory: Memory
    fact: Fact
    pieces: list[Piece]
    state: str
    slips: bool


@dataclass(frozen=True, slots=True)
class Line:
    """One answer in a fact's history."""

    review: Review
    said: Said


def rows(memories: Iterable[Memory], day: date) -> list[Row]:
    return [
        Row(
            memory,
            memory.fact,
            pieces_of(memory.fact.statement, memory.fact.blank),
            state_of(memory, day),
            slips(memory),
        )
        for memory in memories
    ]


def state_of(memory: Memory | None, day: date) -> str:
    """One of new, suspended, resting, due, waiting."""
    if memory and memory.is_suspended:
        return "suspended"
    if memory and memory.rests_until and memory.rests_until > day:
        return "resting"
    if memory is None or memory.due is None:
        return "new"
    return "due" if memory.due <= day else "waiting"


def in_each_kind(memory: Memory | None) -> list[tuple[str, date, float]]:
    """Where each kind has a memory: its name, the day on which the fact comes back in it, and the days it holds."""
    held = standing_of(memory).kinds if memory else {}
    soonest = sorted(held.items(), key=lambda each: each[1].due)
    return [(Kind(kind).label, each.due, each.state.stability) for kind, each in soonest]


def facts_shown(learner: User, *, now: datetime, day: date, search: str = "", state: str = "") -> QuerySet[Memory]:
    """What the learner remembers, without the facts of a quiz being sat."""
    put_away = Fact.objects.in_open_quiz(learner, now).values("pk")
    return facts.facts_of(learner, day=day, search=search, state=state).exclude(fact__in=put_away)


def own_fact(learner: User, pk: int, *, now: datetime) -> Fact:
    """A fact with all its page shows; 404 for one the learner may not see, or is asked in a quiz being sat."""
    put_away = Fact.objects.in_open_quiz(learner, now).values("pk")
    return get_object_or_404(Fact.objects.visible_to(learner).with_source().exclude(pk__in=put_away), pk=pk)


def fact_met(learner: User, pk: int, *, now: datetime) -> tuple[Fact, bool]:
    """The same, and whether the learner may see it; a fact they answered before its bank was closed is theirs still,
    but for what the bank says."""
    facts = Fact.objects.with_source().exclude(pk__in=Fact.objects.in_open_quiz(learner, now).values("pk"))
    found = facts.visible_to(learner).filter(pk=pk).first()
    if found is not None:
        return found, True
    answered = Review.objects.of(learner).values("fact")
    return get_object_or_404(facts.filter(pk__in=answered), pk=pk), False


def closed_page(learner: User, fact: Fact) -> dict[str, Any]:
    """What fact_closed.html shows: what is the learner's own, and nothing more of the bank than its title."""
    memory = Memory.objects.of(learner).filter(fact=fact).first()
    return {"fact": fact, "memory": memory, "history": history_of(learner, fact)}


def fact_page(learner: User, fact: Fact, *, now: datetime) -> dict[str, Any]:
    """What fact.html shows."""
    day = day_of(learner, now)
    memory = Memory.objects.of(learner).filter(fact=fact).first()
    return {
        "fact": fact,
        "memory": memory,
        "state": state_of(memory, day),
        "day": day,
        "slips": memory is not None and slips(memory),
        "kinds": in_each_kind(memory),
        "taken_for": taken_for(learner, fact, now=now),
        "statement": pieces_of(fact.statement, fact.blank),
        "passages": cited(fact.statement),
        "changes": FactChange.objects.of(fact)[:MOST_CHANGES],
        "history": history_of(learner, fact),
    }


def history_of(learner: User, fact: Fact) -> list[Line]:
    return [Line(review, say(review, review.last_act, review.last_outcome)) for review in facts.history(learner, fact)]
