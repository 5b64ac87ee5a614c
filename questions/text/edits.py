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
