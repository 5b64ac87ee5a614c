"""What a learner's answers add up to in; what was predicted against what was recalled out. Plain Python."""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt
from typing import TYPE_CHECKING

from questions.models.library import Kind
from questions.practice.tallies import BANDS, MILLION

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from .ledger import Ledger

FEWEST_PROBES = 30
"""Below this many, an estimate from probes says nothing and is not shown."""

FEWEST_ANSWERS = 20
"""Below this many, predicted and true agree by chance alone, and no advice is given."""

Z = 1.96


@dataclass(frozen=True, slots=True)
class Comparison:
    """`count` answers: `predicted` and `actual` are shares (0 to 1), `low` and `high` a 95 % interval of `actual`."""

    label: str
    count: int
    predicted: float
    actual: float
    low: float
    high: float

    @property
    def expected_of_100(self) -> int:
        return round(100 * self.predicted)

    @property
    def knew_of_100(self) -> int:
        return round(100 * self.actual)

    @property
    def is_telling(self) -> bool:
        return self.count >= FEWEST_ANSWERS

    @property
    def agrees(self) -> bool:
        return self.low <= self.predicted <= self.high

    @property
    def verdict(self) -> str:
        """In a word or two: whether it came as expected."""
        if not self.is_telling:
            return "too few"
        if self.agrees:
            return "yes"
        return "less" if self.actual < self.predicted else "more"


@dataclass(frozen=True, slots=True)
class Calibration:
    overall: Comparison | None
    by_kind: tuple[Comparison, ...] = ()
    by_unit: tuple[Comparison, ...] = ()
    bands: tuple[Comparison, ...] = ()
    probes: Comparison | None = None
    probe_count: int = 0

    @property
    def astray(self) -> Comparison | None:
        """Of the units with enough answers, the one in which most was expected in vain; None where all agree."""
        off = [unit for unit in self.by_unit if unit.is_telling and not unit.agrees and unit.actual < unit.predicted]
        return max(off, key=lambda unit: unit.predicted - unit.actual, default=None)


def wilson(right: int, count: int) -> tuple[float, float]:
    """The 95 % score interval of a share (Wilson 1927), both ends from 0 to 1."""
    share = right / count
    centre = (share + Z * Z / (2 * count)) / (1 + Z * Z / count)
    half = Z * sqrt(share * (1 - share) / count + Z * Z / (4 * count * count)) / (1 + Z * Z / count)
    return max(0.0, centre - half), min(1.0, centre + half)


def compare(label: str, sums: Iterable[Sequence[int]]) -> Comparison | None:
    """`sums` together, each (answers, of them right, their predicted chances in millionths); None for no answers."""
    rows = list(sums)
    count, right, expected = (sum(row[place] for row in rows) for place in range(3))
    if not count:
        return None
    return Comparison(label, count, expected / MILLION / count, right / count, *wilson(right, count))


def calibration(ledger: Ledger, titles: Mapping[int, str]) -> Calibration:
    """Over every answer that moved a memory met before. Self-graded answers are counted by themselves only.

    `titles`: of the units to compare.
    """
    bands = ledger.sums.bands
    graded = {key: sums for key, sums in bands.items() if key[0] != Kind.RECALL}
    probes = [(count, right, recalled) for (_, is_probe, _), (count, right, _, recalled) in bands.items() if is_probe]
    kinds = (compare(kind.label, [sums for (k, *_), sums in bands.items() if k == kind]) for kind in Kind)
    probe_count = sum(count for count, *_ in probes)
    return Calibration(
        overall=compare("all", graded.values()),
        by_kind=tuple(filter(None, kinds)),
        by_unit=tuple(by_unit(ledger, titles)),
        bands=tuple(filter(None, (compare(name(band), of(band, graded)) for band in range(len(BANDS) - 1)))),
        probes=compare("probes", probes) if probe_count >= FEWEST_PROBES else None,
        probe_count=probe_count,
    )


def name(band: int) -> str:
    return f"{100 * BANDS[band]:.0f} to {100 * min(BANDS[band + 1], 1):.0f} %"


def of(band: int, graded: Mapping[tuple[str, bool, int], list[int]]) -> list[list[int]]:
    return [sums for (*_, at), sums in graded.items() if at == band]


def by_unit(ledger: Ledger, titles: Mapping[int, str]) -> list[Comparison]:
    """In the order of `titles`; only units with answers."""
    found = (compare(title, [ledger.units[unit]]) for unit, title in titles.items() if unit in ledger.units)
    return [each for each in found if each]
