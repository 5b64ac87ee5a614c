"""A learner's memories in; how much of what they know fades if they stop, and what is nearest to being lost, out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from questions.models import Fact, Memory, Question
from questions.practice.learner import scheduling_of
from questions.practice.scheduler import recall_after
from questions.vocabulary import Kind

if TYPE_CHECKING:
    from datetime import date, datetime

    from questions.models import User

DAYS = (0, 1, 2, 4, 7, 10, 14, 18, 22, 26, 30)
"""From today, where the curve is computed; it bends most at its beginning."""
WEEK = 7
MONTH = 30
SHOWN = 5
ASKED_IN_WORDS = (Kind.TYPED, Kind.RECALL, Kind.CHOICE, Kind.CLOZE)
"""The best first. A claim to call true or false is none of them: read by itself, it would be believed."""


@dataclass(frozen=True, slots=True)
class Later:
    """So many `days` from today, `recalled` of the facts met would be recalled unaided."""

    days: int
    recalled: float


@dataclass(frozen=True, slots=True)
class Faint:
    """A fact near to being forgotten: what it asks, and its predicted recall today, 0 to 1."""

    fact: int
    prompt: str
    recalled: float

    @property
    def percent(self) -> int:
        return round(100 * self.recalled)


@dataclass(frozen=True, slots=True)
class Fading:
    """Of `met` facts, what is recalled today and on days to come without any practice; the faintest, faintest first."""

    met: int
    curve: tuple[Later, ...]
    faintest: tuple[Faint, ...]

    @property
    def today(self) -> int:
        return round(self.curve[0].recalled)

    @property
    def in_a_week(self) -> int:
        return self._on(WEEK)

    @property
    def in_a_month(self) -> int:
        return self._on(MONTH)

    @property
    def lost_in_a_week(self) -> int:
        return self.today - self.in_a_week

    def _on(self, days: int) -> int:
        return next(round(later.recalled) for later in self.curve if later.days == days)


def fading(learner: User, day: date, *, now: datetime) -> Fading:
    """Every fact met and not suspended. The facts of a quiz that is open at `now` are counted and not named."""
    scheduling = scheduling_of(learner)
    met = Memory.objects.of(learner).learnt().filter(is_suspended=False, fact__retired_at=None)
    held = [
        (max(0, (day - last_day).days), stability, fact)
        for fact, stability, last_day in met.values_list("fact", "stability", "last_day")
    ]
    curve = tuple(
        Later(days, sum(recall_after(since + days, stability, scheduling) for since, stability, _ in held))
        for days in DAYS
    )
    chances = sorted((recall_after(since, stability, scheduling), fact) for since, stability, fact in held)
    return Fading(len(held), curve, _faintest(learner, chances, now))


def _faintest(learner: User, chances: list[tuple[float, int]], now: datetime) -> tuple[Faint, ...]:
    put_away = set(Fact.objects.in_open_quiz(learner, now).values_list("pk", flat=True))
    shown = [(chance, fact) for chance, fact in chances if fact not in put_away][:SHOWN]
    asked = Question.objects.current().filter(fact__in=[fact for _, fact in shown], kind__in=ASKED_IN_WORDS)
    prompts: dict[int, dict[str, str]] = {}
    for fact, kind, prompt in asked.order_by("-wording").values_list("fact", "kind", "prompt"):
        prompts.setdefault(fact, {})[kind] = prompt
    return tuple(
        Faint(fact, next(prompts[fact][kind] for kind in ASKED_IN_WORDS if kind in prompts[fact]), chance)
        for chance, fact in shown
        if fact in prompts
    )
