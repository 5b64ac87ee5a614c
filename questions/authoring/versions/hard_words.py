"""A sentence in; the words that carry its facts (numbers, days, names) out."""

from __future__ import annotations

import re
from collections import Counter

WORD = re.compile(r"\d[\d.,]*\d|\d|[^\W\d_]+(?:['’-][^\W\d_]+)*|[^\w\s]|\w")
"""A figure with its separators, a word, or one sign."""
_NUMBERS = frozenset(
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion dozen "
    "half first second third fourth fifth sixth seventh eighth ninth tenth".split()
)


def words_of(text: str) -> list[str]:
    """Words, figures and signs in order."""
    return WORD.findall(text)


def hard_words(text: str) -> Counter[str]:
    """Figures without their separators, number words, and capitalised words but for one that merely opens it."""
    words = words_of(text)
    return Counter(
        re.sub(r"[.,](?=\d{3}\b)", "", word) if word[0].isdigit() else word
        for place, word in enumerate(words)
        if word[0].isdigit() or word.lower() in _NUMBERS or (word[0].isupper() and _is_name(words, place))
    )


def loses_facts(old: str, new: str) -> bool:
    """Whether a number, a date or a name of `old` is not in `new` any more, or another one stands in its place."""
    before, after = hard_words(old), hard_words(new)
    lost = before - (after | Counter(words_of(new)))
    gained = after - (before | Counter(words_of(old)))
    return bool(lost) and (bool(gained) or not lost.keys() <= (after.keys() | set(words_of(new))))


def _is_name(words: list[str], place: int) -> bool:
    if any(word[0].isalnum() for word in words[:place]):
        return True
    following = words[place + 1 : place + 2]
    return bool(following) and following[0][0].isupper()
