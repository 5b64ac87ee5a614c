"""A learner's memories in; what they know of each unit of the banks they study out."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Count

from questions.models import Bank, Fact, Memory, Study, Unit
from questions.practice.learner import scheduling_of
from questions.practice.scheduler import State, recall

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from questions.models import User

WELL_KNOWN = 0.85
"""Share of a unit's met facts; below it the unit is worth an extra practice."""

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
    def met(self) -> int:
        return self.fragile + self.growing + self.firm

    @property
    def new(self) -> int:
        return self.facts - self.met

    @property
    def percent(self) -> int:
        return round(100 * self.recalled / self.facts) if self.facts else 0


@dataclass(frozen=True, slots=True)
class BankMastery:
    """`is_open`: the learner may still open the bank's pages."""

    bank: Bank
    units: tuple[UnitMastery, ...]
    is_open: bool = True

    @property
    def facts(self) -> int:
        return sum(unit.facts for unit in self.units)

    @property
    def met(self) -> int:
        return sum(unit.met for unit in self.units)

    @property
    def recalled(self) -> float:
        return sum(unit.recalled for unit in self.units)

    @property
    def weakest(self) -> UnitMastery | None:
        """Of the units begun, the one whose met facts are known least; None while all are known well."""
        shaky = [unit for unit in self.units if unit.met and unit.recalled < WELL_KNOWN * unit.met]
        return min(shaky, key=lambda unit: unit.recalled / unit.met, default=None)

    @property
    def percent(self) -> int:
        return round(100 * self.recalled / self.facts) if self.facts else 0


def mastery(learner: User, day: date) -> list[BankMastery]:
    """By bank and unit, for every bank the learner has taken up. A fact never met counts as not recalled.

    Of a bank taken up in part, the units chosen, and those in which a fact was met.
    """
    studies = list(Study.objects.of(learner).select_related("bank").prefetch_related("units"))
    banks = [study.bank for study in studies]
    counts = dict(Fact.objects.current().filter(bank__in=banks).order_by().values_list("unit").annotate(n=Count("pk")))
    held = recall_by_unit(learner, banks, day)
    units: dict[int, list[UnitMastery]] = defaultdict(list)
    for unit in Unit.objects.current().filter(bank__in=banks):
        units[unit.bank_id].append(unit_mastery(unit, counts.get(unit.pk, 0), held[unit.pk]))
    open_to = set(
        Bank.objects.visible_to(learner).filter(pk__in=[bank.pk for bank in banks]).values_list("pk", flat=True)
    )
    return [BankMastery(s.bank, taken_up(s, units[s.bank_id]), s.bank_id in open_to) for s in studies]


def taken_up(study: Study, units: list[UnitMastery]) -> tuple[UnitMastery, ...]:
    """The units of `study` with facts in them; of those not chosen, the ones in which a fact was met."""
    chosen = {unit.pk for unit in study.units.all()}
    return tuple(each for each in units if each.facts and (not chosen or each.unit.pk in chosen or each.met))


def recall_by_unit(learner: User, banks: Iterable[Bank], day: date) -> dict[int, list[Held]]:
    """Per unit, the rung and the predicted recall of each met fact."""
    rows = (
        Memory.objects.of(learner)
        .learnt()
        .filter(fact__bank__in=banks, fact__retired_at=None)
        .values_list("fact__unit", "rung", "stability", "difficulty", "last_day")
    )
    scheduling = scheduling_of(learner)
    held: dict[int, list[Held]] = defaultdict(list)
    for unit, rung, stability, difficulty, last_day in rows:
        chance = recall(State(stability, difficulty, last_day), max(day, last_day), scheduling)
        held[unit].append((rung, chance))
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
