"""A way of scheduling, a world and a number of facts in; a year of practice, and what it came to, out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

from questions.practice.offsets import Seen
from questions.practice.replay import NOWHERE, Standing
from questions.practice.scheduler import recall
from questions.vocabulary import Kind

from .policies import Policy, move
from .truth import SECONDS, Mind, World

FIRST_DAY = date(2026, 1, 1)
DAYS = 365
SETTLED = 30
"""Days after which beliefs are compared with the truth: the first weeks show the prior, not the policy."""

MONTH = 30
PRACTISED = 0.85
"""Share of days on which the learner sits down; what is due on another day is late."""

Order = Callable[[Standing, date], float]
"""What is asked first when more is due than the day allows: the smallest."""


@dataclass(frozen=True, slots=True)
class Plan:
    """How a year goes: facts met a day, reviews a day at most (0: no limit), a break of so many days."""

    facts: int = 2_000
    new_per_day: int = 40
    limit: int = 0
    break_from: int = 0
    break_days: int = 0

    def is_practised(self, day: int, rng: Random) -> bool:
        is_away = self.break_from <= day < self.break_from + self.break_days
        return rng.random() < PRACTISED and not is_away


@dataclass(slots=True)
class Outcome:
    """Sums over the reviews of days 31 to 365 and, at the end, over all facts met. `seen` is what a site would log."""

    policy: str
    world: str
    reviews: int = 0
    seconds: float = 0.0
    compared: int = 0
    believed: float = 0.0
    true: float = 0.0
    known_at_end: float = 0.0
    known_by_month: list[float] = field(default_factory=list)
    believed_at_end: float = 0.0
    met: int = 0
    seen: list[Seen] = field(default_factory=list)

    @property
    def bias(self) -> float:
        """Predicted minus true recall at review, in points of a hundred."""
        return 100 * (self.believed - self.true) / self.compared if self.compared else 0.0

    @property
    def true_recall(self) -> float:
        return self.true / self.compared if self.compared else 0.0


@dataclass(slots=True)
class _Held:
    mind: Mind
    first: int
    belief: Standing = NOWHERE


def simulate(policy: Policy, world: World, plan: Plan, *, seed: int, order: Order | None = None) -> Outcome:
    """One learner's year. The same seed gives the same learner, the same days and, as far as they are asked alike,
    the same luck. `order` decides who waits when `plan.limit` bites; without it the earliest due comes first.
    """
    rng, outcome = Random(seed), Outcome(policy.name, world.name)  # noqa: S311 - a simulation, not a secret
    held: list[_Held] = []
    due: dict[int, list[int]] = defaultdict(list)
    for number in range(DAYS):
        if number and number % MONTH == 0:
            outcome.known_by_month.append(_known(held, number))
        if not plan.is_practised(number, rng):
            due[number + 1] += due.pop(number, [])
            continue
        day = FIRST_DAY + timedelta(days=number)
        waiting = _in_order(due.pop(number, []), held, day, order, rng)
        today, late = (waiting[: plan.limit], waiting[plan.limit :]) if plan.limit else (waiting, [])
        due[number + 1] += late
        for _ in range(min(plan.new_per_day, plan.facts - len(held))):
            held.append(_Held(Mind(), number))
            today.append(len(held) - 1)
        for place in today:
            due[_review(policy, world, held[place], number, outcome, rng)].append(place)
    _close(outcome, policy, held)
    return outcome


def _in_order(waiting: list[int], held: list[_Held], day: date, order: Order | None, rng: Random) -> list[int]:
    """As `order` says; a shuffle without it, as on a normal day."""
    if order is None:
        return rng.sample(waiting, len(waiting))
    return sorted(waiting, key=lambda one: order(held[one].belief, day))


def _review(policy: Policy, world: World, fact: _Held, number: int, outcome: Outcome, rng: Random) -> int:
    """Ask once, wrong ones again the same day; the number of the day on which the fact comes back."""
    day, before = FIRST_DAY + timedelta(days=number), fact.belief
    asked = policy.ask(before, day, rng)
    true = fact.mind.recalled(day)
    given = fact.mind.answer(asked.kind, day, world, rng)
    after = move(policy, before, asked, day, is_right=given.is_right)
    fact.belief = after
    outcome.reviews += 1
    outcome.seconds += SECONDS[asked.kind] * (1 if given.is_right else 2)
    state = before.state_in(asked.kind, policy.scheduling)
    if state is not None and state.last_day < day:
        recalled = recall(state, day)
        floor = policy.answer(asked, is_right=True).guess_floor
        outcome.seen.append(Seen(asked.kind, recalled, floor, given.is_right, asked.is_probe))
        if number - fact.first > SETTLED and policy.claims(asked):
            outcome.compared += 1
            outcome.believed += recalled
            outcome.true += true
    return max(number + 1, (after.due - FIRST_DAY).days) if after.due else number + 1


def _known(held: list[_Held], number: int) -> float:
    """How many facts are truly recalled on a day."""
    return sum(fact.mind.recalled(FIRST_DAY + timedelta(days=number)) for fact in held)


def _close(outcome: Outcome, policy: Policy, held: list[_Held]) -> None:
    last = FIRST_DAY + timedelta(days=DAYS)
    outcome.known_at_end = _known(held, DAYS)
    for fact in held:
        outcome.met += 1
        typed = fact.belief.state_in(Kind.TYPED, policy.scheduling)
        outcome.believed_at_end += recall(typed, last) if typed else 0.0


def highest_first(standing: Standing, day: date) -> float:
    """The facts that are surest to be recalled first: they are saved, the lost ones wait."""
    return -_recalled(standing, day)


def lowest_first(standing: Standing, day: date) -> float:
    """The facts that are most nearly forgotten first."""
    return _recalled(standing, day)


def _recalled(standing: Standing, day: date) -> float:
    return recall(standing.state, day) if standing.state else 0.0


ORDERS: dict[str, Order] = {"highest recall first": highest_first, "lowest recall first": lowest_first}
