"""A sentence in, the quantities in it out: counts, measures with their units, sums of money, percentages."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .spans import Span, SpanKind, Taken
from .tokens import plain_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_WORD = (
    r"(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|"
    r"eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)"
)
_SCALE = r"(?:hundred|thousand|million|billion|trillion)"
_SIGNS = ("$", "£", "€")
_PLAIN = r"\d(?:[\d,]*\d)?(?:\.\d+)?"
_UP_TO = r"(?:\s(?:to|or)\s|\s?–\s?|-)"
_RULES: list[tuple[str, tuple[str, ...], str]] = [
    ("percent", ("%", "cent"), rf"(?<![\w.,–-]){_PLAIN}{_UP_TO}{_PLAIN}\s?(?:%|per\s?cent\b|percent\b)"),
    (
        "spread",
        ("to", "–"),
        rf"(?<![\w.,$£€/:–-]){_PLAIN}(?:\s?–\s?|\sto\s){_PLAIN}(?:\s{_SCALE})?(?![\w%/:°–-]|[.,]\d)",
    ),
    ("measure", ("°",), rf"(?<![\w.,/–]){_PLAIN}\s?°\s?[CF]\b"),
    ("ordinal", ("st", "nd", "rd", "th"), r"(?<=\bthe )\d{1,3}(?:st|nd|rd|th)(?=[ -](?:most|\w+est)\b)"),
    (
        "percent",
        ("%", "cent"),
        r"(?<![\w.,–-])\d[\d,]*(?:\.\d+)?(?:\s?[–-]\s?\d+(?:\.\d+)?)?\s?(?:%|per\s?cent\b|percent\b)",
    ),
    ("money", _SIGNS, rf"(?:US|A|C|NZ)?[$£€]\s?\d[\d,]*(?:\.\d+)?(?:\s{_SCALE})?\b"),
    ("number", ("hundred", "thousand", "illion"), rf"(?<![\w.,$£€/–-])\d[\d,]*(?:\.\d+)?\s{_SCALE}\b"),
    ("number", (",",), r"(?<![\w.,$£€/:–-])\d{1,3}(?:,\d{3})+(?:\.\d+)?(?![\d%]|[.,]\d|[–-]\w)"),
    ("number", ("",), r"(?<![\w.,$£€/:–-])\d+(?:\.\d+)?(?![\w%/:]|[.,]\d|[–-]\w|\s?°)"),
    ("number", ("",), rf"\b{_WORD}(?:-(?:one|two|three|four|five|six|seven|eight|nine))?(?:\s{_SCALE})?\b(?!-)"),
]
"""Grain, what a text in lower case must hold one of for the rule to match, and the rule. The last needs no digit."""
_IN_WORDS = re.compile(
    r"\b(?:one|two|three|four)[ -](?:thirds?|quarters?|fourths?|fifths?|sixths?|eighths?|tenths?)\b"
    r"|(?<=\bthe )(?P<ordinal>second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)(?=[ -](?:most|\w+est)\b)"
)
"""Fractions, and places in an order: the third-largest."""
_OF_WORDS = ("third", "quarter", "fourth", "fifth", "sixth", "eighth", "tenth", "second", "seventh", "ninth")
_COMPILED = [(grain, needed, re.compile(rule, re.IGNORECASE)) for grain, needed, rule in _RULES]
_NUMBER_WORDS = frozenset(_WORD.removeprefix("(?:").removesuffix(")").split("|"))
_DIGIT = re.compile(r"\d")
_GOES_ON = re.compile(r"[’']|(?:st|nd|rd|th)\b")
_LONGEST_NUMBERED = 16
"""Characters of the longest of these words, with some space behind it."""
_UNIT = (
    r"(?:mi|km|m|cm|mm|ft|kg|g|lb|lbs|tons?|tonnes?|acres?|hectares?|ha|miles?|kilomet(?:er|re)s?|met(?:er|re)s?|feet|"
    r"foot|inch(?:es)?|pounds?|degrees?|mph|km/h|kW|MW|GW|hp|°C|°F|[kcm]?m[²³]|carats?|barrels?|"
    r"square (?:miles|kilomet(?:er|re)s|feet|"
    r"met(?:er|re)s)|"
    r"sq (?:mi|km|ft)|cubic \w+|litres?|liters?|gallons?|nm|years?|days?|hours?|minutes?|seconds?|months?|weeks?|"
    r"centuries|decades?|yards?|dollars|euros|yen)"
)
_MEASURED = re.compile(rf"[\s-](?:million years|{_UNIT})(?![\w-])")
_NUMBERED = re.compile(
    r"(?:[Nn]o\.|number|Number|chapter|Chapter|page|line|Route|Highway|Interstate|Apollo|Saturn|version|Version|type|Type|"
    r"Bowl|Act|Article|Section|level|Level|Channel|Flight|Pier|Room|class|Class|Boeing|group|Group|phase|Phase|period|stage|"
    r"tier|Tier|Gemini|Figure|Table|Part|Volume|Chapter)\s*$"
)


def quantities_in(text: str, spans: Iterable[Span]) -> list[Span]:
    """The quantities of `text` outside the places that `spans` hold; a number that only names something is none."""
    taken, found = Taken(spans), []
    for grain, rule in _rules_for(text):
        for match in rule.finditer(text):
            start, end = match.span()
            if not taken.is_free(start, end) or _GOES_ON.match(text, end):
                continue
            if grain == "number" and _NUMBERED.search(text[:start], max(0, start - _LONGEST_NUMBERED)):
                continue
            unit = _MEASURED.match(text, end) if grain in {"number", "spread"} else None
            end = unit.end() if unit else end
            taken.take(start, end)
            found.append(Span(start, end, text[start:end], SpanKind.QUANTITY, "measure" if unit else grain))
    return found


def _rules_for(text: str) -> Iterator[tuple[str, re.Pattern[str]]]:
    """The rules that can match in `text`."""
    low = text.lower()
    if _DIGIT.search(text):
        for grain, needed, rule in _COMPILED[:-1]:
            if any(part in low for part in needed):
                yield grain, rule
    if any(part in low for part in _OF_WORDS):
        yield "share", _IN_WORDS
    if not _NUMBER_WORDS.isdisjoint(plain_words(text)):
        yield _COMPILED[-1][0], _COMPILED[-1][2]
