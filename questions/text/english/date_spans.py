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
_RULES = [
    ("range", rf"(?:from|between)\s+{YEAR}\s+(?:to|and|until|through)\s+{YEAR}"),
    ("range", rf"(?<![\d,.–-]){YEAR}\s?[–—-]\s?(?:{YEAR}|\d\d)(?![\d–-])"),
    ("day", rf"\b{_DAY}\s+(?:of\s+)?{MONTH},?\s+{YEAR}\b"),
    ("day", rf"\b{MONTH}\s+{_DAY},\s+{YEAR}\b"),
    ("month", rf"\b{MONTH}\s+(?:of\s+)?{YEAR}\b"),
    ("day", rf"\b(?:{MONTH}\s+{_DAY}|{_DAY}\s+(?:of\s+)?{MONTH})\b(?!\s*[–-])"),
    ("season", rf"\b(?:spring|summer|autumn|fall|winter)\s+(?:of\s+)?{YEAR}\b"),
    ("century", rf"\b(?:(?:early|mid|late|mid-)[\s-]+)?(?:{ORDINAL}[\s-])(?:century|centuries)(?:\s+{ERA})?(?!-)"),
    ("century", rf"\b(?:{ORDINAL}\s)millennium(?:\s+{ERA})?"),
    ("decade", r"\b(?:(?:early|mid|late)[\s-]+)?(?:1\d\d0|20[0-4]0)s\b"),
    ("year", rf"\b(?:AD\s\d{{1,4}}|\d[\d,]{{0,6}}\s?(?:{ERA}|BP))(?!\w)"),
    ("year", rf"(?<![\w,.$£€–/-]){YEAR}(?![\w%/]|[–-]\w|,\d|\.\d)"),
]
_COMPILED = [(grain, re.compile(rule)) for grain, rule in _RULES]
_BEFORE_YEAR = re.compile(
    r"\b(?:in|by|since|until|till|of|from|to|and|or|around|about|circa|c\.|early|late|before|after|during|mid|for|on|"
    r"through|between|year|the|summer|spring|a|an|its|his|their)[\s(-]*$",
    re.IGNORECASE,
)
_AFTER_COUNT = re.compile(
    r"\s+(?:[a-z]+\s+)?(?:people|men|troops|soldiers|inhabitants|students|km|miles|feet|metres|meters|m\b|acres|tons|"
    r"tonnes|books|years|members|ships|dead|%|[A-Z]{2,}\b|Hz|rpm)"
)


def dates_in(text: str) -> list[Span]:
    """The dates of `text`; a bare number counts as a year only where the words before it say so."""
    taken, found = Taken(), []
    for grain, rule in _COMPILED:
        for match in rule.finditer(text):
            start, end = match.span()
            if not taken.is_free(start, end):
                continue
            if re.fullmatch(YEAR, match.group()) and not _is_year(text, start, end):
                continue
            taken.take(start, end)
            found.append(Span(start, end, match.group(), SpanKind.DATE, grain))
    return found


def _is_year(text: str, start: int, end: int) -> bool:
    before = text[:start]
    is_led = not before.strip() or before.endswith(("(", "(c. ", ", ", "– ")) or bool(_BEFORE_YEAR.search(before))
    return is_led and not _AFTER_COUNT.match(text[end:])
