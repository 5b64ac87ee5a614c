"""A span in its statement in; out comes whether it stands there only by the way, or is told beside itself."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from questions.text.english.lexicon import load
from questions.text.english.spans import SpanKind
from questions.text.english.tokens import PREPOSITIONS, TITLES, holds_word

if TYPE_CHECKING:
    from questions.text.english.spans import Span

_TOO_WIDE = frozenset(["Earth", "World"])
"""What fits nearly everywhere."""
_BY_THE_WAY = re.compile(r"\b(?:in|on|of|across|throughout|over|within)\s$", re.IGNORECASE)
_GROUND = frozenset("coast valley region area building delta basin pier plain mountains river port islands".split())
"""What lies where it is asked for: the Atlantic coast."""
_DEFINED = re.compile(r"\b(?:called|termed|named|known as|as an?|dubbed|meaning)\s(?:an?\s|the\s)?$|^(?:An?|The)\s$")
_NEXT = re.compile(r"\s(?P<word>[a-z]{3,})\b(?!-)(?P<name>\s[A-ZÀ-Þ])?")
_SAID_BY = re.compile(r"According to [^,]+, ")
"""The name, in an apposition, of who says what the statement tells."""
_TWIN = re.compile(r"\s\([A-ZÀ-Þ][^()]*,\s(?:c\.\s)?\d{3,4}\s?[–-]")
"""The same person in another spelling, with the years of a life."""
_OR_ELSE = re.compile(r"\s\(or\s|\s(?:[a-z-]+\s){0,4}\(\d{4}\s?[–-]\s?\d{2,4}\)")
"""Another number that is right as well, or years from which it can be counted."""
_TITLE_BEFORE = re.compile(r"\b(?P<title>[A-Z][a-z]+)\s$")
_LOOSELY_COUNTED = re.compile(
    r"\b(?:some|several|many|few|various|different|numerous|all other|(?:variety|number|range) of|\d+|two|"
    r"three|four|male and|female and)\s$"
)
_YEARS = re.compile(r"\d{4}")
_OF_A_DAY = re.compile(
    r"\b(?:life expectancy|fertility rate|literacy rate|unemployment|inflation|median age|GDP|"
    r"gross domestic|per capita)\b",
    re.IGNORECASE,
)
"""Figures that change every year, so that nobody needs to know one of them."""
_REPORT = (
    r"(?:stud(?:y|ies)|surveys?|reports?|reviews?|polls?|analys[ie]s|articles?|estimates?|essays?|editions?|issues?)"
)
_OF_REPORT = re.compile(rf"\b{_REPORT}\s(?:in|of|from|by|published in)\s$")
_REPORT_AFTER = re.compile(rf"\s(?:[a-z]+\s){{0,2}}(?:{_REPORT}|census|schedule|season)\b")
"""What only says which report tells it."""
_IN_YEAR = re.compile(r"\bin (?:1\d{3}|20\d\d)\b")
MOST_DATED = 3
"""Years of one sentence from which each is only one of a row."""
_PARENT = re.compile(
    r"\b(?:father|mother|parents?|grandfather|grandmother|ancestors?|uncle|aunt)\b[^,;]{0,40}\b(?:from|of|in)\s$"
)


def is_incidental(span: Span, text: str, name_class: str, lead: str) -> bool:
    """Whether the answer `span` of `text`, behind `lead`, is not what the statement is there to tell."""
    before, after = text[: span.start], text[span.end :]
    if span.kind is SpanKind.NAME:
        return (
            _is_people_or_too_wide(span.text, before)
            or _only_modifies(after, name_class)
            or (bool(_TWIN.match(after)) and name_class in {"person", "unknown"})
            or _needs_title(span.text, before)
            or bool(_PARENT.search(before))
            or (bool(_SAID_BY.fullmatch(before)) and after.startswith(","))
            or (before.lower().endswith("both ") and after.startswith(" and "))
            or _told_by_lead(span.text, name_class, lead)
        )
    if span.kind is SpanKind.QUANTITY:
        return bool(_OR_ELSE.match(after) or _OF_A_DAY.search(text))
    if span.kind is SpanKind.DATE:
        years = _YEARS.findall(span.text)
        if _OF_REPORT.search(before) or _REPORT_AFTER.match(after) or len(_IN_YEAR.findall(text)) >= MOST_DATED:
            return True
        return span.grain == "range" and any(year in f"{lead} {before} {after}" for year in years)
    return bool(_LOOSELY_COUNTED.search(before)) or (
        not _DEFINED.search(before) and _repeats(span.text, f"{before} {after}")
    )


def _is_people_or_too_wide(name: str, before: str) -> bool:
    """The British; “The Greeks” of whom a sentence goes on to tell; “on Earth”, where it only says where."""
    if name in _TOO_WIDE:
        return bool(_BY_THE_WAY.search(before))
    origins = load().origins
    return name in origins or (before == "The " and name[:-1] in origins)


def _only_modifies(after: str, name_class: str) -> bool:
    """Whether a place or a body only says which thing is meant: “his ___ defeat”, “___ pilot Mary Calder”."""
    found = _NEXT.match(after)
    if not found or name_class not in {"place", "organisation"}:
        return False
    lexicon, word = load(), found["word"]
    if word in PREPOSITIONS or word in _GROUND or not lexicon.is_noun(word):
        return False
    if name_class == "organisation":
        return bool(found["name"]) and lexicon.noun_class(word) == "P"
    return not (lexicon.verb_base(word) or lexicon.third_base(word) or lexicon.is_adjective(word))


def _needs_title(name: str, before: str) -> bool:
    """“Captain Future”: a common word is a name only with its title."""
    found = _TITLE_BEFORE.search(before)
    lexicon, low = load(), name.lower()
    is_title = found is not None and found["title"].lower() in TITLES
    return is_title and " " not in name and lexicon.is_noun(low) and name not in lexicon.given


def _told_by_lead(name: str, name_class: str, lead: str) -> bool:
    """Whether the sentence before names the person by the last name alone, or the place within a longer one."""
    return bool(lead) and name_class in {"person", "unknown"} and holds_word(name.rpartition(" ")[2], lead)


def _repeats(term: str, rest: str) -> bool:
    """Whether what a compound opens with stands beside it: “oil companies” where oil is drilled for."""
    first, *others = term.split()
    may_repeat = bool(others) and f"{first} " in rest
    return may_repeat and bool(re.search(rf"\b{re.escape(first)} [a-z]{{4,}}", rest))
