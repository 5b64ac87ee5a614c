"""A learner and a day in; what was shown to them on it, and which facts must rest because of it, out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Q

from questions.models import Fact, Item, Review

from .learner import day_began

if TYPE_CHECKING:
    from datetime import date, datetime

    from questions.models import User

CARDS_BETWEEN = 4
"""A fact answered wrong returns after so many other cards."""


@dataclass(frozen=True, slots=True)
class Seen:
    """One of the day's reviews that stand."""

    fact: int
    bank: int
    is_right: bool
    origin: str
    was_new: bool
    was_due: bool
    is_repeat: bool


@dataclass(frozen=True, slots=True)
class Shown:
    """What one day has shown so far. `seen`: the reviews that stand, in order of time.

    `facts`, `statements`: of every review of the day, undone or not, and of every quiz begun or handed in on it.
    `put_away`: facts of an open quiz; `telling`: their statements, whose other facts would tell their answers.
    `reopened`: the fact of the day's last answer where that was undone.
    """

    day: date
    seen: tuple[Seen, ...]
    facts: frozenset[int]
    statements: frozenset[int]
    put_away: frozenset[int]
    telling: frozenset[int]
    reopened: int | None

    def rests(self, fact: int, statement: int) -> bool:
        """Whether the fact waits for the learner's next day, or for a quiz to be handed in."""
        if fact in self.put_away or statement in self.telling:
            return True
        return statement in self.statements and fact not in self.facts

    @property
    def answered(self) -> frozenset[int]:
        """Facts answered today in practice; they come back today only when they are owed."""
        return frozenset(seen.fact for seen in self.seen if seen.origin != Review.Origin.QUIZ)

    @property
    def right(self) -> frozenset[int]:
        """Facts whose latest answer today is right."""
        latest = {seen.fact: seen.is_right for seen in self.seen}
        return frozenset(fact for fact, is_right in latest.items() if is_right)

    @property
    def owed(self) -> dict[int, int]:
        """Facts whose latest answer today is wrong, and how many cards came after it; the longest ago first."""
        latest = {seen.fact: place for place, seen in enumerate(self.seen)}
        places = sorted(place for place in latest.values() if not self.seen[place].is_right)
        return {self.seen[place].fact: len(self.seen) - 1 - place for place in places}

    def introduced(self, bank: int) -> int:
        """How many facts of the bank were met for the first time today, in the day's own order."""
        firsts = {seen.fact for seen in self._of_the_day() if seen.was_new and seen.bank == bank}
        return len(firsts)

    @property
    def introduced_in_all(self) -> int:
        return len({seen.fact for seen in self._of_the_day() if seen.was_new})

    @property
    def due_done(self) -> int:
        """How many facts that were due have been answered today."""
        return len({seen.fact for seen in self._of_the_day() if seen.was_due})

    @property
    def done(self) -> int:
        """Answers given today, repeats counted, extra practice not."""
        return sum(seen.origin == Review.Origin.PRACTICE for seen in self.seen)

    def _of_the_day(self) -> list[Seen]:
        return [seen for seen in self.seen if seen.origin == Review.Origin.PRACTICE and not seen.is_repeat]


def shown_on(learner: User, day: date, *, now: datetime) -> Shown:
    """What the day has shown; four queries, whose cost is that of the day's answers."""
    every = list(
        Review.objects.of(learner)
        .on(day)
        .order_by("answered_at", "pk")
        .values_list(
            "pk", "fact", "fact__statement", "fact__bank", "origin", "stability_before", "due_before", "is_repeat"
        )
    )
    standing = dict(Review.objects.of(learner).on(day).as_corrected().values_list("pk", "is_right"))
    in_quizzes = set(_in_quizzes_of(learner, day))
    put_away = set(Fact.objects.in_open_quiz(learner, now).values_list("pk", "statement"))
    last = every[-1] if every else None
    return Shown(
        day=day,
        seen=tuple(
            Seen(fact, bank, standing[pk], origin, stability is None, due is not None and due <= day, is_repeat)
            for pk, fact, _, bank, origin, stability, due, is_repeat in every
            if pk in standing
        ),
        facts=frozenset(row[1] for row in every) | frozenset(fact for fact, _ in in_quizzes),
        statements=frozenset(row[2] for row in every) | frozenset(statement for _, statement in in_quizzes),
        put_away=frozenset(fact for fact, _ in put_away),
        telling=frozenset(statement for _, statement in put_away),
        reopened=last[1] if last and last[0] not in standing else None,
    )


def _in_quizzes_of(learner: User, day: date) -> list[tuple[int, int]]:
    """Facts and statements of the quizzes that the learner began or handed in since the day began."""
    since = day_began(learner, day)
    attempts = learner.attempts.filter(Q(started_at__gte=since) | Q(handed_in_at__gte=since))
    items = Item.objects.filter(assignment__attempts__in=attempts, withdrawn_at=None)
    return list(items.values_list("fact", "fact__statement"))
