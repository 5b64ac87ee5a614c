"""A document in; out comes what bounds a value that is wrong in it: its words, its years, a life, and its places."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING

from .alike import alike, names_in

if TYPE_CHECKING:
    from .material import Found, Source

LEAST_PROSE = 20
"""Words from which a paragraph counts as text of the document, and not as its furniture."""
YEAR = re.compile(r"(?<![\d,.–-])(?:1\d{3}|20[0-4]\d)(?![\d,]|\.\d)")
SHARE = 0.5
"""Of the words of meaning of a sentence, what another may hold before it may tell the same of another place."""
REMEMBERED = 64
"""Paragraphs of which the words of meaning are kept, so that memory does not grow with the document."""
MOST_TOLD = 40
"""Paragraphs; of a place that more of them name too much is told to be sure."""
_WORD = re.compile(r"\w[\w,.]*\w|\w")
_MEANT = re.compile(r"[^\W\d_]{5,}")
_LIFE = re.compile(r"\([^()]*?\b(1\d{3}|20\d\d)\b[^()]*?[–—-][^()]*?\b(1\d{3}|20\d\d)\b[^()]*\)")
_WITHIN = 400
"""Characters in which a document about a person tells the years of that life."""
_LONGEST_LIFE = 110


class Surroundings:
    """What the whole document says around a fact."""

    def __init__(self, document: Source) -> None:
        self._title = f" {document.title.lower()} "
        self._words = {document.title.lower()}
        self._told: defaultdict[str, list[int]] = defaultdict(list)
        self._paragraphs = document.paragraphs
        self._newest = 0
        self._life: tuple[int, int] | None = None
        is_first = True
        for at, block in enumerate(document.paragraphs):
            if len(block.text.split()) < LEAST_PROSE:
                continue
            if is_first:
                self._life, is_first = _life_in(block.text), False
            self._words.update(_WORD.findall(block.text.lower()))
            self._newest = max([self._newest, *map(int, YEAR.findall(block.text))])
            for name in names_in(block.text):
                self._told[name].append(at)

    def is_free(self, value: str) -> bool:
        """Whether some word of `value` stands nowhere in the document, so that it can be true of nothing there."""
        return not self._words.issuperset(_WORD.findall(value.lower()))

    def is_about(self, name: str) -> bool:
        """Whether `name` stands in the title, so that everybody who reads it would guess it."""
        return f" {name.lower()} " in self._title

    def years_around(self, year: int) -> tuple[int, int]:
        """The first and the last year that may stand for `year`: never after the newest of the document, nor outside
        the life of whom it is about where `year` lies in it."""
        if self._life and self._life[0] < year <= self._life[1]:
            return self._life
        return 0, max(self._newest, year)

    def places_beside(self, fact: Found) -> tuple[str, ...]:
        """Places that the document names too, of the kind and region of the answer, of which it does not tell alike."""
        return tuple(other for other in alike(fact.answer) if self._is_told_apart(other, fact))

    def _is_told_apart(self, other: str, fact: Found) -> bool:
        places = self._told.get(other, [])
        if not places or len(places) > MOST_TOLD or fact.paragraph in places:
            return False
        asked = _meant_in(fact.text) - set(fact.answer.lower().split())
        return all(len(asked & _meant_in(self._paragraphs[at].text)) <= SHARE * len(asked) for at in places)


@lru_cache(maxsize=REMEMBERED)
def _meant_in(text: str) -> frozenset[str]:
    """The words of meaning of a text, in lower case."""
    return frozenset(_MEANT.findall(text.lower()))


def _life_in(text: str) -> tuple[int, int] | None:
    found = _LIFE.search(text[:_WITHIN])
    if not found:
        return None
    born, died = int(found[1]), int(found[2])
    return (born, died) if 0 < died - born <= _LONGEST_LIFE else None
