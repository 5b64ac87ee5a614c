"""WordNet's database files in, the compact tables of `tables/` out; the same files give the same bytes.

Read are Princeton WordNet 3.x files as Debian's `wordnet-base` installs them (`/usr/share/wordnet`); their format is
described in wndb(5WN). The tables hold parts of speech, coarse classes of nouns, names with class and kind, irregular
forms, adjectives of origin, given names and terms of several words.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PARTS = {"n": "noun", "v": "verb", "a": "adj", "r": "adv"}
_SENSE_PARTS = {"1": "n", "2": "v", "3": "a", "4": "r", "5": "a"}

ROOTS = """
    person:0:P location:0:L body_of_water:0:L geological_formation:0:L land:0:L land:1:L structure:0:L
    organization:0:O social_group:0:O people:0:G ethnic_group:0:G event:0:E creation:1:W written_communication:0:W
    work:0:W work:1:W show:0:W show:1:W music:0:W music:1:W language:0:G vehicle:0:T institution:1:O institution:0:O
    depository:0:O team:0:O military_action:0:E legislature:0:O church:0:O company:0:O statute:0:W treaty:0:W act:0:W
    festival:0:E war:0:E battle:0:E language_unit:0:T celestial_body:0:L educational_institution:0:O
    military_unit:0:O time_period:0:D substance:0:S animal:0:A plant:1:A building:0:L award:0:T award:1:T document:0:W
    publication:0:W disease:0:S religion:0:G political_unit:0:L
"""
"""lemma:sense:class. A noun gets the class of the nearest of these above it: P person, L place, O organisation,
G group, E event, W work, T thing, D time, S substance, A living being."""

ORDER_OF_CLASSES = "PLOGWEDSAT"
LEAST_COUNTED = 3
"""Times that WordNet's own texts use a common word, in whatever part of speech."""
NOT_GIVEN = frozenset({"Saint", "Sir", "Lord", "King", "Queen", "Pope"})


@dataclass(frozen=True, slots=True)
class Synset:
    lemmas: tuple[str, ...]
    hypernyms: tuple[str, ...]
    classes: tuple[str, ...]
    """Hypernyms of an instance: what kind of thing a name names."""


@dataclass(frozen=True)
class WordNet:
    """The nouns, which lemma has which senses, and how often each was counted."""

    folder: Path
    nouns: dict[str, Synset] = field(default_factory=dict)
    senses: dict[str, list[str]] = field(default_factory=dict)
    counts: Counter[tuple[str, str]] = field(default_factory=Counter)
    roots: dict[str, str] = field(default_factory=dict)

    @classmethod
    def read(cls, folder: Path) -> WordNet:
        """The database in `folder`; raises OSError where a file of it is missing."""
        wordnet = cls(folder)
        for line in _entries(folder / "data.noun"):
            offset, synset = _synset(line)
            wordnet.nouns[offset] = synset
        for line in _entries(folder / "index.noun"):
            parts = line.split()
            wordnet.senses[parts[0]] = parts[-int(parts[2]) :]
        for line in (folder / "cntlist.rev").read_text("ascii").splitlines():
            key, _, count = line.split()
            lemma, sense = key.rsplit("%", 1)
            wordnet.counts[lemma, _SENSE_PARTS[sense[0]]] += int(count)
        for root in ROOTS.split():
            lemma, sense, letter = root.split(":")
            if len(found := wordnet.senses.get(lemma, [])) > int(sense):
                wordnet.roots.setdefault(found[int(sense)], letter)
        return wordnet

    def class_of(self, offset: str) -> str:
        """The class of the nearest root at or above a synset, or '-'."""
        layer, seen = [offset], set[str]()
        while layer:
            if hits := [self.roots[one] for one in layer if one in self.roots]:
                return min(hits, key=ORDER_OF_CLASSES.index)
            seen.update(layer)
            above = [up for one in layer for up in (*self.nouns[one].hypernyms, *self.nouns[one].classes)]
            layer = [up for up in dict.fromkeys(above) if up not in seen]
        return "-"


def tables_of(folder: Path) -> dict[str, str]:
    """The contents of every table by file name."""
    wordnet = WordNet.read(folder)
    words, names = _words(wordnet), _names(wordnet)
    return {
        "words.txt": _lines(f"{word} {about}" for word, about in sorted(words.items())),
        "names.txt": _lines(f"{name}\t{letter}\t{kind}" for name, (letter, kind) in sorted(names.items())),
        "verb_forms.txt": _lines(_forms(folder / "verb.exc")),
        "noun_forms.txt": _lines(_forms(folder / "noun.exc")),
        "origins.txt": _lines(sorted(_origins(folder))),
        "given.txt": _lines(sorted(_given(names, words))),
        "common.txt": _lines(sorted(_common(wordnet))),
        "terms.txt": _lines(sorted(_terms(wordnet))),
    }


def _entries(path: Path) -> Iterator[str]:
    """The lines of a database file, without its licence and its glosses."""
    for line in path.read_text("latin-1").splitlines():
        if not line.startswith("  "):
            yield line.split(" | ")[0]


def _synset(line: str) -> tuple[str, Synset]:
    parts = line.split()
    size = int(parts[3], 16)
    lemmas = tuple(parts[4 + 2 * at] for at in range(size))
    start = 4 + 2 * size
    pointers = [parts[start + 1 + 4 * at : start + 4 + 4 * at] for at in range(int(parts[start]))]
    hypernyms = tuple(target for sign, target, part in pointers if sign == "@" and part == "n")
    return parts[0], Synset(lemmas, hypernyms, tuple(target for sign, target, _ in pointers if sign == "@i"))


def _words(wordnet: WordNet) -> dict[str, str]:
    """For each word its parts of speech, the commonest first, rare ones with '?', and the class of a noun."""
    parts: defaultdict[str, dict[str, int]] = defaultdict(dict)
    for letter, name in PARTS.items():
        for line in _entries(wordnet.folder / f"index.{name}"):
            lemma = line.split()[0]
            if re.fullmatch(r"[a-z]+(?:-[a-z]+)?", lemma) and (letter != "n" or _is_common(wordnet, lemma)):
                parts[lemma][letter] = wordnet.counts[lemma, letter]
    return {word: _about(wordnet, word, found) for word, found in parts.items()}


def _is_common(wordnet: WordNet, lemma: str) -> bool:
    return any(lemma in wordnet.nouns[offset].lemmas for offset in wordnet.senses[lemma])


def _about(wordnet: WordNet, word: str, found: dict[str, int]) -> str:
    order = sorted(found, key=lambda part: (-found[part], "nvar".index(part)))
    tags = "".join(part if found[part] or len(order) == 1 else f"{part}?" for part in order)
    letter = wordnet.class_of(wordnet.senses[word][0]) if "n" in found else "-"
    return tags if letter == "-" else f"{tags} {letter}"


def _names(wordnet: WordNet) -> dict[str, tuple[str, str]]:
    """The class and kind of every name that is an instance of something, by its commonest sense."""
    names: dict[str, tuple[str, str]] = {}
    for senses in wordnet.senses.values():
        for offset in senses:
            synset = wordnet.nouns[offset]
            if synset.classes:
                kind = wordnet.nouns[synset.classes[0]].lemmas[0].replace("_", " ")
                about = (wordnet.class_of(synset.classes[0]), kind)
                for lemma in synset.lemmas:
                    if lemma[:1].isupper() and wordnet.senses.get(lemma.lower()) is senses:
                        names.setdefault(lemma.replace("_", " "), about)
    return names


def _forms(path: Path) -> Iterator[str]:
    for line in path.read_text("ascii").splitlines():
        form, base = line.split()[:2]
        if re.fullmatch(r"[a-z]+ [a-z]+", f"{form} {base}"):
            yield f"{form} {base}"


def _origins(folder: Path) -> set[str]:
    """Capitalised adjectives: French, Anglo-Saxon."""
    found = set()
    for line in _entries(folder / "data.adj"):
        parts = line.split()
        for at in range(int(parts[3], 16)):
            word = parts[4 + 2 * at].split("(")[0]
            if re.fullmatch(r"[A-Z][a-z]+(?:-[A-Z][a-z]+)?", word):
                found.add(word)
    return found


def _given(names: dict[str, tuple[str, str]], words: dict[str, str]) -> set[str]:
    """First words of persons' names that are no common words."""
    firsts = {name.split()[0] for name, (letter, _) in names.items() if letter == "P" and " " in name}
    return {
        first for first in firsts - NOT_GIVEN if re.fullmatch(r"[A-Z][a-z]{2,}", first) and first.lower() not in words
    }


def _terms(wordnet: WordNet) -> set[str]:
    """Common nouns of two to four words: carbon cycle."""
    lemmas = (lemma for synset in wordnet.nouns.values() for lemma in synset.lemmas)
    return {lemma.replace("_", " ") for lemma in lemmas if re.fullmatch(r"[a-z-]{2,}(?:_[a-z-]{2,}){1,3}", lemma)}


def _common(wordnet: WordNet) -> Iterator[str]:
    """The words that are used often."""
    counted: Counter[str] = Counter()
    for (lemma, _), count in wordnet.counts.items():
        counted[lemma] += count
    return (lemma for lemma, count in counted.items() if lemma.isalpha() and count >= LEAST_COUNTED)


def _lines(rows: Iterator[str] | list[str]) -> str:
    return "".join(f"{row}\n" for row in rows)
