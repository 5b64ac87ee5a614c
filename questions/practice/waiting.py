"""A learner and what today has shown them in; what waits to be asked today out: due, new and owed facts, in order."""

from __future__ import annotations

from dataclasses import dataclass
from functools import reduce
from math import ceil
from operator import or_
from typing import TYPE_CHECKING
from zlib import crc32

from django.db.models import Exists, OuterRef, Q

from questions.models import Bank, Fact, Memory, Question, Study
from questions.models.prepared import Prepared, a_day, number

from .decisions import wishes_of
from .learner import scheduling_of
from .scheduler import State, recall

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from datetime import date

    from django.db.models import QuerySet

    from questions.models import User

    from .shown import Shown

MOST_ROWS = 1_000
"""Due memories that are looked at: the cost of a day depends on what is due, never on what is known."""

NEW_AT_ONCE = 100
"""New facts that are read at once, in the order of teaching, until there are enough."""

PLACES = tuple(f"fact{place}" for place in range(20))
"""For facts that are owed; hardly ever are there more."""
NO_FACT = 0

STUDIES = Prepared(lambda: Study.objects.of(number("learner")))
DUE = Prepared(
    lambda: (
        of_unpaused(askable(Memory.objects.of(number("learner")).learnt().due(a_day("day"))))
        .filter(fact__bank__in=Bank.objects.visible_to(number("learner")).values("pk"))
        .order_by("due", "pk")
        .values_list("fact", "fact__statement", "fact__bank", "due", "stability", "difficulty", "last_day")[:MOST_ROWS]
    )
)
OWED = Prepared(
    lambda: (
        of_unpaused(askable(Memory.objects.of(number("learner")).learnt().awake(a_day("day"))))
        .filter(reduce(or_, (Q(fact=number(name)) for name in PLACES)), is_suspended=False)
        .values_list("fact", flat=True)
    )
)
NEW = Prepared(lambda: _never_met().order_by("position", "pk").values_list("position", "pk", "statement")[:NEW_AT_ONCE])


@dataclass(frozen=True, slots=True)
class DueFact:
    fact: int
    statement: int
    bank: int
    due: date
    state: State


@dataclass(frozen=True, slots=True)
class Waiting:
    """Facts to ask today, in the order in which they are asked; `owed` with the number of cards since.

    `late`: all that is due, the facts beyond the daily limit too.
    """

    due: tuple[int, ...]
    new: tuple[int, ...]
    owed: dict[int, int]
    late: tuple[DueFact, ...] = ()


def waiting_for(learner: User, shown: Shown) -> Waiting:
    """Everything that waits today; in a planned break only what is owed."""
    owed = owed_facts(learner, shown)
    if learner.is_away(shown.day):
        return Waiting((), (), owed)
    found = [row for row in due_facts(learner, shown) if row.fact not in owed]
    due = in_asking_order(learner, found, shown)[: max(0, learner.due_per_day - shown.due_done)]
    asked = {row.statement for row in due}
    studies = (study for study in STUDIES.rows(learner=learner.pk) if not study.is_paused)
    new = [fact for study in studies for fact in new_facts(learner, study, shown, asked)]
    return Waiting(tuple(row.fact for row in due), tuple(new), owed, tuple(found))


def due_facts(learner: User, shown: Shown) -> list[DueFact]:
    """Due and not yet answered today, at most a thousand, the longest due first; one query.

    None of a bank whose study is paused, or that the learner may no longer see.
    """
    answered = shown.answered
    return [
        DueFact(fact, statement, bank, due, State(*state))
        for fact, statement, bank, due, *state in DUE.rows(learner=learner.pk, day=shown.day)
        if fact not in answered and not shown.rests(fact, statement)
    ]


def in_asking_order(learner: User, rows: list[DueFact], shown: Shown) -> list[DueFact]:
    """Shuffled by a seed, the same all day; in a backlog the most nearly forgotten first. One fact of each statement.

    `simulate_practice` shows why: the other order lets what is nearly lost wait until it is, and keeps far less.
    """
    shuffled = sorted(rows, key=lambda row: shuffle_key(learner, shown.day, row.fact))
    if len(rows) > learner.due_per_day - shown.due_done:
        scheduling = scheduling_of(learner)
        shuffled.sort(key=lambda row: recall(row.state, max(shown.day, row.state.last_day), scheduling))
    firsts = {row.statement: row for row in reversed(shuffled)}
    return [row for row in shuffled if firsts[row.statement] is row or row.fact in shown.facts]


def shuffle_key(learner: User, day: date, fact: int) -> int:
    return crc32(f"{learner.pk}/{day.isoformat()}/{fact}".encode())


def new_facts(learner: User, study: Study, shown: Shown, asked: Collection[int]) -> list[int]:
    """The lowest-placed facts never met, up to what is left of the study's daily limit; none of a bank in the archive.

    One of each statement, and none of a statement that is asked today because another fact of it is due. On a weekday
    that the learner keeps half free the limit is half as high.
    """
    limit = ceil(study.new_per_day * share_of_day(learner, shown.day)) - shown.introduced(study.bank_id)
    if limit <= 0:
        return []
    answered, firsts = shown.answered, {}
    for fact, statement in never_met(learner, study, shown.day):
        if len(firsts) == limit:
            break
        if statement not in asked and fact not in answered and not shown.rests(fact, statement):
            firsts.setdefault(statement, fact)
    return list(firsts.values())


def never_met(learner: User, study: Study, day: date) -> Iterator[tuple[int, int]]:
    """Facts of the study, each with its statement, in the order of teaching; read as far as they are asked for."""
    of_study = {"learner": learner.pk, "study": study.pk, "bank": study.bank_id, "day": day}
    position = after = -1
    while rows := NEW.rows(position=position, after=after, **of_study):
        yield from ((fact, statement) for _, fact, statement in rows)
        position, after, _ = rows[-1]
        if len(rows) < NEW_AT_ONCE:
            return


def _never_met() -> QuerySet[Fact]:
    """The facts of a study that were never met, after one of them in the order of teaching."""
    put_off = Q(is_suspended=True) | Q(rests_until__gt=a_day("day"))
    met = Memory.objects.of(number("learner")).filter(put_off | Q(stability__isnull=False), fact=OuterRef("pk"))
    chosen = Study.units.through.objects.filter(study=number("study"))
    later = Q(position__gt=number("position")) | Q(position=number("position"), pk__gt=number("after"))
    return (
        Fact.objects.current()
        .visible_to(number("learner"))
        .filter(~Exists(met), has_question("pk"), later, bank=number("bank"), bank__archived_at=None)
        .filter(Q(unit__in=chosen.values("unit")) | ~Exists(chosen))
    )


def share_of_day(learner: User, day: date) -> float:
    """How much of a usual day the learner wants on this one, 0 to 1."""
    return wishes_of(learner).share(day) if learner.is_load_even else 1.0


def resting(shown: Shown) -> Q:
    """What must not be asked today, for the database; the same as `Shown.rests`."""
    siblings = Q(statement__in=shown.statements) & ~Q(pk__in=shown.facts)
    return siblings | Q(statement__in=shown.telling) | Q(pk__in=shown.put_away)


def owed_facts(learner: User, shown: Shown) -> dict[int, int]:
    """The facts owed today that may still be asked, with the number of cards since; no query where none is owed."""
    owed = shown.owed
    if not owed:
        return {}
    facts, allowed = list(owed), set()
    for start in range(0, len(facts), len(PLACES)):
        places = dict.fromkeys(PLACES, NO_FACT) | dict(zip(PLACES, facts[start:], strict=False))
        allowed.update(OWED.rows(learner=learner.pk, day=shown.day, **places))
    allowed -= shown.put_away
    return {fact: cards for fact, cards in owed.items() if fact in allowed}


def of_unpaused(memories: QuerySet[Memory]) -> QuerySet[Memory]:
    """Memories of banks whose study is not paused; a bank need not be studied."""
    paused = Study.objects.of(number("learner")).filter(is_paused=True)
    return memories.exclude(fact__bank__in=paused.values("bank"))


def askable(memories: QuerySet[Memory]) -> QuerySet[Memory]:
    """Memories of facts that are still in their bank and have a question."""
    return memories.filter(has_question("fact"), fact__retired_at=None)


def has_question(fact: str) -> Exists:
    return Exists(Question.objects.filter(fact=OuterRef(fact), is_current=True))
