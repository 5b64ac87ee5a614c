"""A document in; for each fact of it, what is accepted beside its answer: other names of the same, and no more.

What grading forgives anyway (case, accents, articles, titles, a bare surname, a missing unit) needs no variant.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from questions.text.english.lexicon import load
from questions.text.english.tokens import FUNCTION, stands_in_words
from questions.text.fold import fold, strip_titles
from questions.vocabulary import AnswerType

from .alike import RIVERS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from .material import Found, Source

_SAME = (
    ("United States", "United States of America", "U.S.", "US", "USA"),
    ("United Kingdom", "UK", "U.K."),
    ("Soviet Union", "USSR", "U.S.S.R."),
    ("United Nations", "UN", "U.N."),
    ("European Union", "EU"),
    ("World War I", "First World War", "WWI"),
    ("World War II", "Second World War", "WWII"),
    *((bare, f"{bare} Sea") for bare in ("Caribbean", "Mediterranean", "Baltic", "Aegean", "Adriatic", "Caspian")),
    *((bare, f"{bare} Ocean") for bare in ("Atlantic", "Pacific", "Arctic")),
    *((bare, f"{bare} Desert") for bare in ("Sahara", "Gobi", "Kalahari", "Namib", "Mojave", "Atacama")),
)
_NAMES_OF = {name: tuple(other for other in names if other != name) for names in _SAME for name in names}
_WORD = r"[A-ZÀ-Þ][\w’'&-]*"
_SHORT = re.compile(rf"({_WORD}(?: (?:of|the|and|for|de|on|in|to|{_WORD}))*) \(([A-Z][A-Za-z.]{{1,7}})\)")
_LONG_NAME = re.compile(rf"\b({_WORD}(?: (?:{_WORD}|[A-Z]\.|de|von|van|der|del|della|di|da|al|bin|ibn))* {_WORD})")
_GLOSS = re.compile(r"(.{2,}?) \(([^()]{2,})\)")
_RIVER = re.compile(r"(?:River ([A-ZÀ-Þ]\w+)|([A-ZÀ-Þ]\w+) River)")
_COLOURS = frozenset(["Red", "Black", "White", "Green", "Yellow", "Blue", "Snake", "Grand", "Great", "Little"])
"""What is no name of its own without the word behind it: the Red River."""
_IN_A_STATE = re.compile(r"([A-ZÀ-Þ][\w .’'-]{3,}), [A-ZÀ-Þ][\w .’'-]+")
_SEASON = re.compile(r"(?:spring|summer|autumn|fall|winter)(?: of)? (\d{4})", re.IGNORECASE)
_FIRST_YEARS = re.compile(r"AD (\d{1,4})")


class Variants:
    """The other names that a document gives, and those that everybody knows."""

    def __init__(self, document: Source) -> None:
        self._short: defaultdict[str, set[str]] = defaultdict(set)
        self._called: defaultdict[str, set[str]] = defaultdict(set)
        for block in document.paragraphs:
            for name, short in _SHORT.findall(block.text):
                if whole := _spelt_out(name, short):
                    self._short[whole].add(short)
                    self._short[short].add(whole)
            for name in _LONG_NAME.findall(block.text):
                self._add_called(re.sub(r"['’]s?$", "", name))

    def of(self, fact: Found) -> tuple[str, ...]:
        """What else is right; nothing that stands in the statement itself, so that no question holds its answer."""
        told = f"{fact.lead} {fact.text[: fact.answer_start]} _ {fact.text[fact.answer_end :]}"
        found: dict[str, str] = {}
        for name in self._names(fact):
            key = fold(name)
            if key and key != fold(fact.answer) and not stands_in_words(name, told):
                found.setdefault(key, name)
        return tuple(found.values())

    def _add_called(self, name: str) -> None:
        words = name.split()
        while len(words) > 1 and (words[0].lower() in FUNCTION or _is_title(words)):
            words = words[1:]
        if len(words) > 1:
            self._called[words[-1]].add(" ".join(words))

    def _names(self, fact: Found) -> Iterator[str]:
        answer = fact.answer
        if fact.answer_type is AnswerType.DATE:
            yield from _dates(answer)
            return
        if fact.answer_type is AnswerType.QUANTITY:
            return
        yield from _NAMES_OF.get(answer, ())
        if len(self._short.get(answer, ())) == 1:
            yield from self._short[answer]
        if gloss := _GLOSS.fullmatch(answer):
            yield from gloss.groups()
        if fact.answer_type is AnswerType.PERSON:
            yield from self._whole_name(answer)
        if fact.answer_type is AnswerType.PLACE:
            yield from _of_place(answer)

    def _whole_name(self, surname: str) -> Iterator[str]:
        """The full name of a bare surname, where one person of the document has it."""
        names = self._called.get(surname, set())
        yield from (name for name in names if len(names) == 1 and name.split()[0] in load().given)


def _of_place(name: str) -> Iterator[str]:
    """The Nile as a river, and the Hudson River by its bare name; Iwama in Ibaraki without Ibaraki."""
    river = _RIVER.fullmatch(name)
    bare = (river[1] or river[2]) if river else name if name in RIVERS else ""
    if bare and bare not in _COLOURS:
        yield from (bare, f"{bare} River", f"River {bare}")
    if town := _IN_A_STATE.fullmatch(name):
        yield town[1]


def _dates(answer: str) -> Iterable[str]:
    """The year of a season; the years of our era without the sign."""
    if season := _SEASON.fullmatch(answer):
        return (season[1],)
    if early := _FIRST_YEARS.fullmatch(answer):
        return (early[1], f"{early[1]} AD", f"{early[1]} CE")
    return ()


def _spelt_out(name: str, short: str) -> str:
    """The end of `name` whose capitals are `short`: “Health Organization” is none of WHO; ''."""
    words = name.split()
    wanted = short.replace(".", "")
    for place in range(len(words)):
        rest = words[place:]
        if rest[0][0].isupper() and "".join(word[0] for word in rest if word[0].isupper()) == wanted:
            return " ".join(rest)
    return ""


def _is_title(words: list[str]) -> bool:
    opening = fold(" ".join(words[:2]))
    return strip_titles(opening) != opening
