"""The sentences of a document in; out comes how often each word is capitalised in mid-sentence, and how often not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .tokens import is_capitalised, tokens

if TYPE_CHECKING:
    from collections.abc import Iterable


class Capitals:
    """Counts for every word in lower case; they tell a name at the head of a sentence from a common word."""

    def __init__(self, sentences: Iterable[str] = ()) -> None:
        self._counts: dict[str, tuple[int, int]] = {}
        for sentence in sentences:
            self.learn(sentence)

    def learn(self, sentence: str) -> None:
        for token in tokens(sentence)[1:]:
            high, low = self.of(token.word)
            is_high = is_capitalised(token.word)
            self._counts[token.word.lower()] = (high + is_high, low + (not is_high))

    def of(self, word: str) -> tuple[int, int]:
        """How often the word stood capitalised and how often in lower case, both not at the head of a sentence."""
        return self._counts.get(word.lower(), (0, 0))
