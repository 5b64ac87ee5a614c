"""Answers of many learners in; the ease b of each kind, learnt by comparing it with probes of the same firmness, out.

b = logit((x − g)/(1 − g)) − logit(y): x is the success of the kind, y that of probes, both in one band of predicted
recall; the bands are averaged by what they weigh, and the whole is shrunk as if 200 answers had shown no ease at all.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from math import log
from typing import TYPE_CHECKING

from questions.vocabulary import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

PSEUDO_REVIEWS = 200
BANDS = (0.0, 0.5, 0.7, 0.8, 0.85, 0.9, 0.95, 1.0)
HARDEST_TO_EASIEST = (-1.0, 3.0)
"""Beyond these an ease is an accident of the data."""

FEWEST = 20
"""Answers of a kind, and probes, that a band needs before it says anything."""


@dataclass(frozen=True, slots=True)
class Seen:
    """One answer to a fact met before: its kind, R as predicted (0 to 1), the guess floor g, whether it was right."""

    kind: Kind
    recalled: float
    guess_floor: float
    is_right: bool
    is_probe: bool = False


@dataclass(slots=True)
class _Tally:
    count: int = 0
    right: int = 0
    floor: float = 0.0

    def add(self, seen: Seen) -> None:
        self.count += 1
        self.right += seen.is_right
        self.floor += seen.guess_floor

    def known(self) -> float:
        """The share that was known: successes without the guesses, kept off 0 and 1 by half an answer."""
        floor = self.floor / self.count
        share = (self.right / self.count - floor) / (1 - floor)
        edge = 0.5 / self.count
        return min(1 - edge, max(edge, share))


@dataclass(slots=True)
class _Band:
    probes: _Tally = field(default_factory=_Tally)
    kinds: dict[Kind, _Tally] = field(default_factory=lambda: defaultdict(_Tally))


def learn(answers: Iterable[Seen]) -> dict[str, float]:
    """The ease b of each kind that was seen, in logits; 0 for a kind of which nothing can be said yet.

    Typing is the yardstick and has none.
    """
    bands: dict[int, _Band] = defaultdict(_Band)
    for seen in answers:
        band = bands[_band(seen.recalled)]
        (band.probes if seen.is_probe else band.kinds[seen.kind]).add(seen)
    kinds = {kind for band in bands.values() for kind in band.kinds if kind is not Kind.TYPED}
    return {kind: _ease(kind, bands) for kind in sorted(kinds)}


def _ease(kind: Kind, bands: Mapping[int, _Band]) -> float:
    total = weight = count = 0.0
    for band in bands.values():
        tally = band.kinds.get(kind)
        if tally is None or min(tally.count, band.probes.count) < FEWEST:
            continue
        share = 1 / (1 / _information(tally) + 1 / _information(band.probes))
        total += share * (logit(tally.known()) - logit(band.probes.known()))
        weight += share
        count += tally.count
    learnt = total / weight * count / (count + PSEUDO_REVIEWS) if weight else 0.0
    return min(HARDEST_TO_EASIEST[1], max(HARDEST_TO_EASIEST[0], learnt))


def _information(tally: _Tally) -> float:
    """How precisely a logit is known, roughly: the inverse of its variance."""
    known = tally.known()
    return tally.count * known * (1 - known)


def _band(recalled: float) -> int:
    return sum(recalled >= edge for edge in BANDS)


def logit(share: float) -> float:
    """ln(p/(1 − p)) of a share strictly between 0 and 1."""
    return log(share / (1 - share))
