"""A learner and the time in; the next card, what is left of the day, and what the day was, out. Keeps no state."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import timedelta
from math import ceil
from typing import TYPE_CHECKING

from django.db.models import Min

from questions.models import Fact, Memory, Review, Study

from .again import as_before
from .cards import Card, draw
from .extra import extra_facts
from .learner import day_of
from .shown import CARDS_BETWEEN, shown_now
from .tallies import LONGEST_COUNTED
from .waiting import waiting_for

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date, datetime

    from questions.models import User

    from .shown import Shown
    from .waiting import Waiting

USUAL_SECONDS = 12
"""For an answer, until the learner's own answers say how long they take."""
LOOKED_AT = 100


@dataclass(frozen=True, slots=True)
class Today:
    """What is left of the day: facts due, new and owed; answers given; all together; and about how many minutes."""

    due: int
    new: int
    owed: int
    done: int
    minutes: int = 0

    @property
    def left(self) -> int:
        return self.due + self.new + self.owed

    @property
    def total(self) -> int:
        return self.done + self.left


@dataclass(frozen=True, slots=True)
class Summary:
    """What the day was: answers, facts right at first, facts met for the first time, minutes, facts wrong at first."""

    answered: int
    right: int
    new: int
    minutes: int
    wrong: list[Review] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Look:
    """The day as it was found at one moment: what was shown, and what waits. Looked at once for one page."""

    shown: Shown
    waiting: Waiting


def look_at(learner: User, *, now: datetime) -> Look:
    """The learner's day as it is now."""
    shown = shown_now(learner, now=now)
    return Look(shown, waiting_for(learner, shown))


def next_card(learner: User, *, now: datetime, extra: str = "", look: Look | None = None) -> Card | None:
    """The card to show now; None when the day, or the extra practice, is done."""
    look = look or look_at(learner, now=now)
    fact = _next_extra(learner, extra, look.shown) if extra else _next_fact(look.waiting, look.shown)
    if fact is None:
        return None
    card, undone = draw(learner, Fact(pk=fact), now=now, extra=extra, day=look.shown.day), look.shown.reopened.get(fact)
    return as_before(card, undone) if undone else card


def today(learner: User, *, now: datetime, look: Look | None = None) -> Today:
    """What is left of the learner's day, and how long it takes."""
    left = left_of(look or look_at(learner, now=now))
    return replace(left, minutes=ceil(left.left * _seconds_an_answer(learner) / 60))


def left_of(look: Look) -> Today:
    """What is left of the day, without the minutes; no query."""
    waiting = look.waiting
    return Today(len(waiting.due), len(waiting.new), len(waiting.owed), look.shown.done)


def next_due(learner: User, *, now: datetime, look: Look | None = None) -> tuple[date | None, int]:
    """The next day after today on which facts come back, and how many; None when nothing is remembered.

    What is due today and not asked any more, because it rests or the day is full, comes back tomorrow.
    """
    look = look or look_at(learner, now=now)
    day, asked = look.shown.day, look.waiting.due
    coming = Memory.objects.of(learner).learnt().filter(is_suspended=False, fact__retired_at=None)
    coming = coming.exclude(fact__bank__studies__in=Study.objects.of(learner).filter(is_paused=True))
    tomorrow = _first_open(learner, day + timedelta(days=1))
    left_over = coming.filter(due__lt=tomorrow).exclude(fact__in=asked).count()
    first = tomorrow if left_over else coming.filter(due__gte=tomorrow).aggregate(first=Min("due"))["first"]
    return (first, left_over + coming.filter(due=first).count()) if first else (None, 0)


def _first_open(learner: User, day: date) -> date:
    """The day itself, or the first after a planned break that holds it."""
    return learner.away_until + timedelta(days=1) if learner.is_away(day) else day


def summary(learner: User, *, now: datetime, extra: str = "", since: datetime | None = None) -> Summary:
    """What today's practice, or today's extra practice, came to, `since` an instant where one is given.

    The facts of a quiz being sat are left out.
    """
    origin = Review.Origin.EXTRA if extra else Review.Origin.PRACTICE
    put_away = Fact.objects.in_open_quiz(learner, now).values("pk")
    reviews = list(
        Review.objects.of(learner)
        .on(day_of(learner, now))
        .filter(origin=origin)
        .as_corrected()
        .exclude(fact__in=put_away)
        .select_related("question", "fact")
        .order_by("answered_at", "pk")
    )
    reviews = [review for review in reviews if since is None or review.answered_at >= since]
    firsts = list({review.fact_id: review for review in reversed(reviews)}.values())[::-1]
    return Summary(
        answered=len(reviews),
        right=sum(review.is_right for review in firsts),
        new=sum(review.due_before is None for review in firsts),
        minutes=ceil(sum(min(review.milliseconds, LONGEST_COUNTED) for review in reviews) / 60_000),
        wrong=[review for review in firsts if not review.is_right],
    )


def _next_fact(waiting: Waiting, shown: Shown) -> int | None:
    """What was undone, in its order; what is owed and ripe; due and new evenly mixed; at last whatever is owed."""
    ripe = _ripe(waiting.owed)
    if shown.reopened:
        asked = {*waiting.due, *waiting.new, *waiting.owed, *(row.fact for row in waiting.late)}
        if first := next((fact for fact in shown.reopened if fact in asked), None):
            return first
    if ripe is not None:
        return ripe
    if waiting.due or waiting.new:
        return waiting.new[0] if _new_is_next(waiting, shown) else waiting.due[0]
    return next(iter(waiting.owed), None)


def _new_is_next(waiting: Waiting, shown: Shown) -> bool:
    """Whether new facts lag behind due ones, as shares of what the day holds of each."""
    if not waiting.due or not waiting.new:
        return not waiting.due
    due, new = shown.due_done + len(waiting.due), shown.introduced_in_all + len(waiting.new)
    return shown.introduced_in_all * due < shown.due_done * new


def _next_extra(learner: User, extra: str, shown: Shown) -> int | None:
    """The first fact of the extra practice not shown wrong today; those come back as owed ones do."""
    facts = extra_facts(learner, extra, shown)
    owed = {fact: cards for fact, cards in shown.owed.items() if fact in set(facts)}
    fresh: Sequence[int] = [fact for fact in facts if fact not in owed]
    if first := next((fact for fact in shown.reopened if fact in facts), None):
        return first
    ripe = _ripe(owed)
    if ripe is not None:
        return ripe
    return fresh[0] if fresh else next(iter(owed), None)


def _ripe(owed: Mapping[int, int]) -> int | None:
    """The fact owed longest, once four other cards came after it."""
    return next((fact for fact, cards in owed.items() if cards >= CARDS_BETWEEN), None)


def _seconds_an_answer(learner: User) -> float:
    """How long the learner's last hundred answers took on average."""
    timed = Review.objects.of(learner).filter(milliseconds__gt=0).order_by("-day", "-answered_at")
    taken = list(timed.values_list("milliseconds", flat=True)[:LOOKED_AT])
    if not taken:
        return USUAL_SECONDS
    return sum(min(each, LONGEST_COUNTED) for each in taken) / len(taken) / 1000
