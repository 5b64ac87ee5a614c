"""Two texts in; out comes how far apart they are. The only doorway of rapidfuzz."""

from rapidfuzz import fuzz
from rapidfuzz.distance import OSA


def edits_between(one: str, other: str, limit: int) -> int:
    """How many insertions, deletions, changes and swaps of neighbours lie between two texts; above `limit`, limit + 1.

    Optimal string alignment (restricted Damerau-Levenshtein).
    """
    return OSA.distance(one, other, score_cutoff=limit)


def shared_words(one: str, other: str) -> float:
    """How far two texts have the same set of words, in per cent: 100 when the words of one are all in the other."""
    return fuzz.token_set_ratio(one, other)


def likeness(one: str, other: str) -> float:
    """How alike two sentences are, in per cent; words in another order count almost as much as in the same."""
    return max(fuzz.ratio(one, other), fuzz.token_sort_ratio(one, other) - 4)


def containment(part: str, whole: str) -> float:
    """How nearly the shorter text stands somewhere in the longer one, in per cent."""
    return fuzz.partial_ratio(part, whole)
