"""A learner's reviews in; what was predicted against what was recalled out."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from math import sqrt
from typing import TYPE_CHECKING

from questions.models import Review
from questions.models.library import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from questions.models import User

FEWEST_PROBES = 30
"""Below this many, an estimate from probes says nothing and is not shown."""

FEWEST_ANSWERS = 20
"""Below this many, predicted and true agree by chance alone, and no advice is given."""

BANDS = (0.0, 0.5, 0.7, 0.8, 0.9, 0.95, 1.01)
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


@dataclass(frozen=True, slots=True)
class Calibration:
    overall: Comparison | None
    by_kind: tuple[Comparison, ...]
    bands: tuple[Comparison, ...]
    probes: Comparison | None
    probe_count: int


def wilson(right: int, count: int) -> tuple[float, float]:
    """The 95 % score interval of a share (Wilson 1927), both ends from 0 to 1."""
    share = right / count
    centre = (share + Z * Z / (2 * count)) / (1 + Z * Z / count)
    half = Z * sqrt(share * (1 - share) / count + Z * Z / (4 * count * count)) / (1 + Z * Z / count)
    return max(0.0, centre - half), min(1.0, centre + half)


def compare(label: str, answers: Iterable[tuple[float, bool]]) -> Comparison | None:
    """Predicted and true share of `answers` (predicted chance, was right); None when there are none."""
    pairs = list(answers)
    if not pairs:
        return None
    right = sum(was_right for _, was_right in pairs)
    low, high = wilson(right, len(pairs))
    return Comparison(label, len(pairs), sum(p for p, _ in pairs) / len(pairs), right / len(pairs), low, high)


def calibration(learner: User) -> Calibration:
    """Over every review that moved a memory met before. Self-graded answers are counted by themselves only."""
    rows = list(
        Review.objects.of(learner)
        .as_corrected()
        .filter(is_repeat=False, answers_again=False, recall_before__isnull=False, success_before__isnull=False)
        .values_list("kind", "is_probe", "recall_before", "success_before", "is_right")
    )
    graded = [(p, right) for kind, _, _, p, right in rows if kind != Kind.RECALL]
    probes = [(r, right) for _, is_probe, r, _, right in rows if is_probe]
    kinds = (compare(kind.label, ((p, right) for k, _, _, p, right in rows if k == kind)) for kind in Kind)
    bands = (
        compare(
            f"{100 * low:.0f} to {100 * min(high, 1):.0f} %", ((p, right) for p, right in graded if low <= p < high)
        )
        for low, high in pairwise(BANDS)
    )
    return Calibration(
        overall=compare("all", graded),
        by_kind=tuple(filter(None, kinds)),
        bands=tuple(filter(None, bands)),
        probes=compare("probes", probes) if len(probes) >= FEWEST_PROBES else None,
        probe_count=len(probes),
    )
