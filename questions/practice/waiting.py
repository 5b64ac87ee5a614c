"""A learner and what today has shown them in; what waits to be asked today out: due, new and owed facts, in order."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil
from typing import TYPE_CHECKING
from zlib import crc32

from django.db.models import Exists, OuterRef, Q

from questions.models import Bank, Fact, Memory, Question, Study

from .decisions import wishes_of
from .learner import scheduling_of
from .scheduler import State, recall

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from datetime import date

    from django.db.models import QuerySet

    from questions.models import User

    from .shown import Shown

MOST_ROWS = 1_000
"""Due memories that are looked at: the cost of a day depends on what is due, never on what is known."""

SIBLINGS_AT_MOST = 8


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
    studies = list(Study.objects.of(learner))
    paused = [study.bank_id for study in studies if study.is_paused]
    owed = owed_facts(learner, shown, paused)
    if learner.is_away(shown.day):
        return Waiting((), (), owed)
    found = [row for row in due_facts(learner, shown, paused) if row.fact not in owed]
    due = in_asking_order(learner, found, shown)[: max(0, learner.due_per_day - shown.due_done)]
    asked = {row.statement for row in due}
    new = [fact for study in studies if not study.is_paused for fact in new_facts(learner, study, shown, asked)]
    return Waiting(tuple(row.fact for row in due), tuple(new), owed, tuple(found))


def due_facts(learner: User, shown: Shown, paused: list[int]) -> list[DueFact]:
    """Due and not yet answered today, at most a thousand, the longest due first; two or three queries."""
    rows = (
        askable(Memory.objects.of(learner).learnt().due(shown.day))
        .exclude(fact__bank__in=paused)
        .order_by("due", "pk")
        .values_list("fact", "fact__statement", "fact__bank", "due", "stability", "difficulty", "last_day")[:MOST_ROWS]
    )
    found = [DueFact(fact, statement, bank, due, State(*state)) for fact, statement, bank, due, *state in rows]
    answered = shown.answered
    found = [row for row in found if row.fact not in answered and not shown.rests(row.fact, row.statement)]
    return only_visible(learner, found)


def only_visible(learner: User, rows: list[DueFact]) -> list[DueFact]:
    """Without the facts of banks that the learner may no longer see."""
    banks = {row.bank for row in rows}
    visible = (
        set(Bank.objects.visible_to(learner).filter(pk__in=banks).values_list("pk", flat=True)) if banks else set()
    )
    return [row for row in rows if row.bank in visible]


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
    put_off = Q(is_suspended=True) | Q(rests_until__gt=shown.day)
    met = Memory.objects.of(learner).filter(put_off | Q(stability__isnull=False), fact=OuterRef("pk"))
    facts = Fact.objects.current().visible_to(learner).filter(~Exists(met), has_question("pk"), bank=study.bank_id)
    facts = facts.filter(bank__archived_at=None)
    chosen = Study.units.through.objects.filter(study=study)
    facts = facts.filter(Q(unit__in=chosen.values("unit")) | ~Exists(chosen))
    facts = facts.exclude(pk__in=shown.answered).exclude(statement__in=asked).exclude(resting(shown))
    rows = facts.order_by("position").values_list("pk", "statement")[: limit * SIBLINGS_AT_MOST]
    return list(first_of_each(rows))[:limit]


def share_of_day(learner: User, day: date) -> float:
    """How much of a usual day the learner wants on this one, 0 to 1."""
    return wishes_of(learner).share(day) if learner.is_load_even else 1.0


def resting(shown: Shown) -> Q:
    """What must not be asked today, for the database; the same as `Shown.rests`."""
    siblings = Q(statement__in=shown.statements) & ~Q(pk__in=shown.facts)
    return siblings | Q(statement__in=shown.telling) | Q(pk__in=shown.put_away)


def first_of_each(rows: Iterable[tuple[int, int]]) -> list[int]:
    """Of rows of fact and statement, the first fact of each statement."""
    firsts: dict[int, int] = {}
    for fact, statement in rows:
        firsts.setdefault(statement, fact)
    return list(firsts.values())


def owed_facts(learner: User, shown: Shown, paused: list[int]) -> dict[int, int]:
    """The facts owed today that may still be asked, with the number of cards since; no query where none is owed."""
    owed = shown.owed
    if not owed:
        return {}
    memories = Memory.objects.of(learner).learnt().awake(shown.day).filter(is_suspended=False, fact__in=owed)
    allowed = set(askable(memories).exclude(fact__bank__in=paused).values_list("fact", flat=True)) - shown.put_away
    return {fact: cards for fact, cards in owed.items() if fact in allowed}


def askable(memories: QuerySet[Memory]) -> QuerySet[Memory]:
    """Memories of facts that are still in their bank and have a question."""
    return memories.filter(has_question("fact"), fact__retired_at=None)


def has_question(fact: str) -> Exists:
    return Exists(Question.objects.filter(fact=OuterRef(fact), is_current=True))
