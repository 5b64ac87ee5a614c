"""A fact in, wrong options for a multiple choice out: strong ones, or the reason why there are too few."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from questions.generation.facts import Reason
from questions.vocabulary import AnswerType

from .alike import names_in
from .near_values import COUNTS, ENOUGH, draw, near_numbers, near_years

if TYPE_CHECKING:
    from .checks import Fault
    from .material import Found
    from .surroundings import Surroundings

YEARS = frozenset(["year", "born", "died"])
UNLIKE = frozenset(["ordinal", "share", "spread"])
"""Grains of quantities to which no near value can be made by arithmetic: the 12th, two thirds, 30 to 50."""
_OPEN = re.compile(
    r"\b(?:[Bb]y|[Aa]fter|[Bb]efore|[Pp]rior to|as (?:early|late|recently) as|no later than|[Aa]s of|[Uu]p to)"
    r"(?: the)?(?: (?:beginning|start|end|middle|time|early|late)(?: of)?)?(?: the)? $"
)
"""What makes an earlier or a later year right as well."""
_REPORTED = re.compile(
    r"\b(?:as of|according to|survey|estimated?|estimates|statistics|rank(?:ed|ing|s)|polls?|GDP|per capita|"
    r"budget|fertility|unemployment|index|is expected|are expected|forecasts?|predicts?|projected|will)\b",
    re.IGNORECASE,
)
"""Sentences whose year is that of a figure or a report, which nobody needs to know."""
_EDITION = re.compile(r"\s+(?:[A-Z]|(?:season|edition|mm|cm|m|km|kg|people|men)\b)")
_NO_YEAR = re.compile(r"1[0-9]\d\d|20\d\d")
_BOUNDED = re.compile(
    r"\b(?:(?:fewer|less|more|greater|higher|lower|larger|smaller|longer|deeper|shorter|older|younger) than|"
    r"at least|at most|up to|as (?:many|much|few|little|high|low|far) as|over|under|above|below|beyond|"
    r"exceed(?:s|ed|ing)|nearly|almost|maximum of|minimum of|between|to|or|and)\s$",
    re.IGNORECASE,
)
"""What a smaller or a greater number need not refute, or what makes it one end of something."""
_KNOWN = re.compile(
    r"(?:№|\b(?:the|these|those|all|both|its|their|his|her|our|last|next|other|remaining|for|to|in|since|until|from|"
    r"back to|No\.|number|chapter)|[A-Z][\w’']+)\s$"
)
"""What goes before a number that is known already, or only names something: the 13 colonies, Apollo 11, in 512."""
_SUPPOSED = re.compile(r"^(?:Suppose|Imagine|Consider|Assume|If|For example)\b|\bas of\b|life expectancy|\bper year\b")
"""Examples, figures of a day, and what has a bound that everybody knows."""
_LISTED = re.compile(r":|,\s[^,;]+,?\sand\s|\b[A-Z]\w+ and (?:the )?[A-Z]")
_LETTERS, _DIGITS = re.compile(r"[a-z]+"), re.compile(r"\d[\d,.]*\d|\d")
_SINGLE = re.compile(r"\bone\b(?! of)")
_GOES_ON = re.compile(r"\+|\s[A-Z×]\b|\s×")
"""A number that only begins here: 350+ million, 16 A, 5.98 × 10."""
_SMALL = frozenset(["two", "three", "four", "2", "3", "4"])


def wrong_options(fact: Found, around: Surroundings) -> tuple[str, ...]:
    """Three wrong options, or none."""
    found: tuple[str, ...] = ()
    if fact.grain in YEARS and fact.answer.isdigit():
        if fact.grain != "year" or _singles_out_a_year(fact):
            within = around.years_around(int(fact.answer))
            found = near_years(fact.answer, fact.text, fact.answer_start, within, around.is_free)
    elif fact.answer_type is AnswerType.QUANTITY:
        found = near_numbers(fact.answer, fact.text, around.is_free) if _is_plain_number(fact) else ()
    elif fact.answer_type is AnswerType.PLACE:
        found = _places(fact, around)
    return found if len(found) == ENOUGH else ()


def fault_of_options(fact: Found, options: tuple[str, ...]) -> Fault | None:
    if not options:
        return Reason.TOO_FEW_OPTIONS, f"There are no three wrong options that could be taken for “{fact.answer}”."
    return None


def _singles_out_a_year(fact: Found) -> bool:
    """Whether one year alone is right, and it is no part of a name and no more than the year of a report."""
    before, after = fact.text[: fact.answer_start], fact.text[fact.answer_end :]
    return not (_OPEN.search(before) or _EDITION.match(after) or _REPORTED.search(fact.text))


def _is_plain_number(fact: Found) -> bool:
    """Whether the number is told for its own sake, and nothing else in the sentence tells or bounds it."""
    before, after = fact.text[: fact.answer_start], fact.text[fact.answer_end :]
    if fact.grain in UNLIKE or _NO_YEAR.fullmatch(fact.answer) or _SUPPOSED.search(fact.text):
        return False
    if _BOUNDED.search(before) or (_KNOWN.search(before) and fact.grain == "number"):
        return False
    if (
        after.startswith("+")
        or fact.answer.lower() == "two"
        or (fact.answer.lower() in _SMALL and _LISTED.search(after))
    ):
        return False
    return not _other_numbers(before + after)


def _other_numbers(text: str) -> bool:
    """Whether other numbers than years stand beside it, so that a near value would be absurd or give itself away."""
    in_words = not COUNTS.isdisjoint(_LETTERS.findall(text.lower())) or _SINGLE.search(text)
    return bool(in_words) or any(not _NO_YEAR.fullmatch(number) for number in _DIGITS.findall(text))


def _places(fact: Found, around: Surroundings) -> tuple[str, ...]:
    """Three places of the document, drawn by the sentence; none where it names another that everybody has met, which
    tells the region: ___ and Oregon."""
    if fact.is_topic or around.is_about(fact.answer) or names_in(fact.text) - {fact.answer}:
        return ()
    order = sorted(around.places_beside(fact), key=lambda other: draw(f"{fact.text}/{other}"))
    return tuple(order[:ENOUGH])
