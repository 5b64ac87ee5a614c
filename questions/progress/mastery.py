"""A learner's memories in; what they know of each unit of the banks they study out."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Count

from questions.models import Fact, Memory, Study, Unit
from questions.practice.scheduler import State, recall

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from questions.models import Bank, User

Held = tuple[int, float]
"""One met fact: its rung, and its predicted recall today."""


@dataclass(frozen=True, slots=True)
class UnitMastery:
    """Of `facts` facts, how many stand on each step; `recalled` is how many would be recalled unaided today."""

    unit: Unit
    facts: int
    fragile: int
    growing: int
    firm: int
    recalled: float

    @property
    def new(self) -> int:
        return self.facts - self.fragile - self.growing - self.firm

    @property
    def percent(self) -> int:
        return round(100 * self.recalled / self.facts) if self.facts else 0


@dataclass(frozen=True, slots=True)
class BankMastery:
    bank: Bank
    units: tuple[UnitMastery, ...]

    @property
    def facts(self) -> int:
        return sum(unit.facts for unit in self.units)

    @property
    def recalled(self) -> float:
        return sum(unit.recalled for unit in self.units)

    @property
    def percent(self) -> int:
        return round(100 * self.recalled / self.facts) if self.facts else 0


def mastery(learner: User, day: date) -> list[BankMastery]:
    """By bank and unit, for every bank the learner has taken up. A fact never met counts as not recalled."""
    banks = [study.bank for study in Study.objects.of(learner).select_related("bank")]
    counts = dict(Fact.objects.current().filter(bank__in=banks).order_by().values_list("unit").annotate(n=Count("pk")))
    held = recall_by_unit(learner, banks, day)
    units = defaultdict(list)
    for unit in Unit.objects.current().filter(bank__in=banks):
        units[unit.bank_id].append(unit_mastery(unit, counts.get(unit.pk, 0), held[unit.pk]))
    return [BankMastery(bank, tuple(units[bank.pk])) for bank in banks]


def recall_by_unit(learner: User, banks: Iterable[Bank], day: date) -> dict[int, list[Held]]:
    """Per unit, the rung and the predicted recall of each met fact."""
    rows = (
        Memory.objects.of(learner)
        .learnt()
        .filter(fact__bank__in=banks, fact__retired_at=None)
        .values_list("fact__unit", "rung", "stability", "difficulty", "last_day")
    )
    held: dict[int, list[Held]] = defaultdict(list)
    for unit, rung, stability, difficulty, last_day in rows:
        held[unit].append((rung, recall(State(stability, difficulty, last_day), max(day, last_day))))
    return held


def unit_mastery(unit: Unit, facts: int, held: list[Held]) -> UnitMastery:
    steps = [rung for rung, _ in held]
    return UnitMastery(
        unit=unit,
        facts=facts,
        fragile=steps.count(0),
        growing=steps.count(1),
        firm=steps.count(2),
        recalled=sum(chance for _, chance in held),
    )
