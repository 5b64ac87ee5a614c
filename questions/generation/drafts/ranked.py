"""Drafts in as they are made, the same drafts out, best first and without doubles; kept on disk meanwhile.

What stays in memory of a draft are some numbers: its rank, its place on disk, and the hashes of what it asks.
"""

from __future__ import annotations

import pickle
from array import array
from collections import defaultdict
from dataclasses import replace
from hashlib import blake2b
from tempfile import TemporaryFile
from typing import TYPE_CHECKING, cast

from questions.generation.facts import Reason, Refusal
from questions.text.fold import fold, strip_articles

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import TracebackType

    from questions.vocabulary import Kind

    from .material import Draft

WEAK_SHARE = 0.065
"""Of all facts, how many may lean on the document with a definite noun."""
IN_MEMORY = 2_000
"""Drafts, the first of a document; further ones are written to disk."""
_SLOTS = 1 << 22
"""Bits that tell a wording which nothing like it came before from one that may stand twice."""


class Ranked:
    """To be filled with `add`, then read once; a context, at whose end nothing is left on disk."""

    def __init__(self) -> None:
        self._file = TemporaryFile()  # noqa: SIM115 (closed at the end of the context)
        self._kept: list[Draft] = []
        self._ranks: list[int] = []
        self._weak: list[tuple[int, int]] = []
        self._places = array("Q")
        self._firsts = array("L")
        self._asked = array("Q")
        self._answers = array("Q")
        self._seen = bytearray(_SLOTS // 8)
        self._repeated: set[int] = set()

    def __enter__(self) -> Ranked:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._file.close()

    def add(self, one: Draft) -> None:
        """Take a draft; those of equal rank keep the order in which they came."""
        if one.fact.is_weak:
            self._weak.append((_rank(one, one.fact.score), len(self._ranks)))
        self._ranks.append((_rank(one, one.score) << 32) | len(self._ranks))
        self._firsts.append(len(self._asked))
        answer = _number(one.fact.answer)
        for question in one.questions:
            asked = _number(question.prompt)
            self._asked.append(asked)
            self._answers.append(answer)
            slot, bit = divmod(asked % _SLOTS, 8)
            if self._seen[slot] >> bit & 1:
                self._repeated.add(asked)
            self._seen[slot] |= 1 << bit
        if len(self._kept) < IN_MEMORY:
            self._kept.append(one)
        else:
            self._places.append(self._file.tell())
            pickle.dump(one, self._file, pickle.HIGHEST_PROTOCOL)

    def _draft(self, number: int) -> Draft:
        if number < len(self._kept):
            return self._kept[number]
        self._file.seek(self._places[number - len(self._kept)])
        return cast("Draft", pickle.load(self._file))  # noqa: S301 (our own, written a moment ago)

    def best_first(self) -> Iterator[Draft]:
        """The drafts without a wording that was asked before, or that has two answers; without drafts left empty."""
        left_out = self._too_weak()
        answers = self._answers_of_repeated(left_out)
        asked: set[tuple[Kind, int]] = set()
        self._ranks.sort()
        for number in (rank & 0xFFFFFFFF for rank in self._ranks):
            if number not in left_out and (kept := self._without_doubles(number, answers, asked)).questions:
                yield kept

    def _too_weak(self) -> set[int]:
        """The drafts that lean on the document and are not among the best of those."""
        most = int(WEAK_SHARE * (len(self._ranks) - len(self._weak)))
        return {number for _, number in sorted(self._weak)[most:]}

    def _answers_of_repeated(self, left_out: set[int]) -> defaultdict[int, set[int]]:
        """For each wording that may stand twice, all that answers it."""
        answers: defaultdict[int, set[int]] = defaultdict(set)
        for number, first in enumerate(self._firsts):
            end = self._firsts[number + 1] if number + 1 < len(self._firsts) else len(self._asked)
            for at in range(first, end):
                if self._asked[at] in self._repeated and number not in left_out:
                    answers[self._asked[at]].add(self._answers[at])
        return answers

    def _without_doubles(self, number: int, answers: dict[int, set[int]], asked: set[tuple[Kind, int]]) -> Draft:
        one = self._draft(number)
        kept, refused = [], list(one.refused)
        for at, question in enumerate(one.questions, start=self._firsts[number]):
            key = self._asked[at]
            if len(answers.get(key, ())) > 1:
                refused.append(Refusal(question.kind, Reason.TWO_ANSWERS_FIT, "Two answers of the document fit."))
            elif (question.kind, key) in asked:
                refused.append(Refusal(question.kind, Reason.DUPLICATE, "The document asks this already."))
            else:
                kept.append(question)
                if key in self._repeated:
                    asked.add((question.kind, key))
        return replace(one, questions=tuple(kept), refused=tuple(refused))


def _rank(one: Draft, score: float) -> int:
    """Lower is better; of the same score, what stands first in the document."""
    fact = one.fact
    return ((1_000_000 - round(1000 * score)) << 96) | (fact.paragraph << 64) | (fact.start << 32) | fact.answer_start


def _number(text: str) -> int:
    """A number that two texts share when they are the same but for case, accents, signs and articles."""
    return int.from_bytes(blake2b(strip_articles(fold(text)).encode(), digest_size=8).digest(), "big")
