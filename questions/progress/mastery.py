"""A learner's memories in; what they know of each unit of the banks they study out."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING, NamedTuple

from questions.models import Bank, Fact, Study, Unit
from questions.models.prepared import Prepared, number

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from datetime import date

    from questions.models import User

    from .held import Held

WELL_KNOWN = 0.85
"""Share of a unit's met facts; below it the unit is worth an extra practice."""

OF_STUDIES = {"bank__studies__learner": number("learner")}
STUDIES = Prepared(lambda: Study.objects.of(number("learner")).select_related("bank"))
CHOSEN = Prepared(
    lambda: Study.objects.of(number("learner")).filter(units__isnull=False).order_by("pk").values_list("pk", "units")
)
UNITS = Prepared(lambda: Unit.objects.current().filter(**OF_STUDIES))
FACTS = Prepared(
    lambda: Fact.objects.current().filter(**OF_STUDIES).order_by("position").values_list("pk", "statement", "unit")
)
OPEN = Prepared(
    lambda: (
        Bank.objects.visible_to(number("learner"))
        .filter(studies__learner=number("learner"))
        .values_list("pk", flat=True)
    )
)


class Step(IntEnum):
    """How firmly a fact is held: never met, or by the rung on which it is asked."""

    NEW = 0
    FRAGILE = 1
    GROWING = 2
    FIRM = 3

    __hash__ = int.__hash__  # that of an enum is many times slower, and a map of hundreds of squares is looked up


class Cell(NamedTuple):
    """One fact on the map of its document; `recalled` is R today, 0 for a fact never met; `waits`: it is due.

    `is_shown`: its page may be opened; not while a quiz that asks it is open.
    """

    fact: int
    statement: int
    step: Step = Step.NEW
    recalled: float = 0.0
    waits: bool = False
    is_shown: bool = True


STEPS = tuple(Step)[1:]
"""By rung."""


@dataclass(frozen=True, slots=True)
class UnitMastery:
    """Of `facts` facts, how many stand on each step; `recalled` is how many would be recalled unaided today.

    `cells`: each of them, in the order of the document.
    """

    unit: Unit
    facts: int
    fragile: int
    growing: int
    firm: int
    recalled: float
    cells: tuple[Cell, ...] = ()

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


def mastery(learner: User, day: date, memories: Iterable[Held], *, put_away: Collection[int] = ()) -> list[BankMastery]:
    """By bank and unit, for every bank the learner has taken up. A fact never met counts as not recalled.

    Of a bank taken up in part, the units chosen, and those in which a fact was met. Five queries.
    """
    asked = {"learner": learner.pk}
    held, facts, units = {each.fact: each for each in memories}, defaultdict(list), defaultdict(list)
    for fact, statement, unit in FACTS.rows(**asked):
        facts[unit].append(cell(fact, statement, held.get(fact), day, is_shown=fact not in put_away))
    for unit in UNITS.rows(**asked):
        units[unit.bank_id].append(unit_mastery(unit, facts[unit.pk]))
    chosen = defaultdict(set)
    for study, unit in CHOSEN.rows(**asked):
        chosen[study].add(unit)
    studies = STUDIES.rows(**asked)
    open_to = set(OPEN.rows(**asked)) if studies else ()
    return [
        BankMastery(study.bank, taken_up(units[study.bank_id], chosen[study.pk]), study.bank_id in open_to)
        for study in studies
    ]


def taken_up(units: list[UnitMastery], chosen: set[int]) -> tuple[UnitMastery, ...]:
    """The units with facts in them; of those not among the `chosen` (none: all are), the ones with a fact met."""
    return tuple(each for each in units if each.facts and (not chosen or each.unit.pk in chosen or each.met))


def cell(fact: int, statement: int, held: Held | None, day: date, *, is_shown: bool) -> Cell:
    if held is None:
        return Cell(fact, statement, is_shown=is_shown)
    waits = held.comes_back is not None and held.comes_back <= day
    return Cell(fact, statement, STEPS[held.rung], held.recalled, waits, is_shown)


def unit_mastery(unit: Unit, cells: list[Cell]) -> UnitMastery:
    steps = [0] * len(Step)
    for each in cells:
        steps[each.step] += 1
    return UnitMastery(
        unit=unit,
        facts=len(cells),
        fragile=steps[Step.FRAGILE],
        growing=steps[Step.GROWING],
        firm=steps[Step.FIRM],
        recalled=sum(each.recalled for each in cells),
        cells=tuple(cells),
    )
