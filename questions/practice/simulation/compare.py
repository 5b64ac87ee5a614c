"""A number of facts in; a table of every way of scheduling, in worlds with and without a gap, out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from questions.practice.offsets import learn
from questions.vocabulary import Kind, Rating

from .policies import EachKind, One, Ours
from .run import ORDERS, Outcome, Plan, simulate
from .truth import World

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from .policies import Policy

WORLDS = (World("guessing"), World("guessing, and recognition easier", gap=1.0))
TYPED = One("typed only", Kind.TYPED)
BREAK_FROM, BREAK_DAYS = 150, 21
FACTS_IN_A_LIMIT = 33
"""With 2,000 facts, a limit of 60 reviews a day: less than what comes due, so that the order matters."""


@dataclass(frozen=True, slots=True)
class Row:
    """One year of one way of scheduling. Shares and ratios; `bias` in points: predicted minus true recall at review."""

    world: str
    policy: str
    bias: float
    true_recall: float
    reviews_per_fact: float
    reviews_ratio: float
    minutes_ratio: float
    known_at_end: float
    believed_at_end: float


@dataclass(frozen=True, slots=True)
class Backlog:
    """A year with a break and a daily limit: which order keeps more. `known` are the facts recalled, by month after."""

    order: str
    known_after_break: float
    known_at_end: float
    reviews_per_fact: float
    true_recall: float


@dataclass(frozen=True, slots=True)
class Comparison:
    facts: int
    seed: int
    ease: dict[str, dict[str, float]]
    rows: tuple[Row, ...]
    backlog: tuple[Backlog, ...]


def compare(facts: int = 2_000, *, seed: int = 1) -> Comparison:
    """Every way in every world; the ease is learnt from other learners' answers than those it is tried on."""
    plan = Plan(facts, new_per_day=max(1, facts // 50))
    eases: dict[str, dict[str, float]] = {}
    rows: list[Row] = []
    for world in WORLDS:
        ease = learn(simulate(Ours(), world, plan, seed=seed + 1_000).seen)
        eases[world.name] = {str(kind): round(b, 3) for kind, b in ease.items()}
        rows += _rows(plan, world, ease, seed)
    return Comparison(facts, seed, eases, tuple(rows), tuple(_backlogs(facts, ease, seed)))


def _rows(plan: Plan, world: World, ease: Mapping[str, float], seed: int) -> Iterator[Row]:
    floor = simulate(TYPED, world, plan, seed=seed)
    yield _row(floor, floor)
    others: tuple[Policy, ...] = (
        One("choice right is Good", Kind.CHOICE),
        One("choice right is Hard", Kind.CHOICE, Rating.HARD),
        EachKind(),
        Ours("Recollect, ease not learnt"),
        Ours("Recollect, ease learnt", ease),
    )
    for policy in others:
        yield _row(simulate(policy, world, plan, seed=seed), floor)


def _row(outcome: Outcome, floor: Outcome) -> Row:
    return Row(
        world=outcome.world,
        policy=outcome.policy,
        bias=round(outcome.bias, 2),
        true_recall=round(outcome.true_recall, 3),
        reviews_per_fact=round(outcome.reviews / outcome.met, 2),
        reviews_ratio=round(outcome.reviews / floor.reviews, 3),
        minutes_ratio=round(outcome.seconds / floor.seconds, 3),
        known_at_end=round(outcome.known_at_end / outcome.met, 3),
        believed_at_end=round(outcome.believed_at_end / outcome.met, 3),
    )


def _backlogs(facts: int, ease: Mapping[str, float], seed: int) -> Iterator[Backlog]:
    limit, new = max(1, facts // FACTS_IN_A_LIMIT), max(1, facts // 50)
    plan = Plan(facts, new_per_day=new, limit=limit, break_from=BREAK_FROM, break_days=BREAK_DAYS)
    for name, order in ORDERS.items():
        outcome = simulate(Ours(ease=ease), WORLDS[-1], plan, seed=seed, order=order)
        after = outcome.known_by_month[BREAK_FROM // 30 :]
        yield Backlog(
            order=name,
            known_after_break=round(sum(after) / len(after) / facts, 3),
            known_at_end=round(outcome.known_at_end / facts, 3),
            reviews_per_fact=round(outcome.reviews / outcome.met, 2),
            true_recall=round(outcome.true_recall, 3),
        )
