"""The paragraphs of two versions of a document in; what became of each sentence, and the place it has now, out.

First equal sentences find each other, whatever their order. Then those left over are compared, each with the few that
share its rarest words or stand where it stood, the most alike first. Last come sentences that were split or joined.
The cost grows with the length of the document, not with its square.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from questions.text.edits import containment, likeness
from questions.text.english.sentences import split_sentences

from .hard_words import loses_facts, words_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

ALIKE = 70.0
"""Per cent of likeness from which two sentences are one reworded."""
ALIKE_IN_PLACE = 55.0
"""The same for a sentence that stands between the same neighbours."""
HELD = 88.0
"""Per cent of a sentence that must stand in another for them to be a split or a joined one."""
SHORTEST_HELD = 20
"""Characters: shorter pieces stand in many sentences by chance."""
RARE_WORDS = 8
MOST_COMMON = 40
"""A word in more sentences than this leads nowhere."""
CANDIDATES = 6


class Became(StrEnum):
    UNCHANGED = "unchanged"
    MOVED = "moved"
    REWORDED = "reworded"
    CHANGED = "changed"
    GONE = "gone"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class Sentence:
    """A run of the paragraph number `paragraph`."""

    paragraph: int
    start: int
    end: int
    text: str


@dataclass(slots=True)
class Alignment:
    """Old and new sentences; for each old one its new ones (several where it was split), and what it became."""

    old: list[Sentence]
    new: list[Sentence]
    to: dict[int, list[int]] = field(default_factory=dict)
    became: dict[int, Became] = field(default_factory=dict)

    @property
    def fresh(self) -> set[int]:
        """The new sentences that no old one became."""
        return set(range(len(self.new))) - {one for ones in self.to.values() for one in ones}

    def new_text(self, place: int) -> str:
        return " ".join(self.new[one].text for one in self.to.get(place, ()))


def align(old: Sequence[str], new: Sequence[str]) -> Alignment:
    """What became of every sentence of the paragraphs `old` in `new`."""
    found = Alignment(sentences_of(old), sentences_of(new))
    _match_equal(found)
    equal = dict(found.to)
    _match_alike(found)
    _match_parts(found)
    in_order = _longest_in_order([(one, mates[0]) for one, mates in sorted(equal.items())])
    for place, sentence in enumerate(found.old):
        if place not in found.to:
            found.became[place] = Became.GONE
        elif place in equal:
            found.became[place] = Became.UNCHANGED if place in in_order else Became.MOVED
        else:
            loses = loses_facts(sentence.text, found.new_text(place))
            found.became[place] = Became.CHANGED if loses else Became.REWORDED
    return found


def sentences_of(paragraphs: Sequence[str]) -> list[Sentence]:
    return [
        Sentence(number, start, end, text[start:end])
        for number, text in enumerate(paragraphs)
        for start, end in split_sentences(text)
    ]


def of_paragraphs(found: Alignment) -> Counter[str]:
    """How many old paragraphs became what, by the worst of their sentences, and how many new ones hold only new."""
    worst = (Became.CHANGED, Became.GONE, Became.REWORDED, Became.MOVED, Became.UNCHANGED)
    of: dict[int, list[Became]] = defaultdict(list)
    for place, became in found.became.items():
        of[found.old[place].paragraph].append(became)
    counted = Counter(
        str(Became.REWORDED if _is_partly_gone(all_of) else next(one for one in worst if one in all_of))
        for all_of in of.values()
    )
    fresh = found.fresh
    old_in = {one.paragraph for place, one in enumerate(found.new) if place not in fresh}
    counted[str(Became.NEW)] = len({found.new[place].paragraph for place in fresh} - old_in)
    return counted


def _is_partly_gone(all_of: list[Became]) -> bool:
    """A paragraph that lost a sentence and kept others was reworded, not taken out."""
    return Became.GONE in all_of and set(all_of) != {Became.GONE} and Became.CHANGED not in all_of


def _match_equal(found: Alignment) -> None:
    """Sentences that read the same; of several like ones, those after the same sentence first, then in order."""
    waiting: dict[str, list[int]] = defaultdict(list)
    for place, sentence in enumerate(found.new):
        waiting[_key(sentence)].append(place)
    for place, sentence in enumerate(found.old):
        places = waiting.get(_key(sentence))
        if not places:
            continue
        before = found.to.get(place - 1, [-2])[0] + 1
        mate = before if before in places else places[0]
        places.remove(mate)
        found.to[place] = [mate]


def _key(sentence: Sentence) -> str:
    return " ".join(sentence.text.split())


def _match_alike(found: Alignment) -> None:
    """Pairs among those left over, the most alike first."""
    index = _Index(found)
    scored = []
    for place in _left(found):
        text = found.old[place].text
        beside = set(_beside(found, place)) & index.free
        for mate in index.like(text) | beside:
            score = likeness(text, found.new[mate].text)
            if score >= (ALIKE_IN_PLACE if mate in beside else ALIKE):
                scored.append((score + (10 if mate in beside else 0), -abs(place - mate), place, mate))
    for _, _, place, mate in sorted(scored, reverse=True):
        if place not in found.to and mate in index.free:
            found.to[place] = [mate]
            index.free.discard(mate)


def _match_parts(found: Alignment) -> None:
    """What was split keeps all its parts; what was joined to another goes where that went."""
    fresh = found.fresh
    for place in range(len(found.old)):
        mates = found.to.get(place)
        if mates and _key(found.old[place]) == _key(found.new[mates[0]]):
            continue
        text = found.old[place].text
        near = {one + by for one in mates for by in (-1, 1)} if mates else set(_beside(found, place))
        parts = [one for one in sorted(near & fresh) if _holds(text, found.new[one].text)]
        if parts and (mates or len(parts) > 1 or _holds(found.new[parts[0]].text, text)):
            found.to[place] = sorted([*(mates or ()), *parts])
            fresh -= set(parts)
    for place in _left(found):
        text = found.old[place].text
        joined = {found.to[one][0] for one in (place - 1, place + 1) if one in found.to}
        held = [one for one in sorted(joined) if _holds(found.new[one].text, text)]
        if held:
            found.to[place] = held[:1]


def _holds(whole: str, part: str) -> bool:
    is_part = SHORTEST_HELD <= len(part) < len(whole)
    return is_part and containment(part.rstrip(".!? ").lower(), whole.lower()) >= HELD


def _left(found: Alignment) -> list[int]:
    return [place for place in range(len(found.old)) if place not in found.to]


def _beside(found: Alignment, place: int) -> Iterator[int]:
    """Where it would stand now, judged by the nearest sentences before and after it that were found again."""
    for step in (-1, 1):
        for far in range(1, 6):
            mates = found.to.get(place + step * far)
            if mates:
                yield from (mates[0] - step * near for near in {far, 1})
                break


class _Index:
    """The new sentences left over, by their words."""

    def __init__(self, found: Alignment) -> None:
        self.free = found.fresh
        self.by_word: dict[str, list[int]] = defaultdict(list)
        for place in sorted(self.free):
            for word in _distinct(found.new[place].text):
                self.by_word[word].append(place)

    def like(self, text: str) -> set[int]:
        """The few that share the most of its rarest words."""
        known = sorted((word for word in _distinct(text) if word in self.by_word), key=self._count)
        rare = [word for word in known[:RARE_WORDS] if self._count(word) <= MOST_COMMON]
        shared = Counter(place for word in rare for place in self.by_word[word])
        return {place for place, _ in shared.most_common(CANDIDATES)}

    def _count(self, word: str) -> int:
        return len(self.by_word[word])


def _distinct(text: str) -> Iterable[str]:
    return dict.fromkeys(word.lower() for word in words_of(text) if word[0].isalnum())


def _longest_in_order(pairs: list[tuple[int, int]]) -> set[int]:
    """The old places of the longest run of pairs in which the new places rise too (patience sorting)."""
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for place, (_, mate) in enumerate(pairs):
        at = bisect_left(tails, mate)
        tails[at : at + 1] = [mate]
        ends[at : at + 1] = [place]
        before.append(ends[at - 1] if at else -1)
    kept = set()
    place = ends[-1] if ends else -1
    while place >= 0:
        kept.add(pairs[place][0])
        place = before[place]
    return kept
