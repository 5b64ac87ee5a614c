"""A citation in an old version and how its sentences were aligned in; its place in the new version out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from .align import Became

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .align import Alignment, Sentence


@dataclass(frozen=True, slots=True)
class Place:
    """Characters `start` to `end` of the new paragraph number `paragraph`; `reads` is what stands there."""

    paragraph: int
    start: int
    end: int
    reads: str


@dataclass(frozen=True, slots=True)
class Found:
    """What became of a citation; no place where it is gone. `is_verbatim`: its very characters stand there."""

    became: Became
    place: Place | None
    is_verbatim: bool = False


class Anchors:
    """Finds citations of the paragraphs `old` in the paragraphs `new`."""

    def __init__(self, found: Alignment, old: Sequence[str], new: Sequence[str]) -> None:
        self.found, self.old, self.new = found, old, new
        self.of: dict[int, list[int]] = {}
        for place, sentence in enumerate(found.old):
            self.of.setdefault(sentence.paragraph, []).append(place)

    def find(self, paragraph: int, start: int, end: int) -> Found:
        """What became of the characters `start` to `end` of an old paragraph."""
        cited = self.old[paragraph][start:end]
        touched = [place for place in self.of.get(paragraph, ()) if self._touches(place, start, end)]
        mates = [mate for place in touched for mate in self.found.to.get(place, ())]
        fates = {self.found.became[place] for place in touched}
        for mate in mates:
            if place := self._verbatim(cited, self.found.new[mate]):
                is_moved = Became.MOVED in fates
                return Found(Became.MOVED if is_moved else Became.UNCHANGED, place, is_verbatim=True)
        if not mates:
            return Found(Became.GONE, None)
        loses = Became.CHANGED in fates or Became.GONE in fates
        return Found(Became.CHANGED if loses else Became.REWORDED, self._around(mates))

    def sentences_at(self, paragraph: int, start: int, end: int) -> list[int]:
        """The new sentences that the cited ones became."""
        touched = [place for place in self.of.get(paragraph, ()) if self._touches(place, start, end)]
        return [mate for place in touched for mate in self.found.to.get(place, ())]

    def _touches(self, place: int, start: int, end: int) -> bool:
        sentence = self.found.old[place]
        return sentence.start < end and start < sentence.end

    def _verbatim(self, cited: str, near: Sentence) -> Place | None:
        """The cited characters in the paragraph of `near`, from there on or before it."""
        text = self.new[near.paragraph]
        start = text.find(cited, max(0, near.start)) if cited else -1
        start = start if start >= 0 else text.find(cited)
        return Place(near.paragraph, start, start + len(cited), cited) if cited and start >= 0 else None

    def _around(self, mates: list[int]) -> Place:
        """From the first to the last of the new sentences that lie in the paragraph of the first."""
        first = self.found.new[mates[0]]
        own = [self.found.new[mate] for mate in mates if self.found.new[mate].paragraph == first.paragraph]
        start, end = min(one.start for one in own), max(one.end for one in own)
        return Place(first.paragraph, start, end, self.new[first.paragraph][start:end])
