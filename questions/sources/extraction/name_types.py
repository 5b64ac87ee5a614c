"""All mentions of names in a document in; one class for each name out, by agreement, unknown rather than a guess."""

from __future__ import annotations

import re
from collections import defaultdict

from questions.text.english.lexicon import load
from questions.text.english.tokens import TITLES, is_acronym

from .name_shapes import class_of_shape

CLASSES = {"P": "person", "L": "place", "O": "organisation", "G": "group", "E": "event", "W": "work", "T": "work"}
LEAST_VOTES = 1.4
"""Votes that a class needs, and how many times as many as the next class."""

_VERB = re.compile(
    r"\s+(?:said|says|wrote|argued|claimed|married|died|was born|believed|invented|discovered|studied|became|told|"
    r"stated|learned|knew|ordered|asked|replied|decided|thought|wanted|hoped|returned|proposed|graduated|served|moved|painted|composed|lived|resigned|retired|worked|met|refused|suggested)\b"
)
_POSSESSION = re.compile(
    r"['’]s\s+(?:wife|father|mother|son|daughter|brother|sister|death|life|work|birth|career|theory|book|widow|reign)\b"
)
_LIFE_DATES = re.compile(
    r"\s*\((?:[^()]{0,70}\d{4}\s?[–—-]\s?[^()]{0,20}\d{4}\)|"
    r"(?:[^()]{0,40}\b)?(?:c\. ?|born )?\d{3,4}\s?[–-]\s?\d{2,4}\)|born)"
)
_APPOSITION = re.compile(
    r",\s+(?:a|an|the)\s+(?:[\w-]+\s+){0,3}?([a-z]+)\b|\s+(?:is|was)\s+(?:a|an|"
    r"the)\s+(?:[\w-]+\s+){0,3}?([a-z]+)\b(?!\s+of the)"
)
_IN = re.compile(
    r"\b(?:in|near|throughout|across|into|toward|towards)\s+(?:the\s+)?(?:(?:north|south|east|west|central|modern|"
    r"present-day)\w*\s+)?$",
    re.IGNORECASE,
)
_ENDS_IN = tuple("in near through across to the north south east west central modern day".split())
"""What the last word of whatever `_IN` finds begins with."""
_SITED = re.compile(r"\b(?:born|died|lived|located|situated|moved|settled|arrived)\s+(?:in|at|to|near)\s+$")
_ROLE = re.compile(r"(\w+)\.?\s+$")
_HONORIFICS = TITLES | {"mr", "mrs", "dr", "sir"}


Votes = defaultdict[str, float]


class NameTypes:
    """Votes on the class of every name, from its shape, WordNet, and the words around each mention."""

    def __init__(self) -> None:
        self._votes: defaultdict[str, Votes] = defaultdict(lambda: defaultdict(float))
        self._nouns: dict[str, str] = {}
        self._by_surname: defaultdict[str, list[str]] = defaultdict(list)
        self._decided: dict[str, str] = {}
        self._lexicon = load()

    def see(self, name: str, text: str, start: int, end: int) -> None:
        """Count the mention of `name` in `text` from `start` to `end`."""
        if name not in self._votes and 2 <= len(words := name.split()) <= 3 and "of" not in words:
            self._by_surname[words[-1]].append(name)
        votes = self._votes[name]
        self._see_name(name, votes)
        self._see_left(name, text[max(0, start - 60) : start], votes)
        self._see_right(name, text[end : end + 80], votes)
        self._decided.clear()

    def class_of(self, name: str) -> str:
        """person, place, organisation, group, event, work or unknown."""
        if name not in self._decided:
            self._decided[name] = self._decide(name)
        return self._decided[name]

    def noun_of(self, name: str) -> str:
        """The common noun for what `name` names (river, national capital), or ''."""
        return self._nouns.get(name, "")

    @property
    def names(self) -> tuple[str, ...]:
        """Every name seen, in the order of first mention."""
        return tuple(self._votes)

    def _see_name(self, name: str, votes: Votes) -> None:
        words, known = name.split(), self._lexicon.names.get(name)
        shape = class_of_shape(name)
        if shape:
            votes[shape] += 3
        if known and known[0] in CLASSES:
            votes[known[0]] += 2.5 if len(words) > 1 or known[0] == "L" else 1
            if known[0] != "P":
                self._nouns.setdefault(name, known[1])
        if words[0] in self._lexicon.given and not (len(words) > 1 and shape):
            votes["P"] += 2 if len(words) > 1 else 0.8
        if len(words) > 2 and re.fullmatch(r"[A-Z]\.?", words[1]):
            votes["P"] += 2
        if is_acronym(name) and "L" not in votes:
            votes["O"] += 0.7

    def _see_left(self, name: str, left: str, votes: Votes) -> None:
        role = _ROLE.search(left, max(0, left.rstrip().rfind(" ")))
        word = role[1].lower() if role else ""
        if role and word in _HONORIFICS and role[1][0].isupper():
            votes["P"] += 3
        elif role and role[1][0].islower() and (letter := self._lexicon.noun_class(word)) in CLASSES:
            votes[letter] += 2
            if letter != "P":
                self._nouns.setdefault(name, word)
        if word.startswith(_ENDS_IN) and _IN.search(left):
            votes["L"] += 0 if name.isupper() else 0.9
        if left.endswith((" by ", " with ")):
            votes["P"] += 0.2
        if word in {"in", "at", "to", "near"} and _SITED.search(left):
            votes["L"] += 1.5

    def _see_right(self, name: str, right: str, votes: Votes) -> None:
        if _LIFE_DATES.match(right):
            votes["P"] += 3
        if (found := _APPOSITION.match(right)) and (
            letter := self._lexicon.noun_class(found[1] or found[2])
        ) in CLASSES:
            votes[letter] += 1.2
            if letter != "P":
                self._nouns.setdefault(name, found[1] or found[2])
        if _VERB.match(right):
            votes["P"] += 1
        if _POSSESSION.match(right):
            votes["P"] += 1.5

    def _decide(self, name: str) -> str:
        if name in self._lexicon.origins:
            return "group"
        votes = defaultdict(float, self._votes.get(name, {}))
        if " " not in name and any(self._is_person(full) for full in self._by_surname.get(name, ())):
            votes["P"] += 2
        ranked = sorted(((letter, count) for letter, count in votes.items() if count > 0), key=lambda row: -row[1])
        if not ranked or ranked[0][1] < LEAST_VOTES:
            return "unknown"
        if len(ranked) > 1 and ranked[0][1] < ranked[1][1] * LEAST_VOTES:
            return "unknown"
        return CLASSES[ranked[0][0]]

    def _is_person(self, full: str) -> bool:
        votes = self._votes[full]
        return votes.get("P", 0) >= 2 and votes["P"] == max(votes.values())
