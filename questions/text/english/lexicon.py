"""A word in, what is known of it out: parts of speech, base forms, a noun's class, a name's class and kind."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

TABLES = Path(__file__).parent / "tables"

_PLURALS = (
    ("ies", "y"),
    ("ves", "f"),
    ("ches", "ch"),
    ("shes", "sh"),
    ("sses", "ss"),
    ("xes", "x"),
    ("s", ""),
)
_THIRD_PERSONS = (
    ("ies", "y"),
    ("sses", "ss"),
    ("ches", "ch"),
    ("shes", "sh"),
    ("xes", "x"),
    ("zzes", "zz"),
    ("oes", "o"),
    ("s", ""),
)
_MORE_FORMS = """
    was:be were:be had:have did:do set:set cut:cut put:put let:let hit:hit read:read spread:spread cost:cost
    shot:shoot lent:lend bent:bend showed:show
"""
"""Past forms that WordNet's exceptions leave out."""
NOT_PAST = frozenset({"founded"})
"""Regular pasts that the exceptions give another base: found, but also founded of found."""
NOT_ORIGINS = frozenset(["New", "Old", "Union", "Hollywood", "Caroline", "Fahrenheit", "Atlantic", "Pacific"])
"""Capitalised adjectives of the table that begin names rather than tell an origin."""
IRREGULAR_PLURALS = frozenset({"people", "men", "women", "children"})


REMEMBERED = 4_096
"""Words of which each answer is kept: the commonest of a text, so that memory does not grow with it."""


@dataclass(frozen=True, eq=False)
class Lexicon:
    """The tables, read once. Words are asked for in lower case, names as they are written."""

    tags: dict[str, str]
    classes: dict[str, str]
    verb_forms: dict[str, str]
    noun_forms: dict[str, str]
    names: dict[str, tuple[str, str]]
    """Name to class letter and kind: Prague is (L, national capital)."""
    origins: frozenset[str]
    """Capitalised adjectives: French."""
    given: frozenset[str]
    """Given names."""
    common: frozenset[str]
    """Words of any kind that nearly every longer text uses."""
    terms: frozenset[str]
    """Common nouns of several words, in the singular: carbon cycle."""

    @lru_cache(maxsize=REMEMBERED)  # noqa: B019 (there is one lexicon)
    def is_word(self, word: str) -> bool:
        return word in self.tags or self.singular(word) in self.tags or self.verb_base(word) != ""

    @lru_cache(maxsize=REMEMBERED)  # noqa: B019 (there is one lexicon)
    def singular(self, word: str) -> str:
        """The singular of a noun; the word itself where it is none."""
        if word in self.noun_forms:
            return self.noun_forms[word]
        for ending, instead in _PLURALS:
            if word.endswith(ending) and not (ending == "s" and word.endswith(("ss", "us", "is"))):
                base = word[: -len(ending)] + instead
                if len(base) > 2 and "n" in self.tags.get(base, ""):
                    return base
        return word

    @lru_cache(maxsize=REMEMBERED)  # noqa: B019 (there is one lexicon)
    def noun_class(self, word: str) -> str:
        """The class letter of a common noun, or ''."""
        low = word.lower()
        return self.classes.get(low) or self.classes.get(self.singular(low), "")

    @lru_cache(maxsize=REMEMBERED)  # noqa: B019 (there is one lexicon)
    def is_noun(self, word: str) -> bool:
        return "n" in self.tags.get(word, "") or "n" in self.tags.get(self.singular(word), "")

    def is_plural(self, word: str) -> bool:
        return self.singular(word) != word or word in IRREGULAR_PLURALS

    def is_adjective(self, word: str) -> bool:
        return self.tags.get(word, "").startswith("a")

    @lru_cache(maxsize=REMEMBERED)  # noqa: B019 (there is one lexicon)
    def verb_base(self, word: str) -> str:
        """The base of a past form; '' when the word is none."""
        if word in self.verb_forms and not word.endswith("ing") and word not in NOT_PAST:
            return self.verb_forms[word]
        if not word.endswith("ed") or len(word) < 4:
            return ""
        return next((base for base in _bases_of_past(word[:-2]) if "v" in self.tags.get(base, "")), "")

    @lru_cache(maxsize=REMEMBERED)  # noqa: B019 (there is one lexicon)
    def third_base(self, word: str) -> str:
        """The base of a third person singular; '' when the word is none."""
        for ending, instead in _THIRD_PERSONS:
            if word.endswith(ending) and "v" in self.tags.get(word[: -len(ending)] + instead, ""):
                return word[: -len(ending)] + instead
        return ""


def _bases_of_past(stem: str) -> tuple[str, ...]:
    """Candidates for the base of stem + ed: walk, use, plan, carry. A stem that takes an e does so first."""
    if stem.endswith("i"):
        return (f"{stem[:-1]}y", f"{stem}e")
    if len(stem) > 2 and stem[-1] == stem[-2]:
        return (stem, stem[:-1])
    takes_e = stem.endswith(("at", "iz", "us", "in", "ir", "ut", "ag", "ang", "c", "g", "v", "u", "s", "z")) or (
        len(stem) > 2 and stem[-1] not in "aeiouwxy" and stem[-2] in "aeiou" and stem[-3] not in "aeiou"
    )
    return (f"{stem}e", stem) if takes_e else (stem, f"{stem}e")


@cache
def load() -> Lexicon:
    """The lexicon of this installation, read at the first call."""
    tags, classes = {}, {}
    for line in _rows("words.txt"):
        word, about, *letter = line.split()
        tags[word] = about
        if letter:
            classes[word] = letter[0]
    names = {}
    for line in _rows("names.txt"):
        name, letter_of_name, kind = line.split("\t")
        names[name] = (letter_of_name, kind)
    verb_forms = {form: base for form, _, base in (pair.partition(":") for pair in _MORE_FORMS.split())}
    return Lexicon(
        tags,
        classes,
        {**_pairs("verb_forms.txt"), **verb_forms},
        _pairs("noun_forms.txt"),
        names,
        frozenset(_rows("origins.txt")) - NOT_ORIGINS,
        frozenset(_rows("given.txt")),
        frozenset(_rows("common.txt")),
        frozenset(_rows("terms.txt")),
    )


def _rows(name: str) -> list[str]:
    return (TABLES / name).read_text("utf-8").splitlines()


def _pairs(name: str) -> dict[str, str]:
    return {line.split()[0]: line.split()[1] for line in _rows(name)}
