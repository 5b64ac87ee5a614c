"""The sentences of a document in; out comes how often each word is capitalised in mid-sentence, and how often not."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from .tokens import is_capitalised, words_of

if TYPE_CHECKING:
    from collections.abc import Iterable

_NEVER = (0, 0)


class Capitals:
    """Counts for every word in lower case; they tell a name at the head of a sentence from a common word."""

    def __init__(self, sentences: Iterable[str] = ()) -> None:
        self._seen: Counter[str] = Counter()
        self._counts: dict[str, tuple[int, int]] = {}
        for sentence in sentences:
            self.learn(sentence)

    def learn(self, sentence: str) -> None:
        self._seen.update(words_of(sentence)[1:])

    def of(self, word: str) -> tuple[int, int]:
        """How often the word stood capitalised and how often in lower case, both not at the head of a sentence."""
        if self._seen:
            self._settle()
        return self._counts.get(word.lower(), _NEVER)

    def _settle(self) -> None:
        """Count what was learnt as it is written by its lower case."""
        for word, times in self._seen.items():
            high, low = self._counts.get(word.lower(), _NEVER)
            is_high = is_capitalised(word)
            self._counts[word.lower()] = (high + is_high * times, low + (not is_high) * times)
        self._seen.clear()
