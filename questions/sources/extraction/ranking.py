"""One possible fact in, its score out: how likely a good editor would ask for it. The weights are set by hand."""

from __future__ import annotations

WEIGHTS = {
    "date": 1.0,
    "quantity": 0.75,
    "person": 1.05,
    "place": 0.7,
    "organisation": 0.85,
    "event": 0.85,
    "work": 0.8,
    "group": 0.55,
    "unknown": 0.45,
    "term": 0.7,
    "key": 0.45,
}
FIRST = 0.1
"""For the first sentence of a paragraph, which says what it is about."""
LONG_FROM, PER_WORD = 18, 0.012
MANY_FROM, PER_SPAN = 4, 0.04
RESOLVED, WEAK, LED = 0.15, 0.3, 0.25


def score_of(
    name_class: str, *, words: int, spans: int, is_first: bool, is_resolved: bool, is_weak: bool, is_led: bool
) -> float:
    """Higher is better; about 1 for a date in a short sentence that stands alone."""
    score = WEIGHTS[name_class] + FIRST * is_first
    score -= PER_WORD * max(0, words - LONG_FROM) + PER_SPAN * max(0, spans - MANY_FROM)
    score -= RESOLVED * is_resolved + WEAK * is_weak + LED * is_led
    return round(score, 3)
