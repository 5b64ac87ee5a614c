"""A learner's memories in; how much of what they know fades if they stop, and what is nearest to being lost, out."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import reduce
from heapq import nsmallest
from operator import or_
from typing import TYPE_CHECKING

from django.db.models import Q

from questions.models import Question
from questions.models.prepared import Prepared, number
from questions.practice.learner import scheduling_of
from questions.practice.scheduler import recalled_then
from questions.vocabulary import Kind

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from questions.models import User

    from .held import Held

DAYS = (0, 1, 2, 4, 7, 14, 22, 30)
"""From today, where the curve is computed; it bends most at its beginning."""
WEEK = 7
MONTH = 30
SHOWN = 5
ASKED_IN_WORDS = (Kind.TYPED, Kind.RECALL, Kind.CHOICE, Kind.CLOZE)
"""The best first. A claim to call true or false is none of them: read by itself, it would be believed."""
FACTS = tuple(f"fact{place}" for place in range(SHOWN))
NO_FACT = 0
PROMPTS = Prepared(
    lambda: (
        Question.objects.current()
        .filter(reduce(or_, (Q(fact=number(name)) for name in FACTS)), kind__in=ASKED_IN_WORDS)
        .order_by("-wording")
        .values_list("fact", "kind", "prompt")
    )
)


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


def fading(learner: User, memories: Iterable[Held], *, put_away: Collection[int] = ()) -> Fading:
    """Every fact met and not suspended. Those `put_away` for an open quiz are counted and not named."""
    met, scheduling = [each for each in memories if not each.is_suspended], scheduling_of(learner)
    alike = Counter((each.days, each.stability) for each in met)
    curve = tuple(Later(days, recalled_then(alike, days, scheduling)) for days in DAYS)
    return Fading(len(met), curve, _faintest(met, put_away))


def _faintest(met: list[Held], put_away: Collection[int]) -> tuple[Faint, ...]:
    named = (each for each in met if each.fact not in put_away)
    shown = nsmallest(SHOWN, named, key=lambda each: (each.recalled, each.fact))
    places = dict.fromkeys(FACTS, NO_FACT) | dict(zip(FACTS, (each.fact for each in shown), strict=False))
    prompts: dict[int, dict[str, str]] = {}
    for fact, kind, prompt in PROMPTS.rows(**places) if shown else ():
        prompts.setdefault(fact, {})[kind] = prompt
    return tuple(
        Faint(
            each.fact,
            next(prompts[each.fact][kind] for kind in ASKED_IN_WORDS if kind in prompts[each.fact]),
            each.recalled,
        )
        for each in shown
        if each.fact in prompts
    )
