"""A sentence in, the dates in it out: days, months, years, decades, centuries and ranges, each as it is written."""

from __future__ import annotations

import re

from .spans import Span, SpanKind, Taken
from .tokens import MONTH

YEAR = r"(?:1[0-9]{3}|20[0-4]\d)"
ERA = r"(?:BCE?|CE|AD|B\.C\.|A\.D\.)"
ORDINAL = (
    r"(?:\d{1,2}(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|"
    r"thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|twenty-first)"
)
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_YEARS = ("1", "20")
"""What every year of `YEAR` holds."""
_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "Septem",
    "Octob",
    "Novem",
    "Decem",
)
_ERAS = ("BC", "CE", "AD", "B.C", "A.D", "BP")
_CENTURIES = ("century", "centuries")
_RULES: list[tuple[str, tuple[str, ...], str]] = [
    ("range", ("from", "between"), rf"(?:(?<=from\s)|(?<=between\s)){YEAR}\s+(?:to|and|until|through)\s+{YEAR}"),
    ("range", _YEARS, rf"(?<![\d,.–-]){YEAR}\s?[–—-]\s?(?:{YEAR}|\d\d(?! [A-Z][a-z]))(?![\d–-])"),
    ("day", _MONTHS, rf"\b{_DAY}\s+(?:of\s+)?{MONTH},?\s+{YEAR}\b"),
    ("day", _MONTHS, rf"\b{MONTH}\s+{_DAY},\s+{YEAR}\b"),
    ("month", _MONTHS, rf"\b{MONTH}\s+(?:of\s+)?{YEAR}\b"),
    ("day", _MONTHS, rf"\b(?:{MONTH}\s+{_DAY}|{_DAY}\s+(?:of\s+)?{MONTH})\b(?!\s*[–-])"),
    (
        "season",
        ("spring", "summer", "autumn", "fall", "winter"),
        rf"\b(?:spring|summer|autumn|fall|winter)\s+(?:of\s+)?{YEAR}\b",
    ),
    (
        "century",
        _CENTURIES,
        rf"\b(?:(?:early|mid|late|mid-)[\s-]+)?(?:{ORDINAL}[\s-])(?:century|centuries)(?:\s+{ERA})?(?!-)",
    ),
    ("century", ("millennium",), rf"\b(?:{ORDINAL}\s)millennium(?:\s+{ERA})?"),
    ("decade", ("0s",), r"\b(?:(?:early|mid|late)[\s-]+)?(?:1\d\d0|20[0-4]0)s\b"),
    ("year", _ERAS, rf"\b(?:AD\s\d{{1,4}}|\d[\d,]{{0,6}}\s?(?:{ERA}|BP))(?!\w)"),
    ("year", _YEARS, rf"(?<![\w,.$£€–/-]){YEAR}(?![\w%/]|[–-]\w|,\d|\.\d)"),
]
"""Grain, what a text must hold one of so that the rule can match, and the rule. The first claim a place."""
_COMPILED = [(grain, needed, re.compile(rule)) for grain, needed, rule in _RULES]
_DIGIT = re.compile(r"\d")
_BARE_YEAR = re.compile(YEAR)
_LONGEST_BEFORE = 8
"""Letters of the longest of these words."""
_BEFORE_YEAR = re.compile(
    r"\b(?:in|by|since|until|till|of|from|to|and|or|around|about|circa|c\.|early|late|before|after|during|mid|for|on|"
    r"through|between|year|the|summer|spring|a|an|its|his|their)[\s(-]*$",
    re.IGNORECASE,
)
_OPENS_WITH_YEAR = re.compile(r"(?:^|[.;]\s)(?:In|By|Since|Until)\s$|['’]s\s$")
_AFTER_COUNT = re.compile(
    r"\s+(?:[a-z]+\s+)?(?:people|men|troops|soldiers|inhabitants|students|km|miles|feet|metres|meters|m\b|acres|tons|"
    r"tonnes|books|years|members|ships|dead|%|[A-Z]{2,}\b|Hz|rpm)"
)

_WITHOUT_DIGIT = [rule for rule in _COMPILED if rule[1] in {_CENTURIES, ("millennium",)}]


def dates_in(text: str) -> list[Span]:
    """The dates of `text`; a bare number counts as a year only where the words before it say so."""
    taken, found = Taken(), []
    rules = _COMPILED if _DIGIT.search(text) else _WITHOUT_DIGIT
    for grain, needed, rule in rules:
        if not any([part in text for part in needed]):  # noqa: C419 (asked for each sentence)
            continue
        for match in rule.finditer(text):
            start, end = match.span()
            if not taken.is_free(start, end):
                continue
            if grain == "year" and _BARE_YEAR.fullmatch(match.group()) and not _is_year(text, start, end):
                continue
            taken.take(start, end)
            found.append(Span(start, end, match.group(), SpanKind.DATE, grain))
    return found


def _is_year(text: str, start: int, end: int) -> bool:
    before = text[:start]
    if _OPENS_WITH_YEAR.search(before[-8:] if start > 8 else before):
        return True
    nearest = len(before.rstrip(" (-")) - _LONGEST_BEFORE
    is_led = (
        not before.strip()
        or before.endswith(("(", "(c. ", ", ", "– "))
        or bool(_BEFORE_YEAR.search(before, max(0, nearest)))
    )
    return is_led and not _AFTER_COUNT.match(text, end)
