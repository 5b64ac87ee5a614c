"""One possible fact in, its score out: how likely a good editor would ask for it. The weights are set by hand."""

from __future__ import annotations

from dataclasses import dataclass

WEIGHTS = {
    "date": 1.0,
    "quantity": 1.0,
    "person": 0.95,
    "place": 0.6,
    "organisation": 0.85,
    "event": 0.85,
    "work": 0.8,
    "group": 0.55,
    "unknown": 0.4,
    "term": 0.7,
    "lexical": 0.6,
    "learned": 0.6,
    "key": 0.4,
    "marked": 0.6,
    "pair": 0.7,
    "cause": 0.7,
}
FIRST = 0.15
"""For the first sentence of a paragraph, which says what it is about."""
FULL = 0.15
"""For a name of several words, which names one thing only."""
SMALL = 0.25
"""Less for a number that counts two or three."""
CONTINENTS = frozenset("Africa America Antarctica Asia Europe Oceania".split())
WIDE = 0.3
"""Less for a continent, in which nearly everything happened."""
LONG_FROM, PER_WORD = 18, 0.012
MANY_FROM, PER_SPAN = 4, 0.04
RESOLVED, WEAK, LED = 0.1, 0.3, 0.1


@dataclass(frozen=True, slots=True)
class Possible:
    """What the score depends on: the class of the answer, its statement's words and spans, and how it was made."""

    name_class: str
    answer: str
    words: int
    spans: int
    is_first: bool
    is_resolved: bool
    is_weak: bool
    is_led: bool


def score_of(fact: Possible) -> float:
    """Higher is better; about 1 for a date in a short sentence that stands alone."""
    score = WEIGHTS[fact.name_class] + FIRST * fact.is_first
    if fact.name_class in {"person", "place", "organisation", "event", "work", "unknown"}:
        score += FULL * (" " in fact.answer)
    score -= SMALL * (fact.answer.lower() in {"two", "three"})
    score -= WIDE * (fact.answer in CONTINENTS)
    score -= PER_WORD * max(0, fact.words - LONG_FROM) + PER_SPAN * max(0, fact.spans - MANY_FROM)
    score -= RESOLVED * fact.is_resolved + WEAK * fact.is_weak + LED * fact.is_led
    return round(score, 3)
