"""The paragraphs of a document in; the same ones out, with a word now and then on how much of the work is done.

Drafting reads a document several times, the last time slowest; each reading is a known share of the whole.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, overload

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from questions.sources.document_text import Paragraph

SHARES = (0.03, 0.03, 0.02, 0.04, 0.16, 0.0, 0.72)
"""Of the time that drafting takes, by reading: capitals, surroundings, other names, words, names, the first, facts."""
EVERY = 50_000
"""Characters read between two words; well under a second of work."""


class Watched(Sequence["Paragraph"]):
    """`tell` is called with the share done, between 0 and 1, which only grows. What it raises ends the reading."""

    def __init__(self, paragraphs: Sequence[Paragraph], tell: Callable[[float], None]) -> None:
        self._paragraphs, self._tell = paragraphs, tell
        self._total = max(1, sum(len(paragraph.text) for paragraph in paragraphs))
        self._readings = 0

    def __len__(self) -> int:
        return len(self._paragraphs)

    @overload
    def __getitem__(self, at: int) -> Paragraph: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Paragraph]: ...
    def __getitem__(self, at: int | slice) -> Paragraph | Sequence[Paragraph]:
        return self._paragraphs[at]

    def __iter__(self) -> Iterator[Paragraph]:
        before, share = sum(SHARES[: self._readings]), (*SHARES, 0.0)[min(self._readings, len(SHARES))]
        self._readings += 1
        done = told = 0
        for paragraph in self._paragraphs:
            yield paragraph
            done += len(paragraph.text)
            if done - told >= EVERY:
                told = done
                self._tell(min(1.0, before + share * done / self._total))
