"""A learner and a day in; what was shown to them on it, and which facts must rest because of it, out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db.models import Q

from questions.models import Attempt, Correction, Item, Review, Statement
from questions.models.prepared import Prepared, a_day, instant, number

from .learner import day_began

if TYPE_CHECKING:
    from datetime import date, datetime

    from django.db.models import QuerySet

    from questions.models import User

CARDS_BETWEEN = 4
"""A fact answered wrong returns after so many other cards."""


@dataclass(frozen=True, slots=True)
class Seen:
    """One of the day's reviews that stand; `act` is its last correction, `token` names it."""

    fact: int
    bank: int
    is_right: bool
    origin: str
    was_new: bool
    was_due: bool
    is_repeat: bool
    token: str = ""
    act: str = ""


@dataclass(frozen=True, slots=True)
class Shown:
    """What one day has shown so far. `seen`: the reviews that stand, in order of time.

    `facts`, `statements`: of every review of the day, undone or not, and of every quiz begun or handed in on it; with
    `statements` go others of the same sentence, which an imported bank has for each draft that it was asked in.
    `put_away`: facts of an open quiz; `telling`: their statements, whose other facts would tell their answers.
    `reopened`: facts whose latest answer of the day was undone, the first answered first, with that answer's token.
    """

    day: date
    seen: tuple[Seen, ...]
    facts: frozenset[int]
    statements: frozenset[int]
    put_away: frozenset[int]
    telling: frozenset[int]
    reopened: dict[int, str]

    def rests(self, fact: int, statement: int) -> bool:
        """Whether the fact waits for the learner's next day, or for a quiz to be handed in."""
        if fact in self.put_away or statement in self.telling:
            return True
        return statement in self.statements and fact not in self.facts

    @property
    def last_undoable(self) -> Seen | None:
        """The day's last answer in practice that may still be taken back; the one before it, once it is."""
        closed = {Correction.Act.FORGET, Correction.Act.CHANGED}
        mine = (seen for seen in reversed(self.seen) if seen.origin != Review.Origin.QUIZ and seen.act not in closed)
        return next(mine, None)

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


def shown_now(learner: User, *, now: datetime) -> Shown:
    """What the learner's day has shown so far; two queries, whose cost is that of the day's answers."""
    local = learner.local_day(now)
    rows = SINCE.rows(learner=learner.pk, day=local)
    day = max((row[0] for row in rows), default=local)  # as `day_of`: it never goes back
    return _shown(learner, day, rows, now)


def shown_on(learner: User, day: date, *, now: datetime) -> Shown:
    """What one day has shown; two queries."""
    return _shown(learner, day, SINCE.rows(learner=learner.pk, day=day), now)


def _since() -> QuerySet[Review]:
    """The learner's answers on a day or after it, in order of time, with what `Seen` says of each."""
    columns = ("day", "fact", "fact__statement", "fact__bank", "fact__statement__start", "is_right", "origin")
    believed = ("due_before", "is_repeat", "token", "last_act")
    reviews = Review.objects.of(number("learner")).filter(day__gte=a_day("day")).with_corrections()
    return reviews.order_by("answered_at", "pk").values_list(*columns, *believed)


def _in_quizzes() -> QuerySet[Item]:
    """Items of the learner's quizzes begun, handed in or run out since an instant, and of those open now."""
    since, now = instant("since"), instant("now")
    unclosed = Q(handed_in_at=None) & (Q(closes_at__gte=since) | Q(closes_at__gt=now))
    attempts = Attempt.objects.filter(student=number("learner")).filter(
        Q(started_at__gte=since) | Q(handed_in_at__gte=since) | unclosed
    )
    of_attempt = [f"assignment__attempts__{name}" for name in ("started_at", "handed_in_at", "closes_at")]
    items = Item.objects.filter(assignment__attempts__in=attempts, withdrawn_at=None).order_by()
    return items.values_list("fact", "fact__statement", *of_attempt, "fact__statement__start")


SINCE, IN_QUIZZES = Prepared(_since), Prepared(_in_quizzes)


def _shown(learner: User, day: date, rows: list[tuple[Any, ...]], now: datetime) -> Shown:
    every = [row for row in rows if row[0] == day]
    in_quizzes, put_away = _in_quizzes_of(learner, day, now)
    latest = {row[1]: place for place, row in enumerate(every)}
    undone = [every[place] for place in sorted(latest.values()) if every[place][-1] == Correction.Act.UNDO]
    return Shown(
        day=day,
        seen=tuple(
            Seen(fact, bank, is_right, origin, due is None, due is not None and due <= day, is_repeat, token, act)
            for _, fact, _, bank, _, is_right, origin, due, is_repeat, token, act in every
            if act != Correction.Act.UNDO
        ),
        facts=frozenset(row[1] for row in every) | frozenset(fact for fact, _, _ in in_quizzes),
        statements=_of_the_sentences({(row[2], row[4]) for row in every} | {row[1:] for row in in_quizzes}),
        put_away=frozenset(fact for fact, _, _ in put_away),
        telling=_of_the_sentences({row[1:] for row in put_away}),
        reopened={row[1]: row[-2] for row in undone},
    )


def _of_the_sentences(shown: set[tuple[int, int | None]]) -> frozenset[int]:
    """Statements, each with where it begins in a stored passage; with them those that share some of their characters.

    One query where any stands in a stored passage, none otherwise.
    """
    stored = {statement for statement, start in shown if start is not None}
    found = frozenset(statement for statement, _ in shown)
    if not stored:
        return found
    near = Statement.objects.filter(passages__statements__in=stored, start__isnull=False, end__isnull=False)
    rows = near.order_by().distinct().values_list("pk", "bank", "passages", "start", "end")
    places: dict[tuple[int, int], list[tuple[int, int]]] = {}
    for pk, bank, passage, start, end in rows:
        if pk in stored:
            places.setdefault((bank, passage), []).append((start, end))
    return found | {
        pk
        for pk, bank, passage, start, end in rows
        if any(start < there[1] and there[0] < end for there in places.get((bank, passage), ()))
    }


def _in_quizzes_of(
    learner: User, day: date, now: datetime
) -> tuple[set[tuple[int, int, int | None]], set[tuple[int, int, int | None]]]:
    """Facts, statements and where these begin: of quizzes begun or handed in since the day began, and of open ones."""
    since = day_began(learner, day)
    rows = IN_QUIZZES.rows(learner=learner.pk, since=since, now=now)
    is_open = [row[3] is None and row[4] > now for row in rows]
    met = {(*row[:2], row[5]) for row, still in zip(rows, is_open, strict=True) if row[2] >= since or not still}
    return met, {(*row[:2], row[5]) for row, still in zip(rows, is_open, strict=True) if still}
