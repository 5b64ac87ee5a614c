"""A sentence in, the quantities in it out: counts, measures with their units, sums of money, percentages."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .spans import Span, SpanKind, Taken

if TYPE_CHECKING:
    from collections.abc import Iterable

_WORD = (
    r"(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|"
    r"eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)"
)
_SCALE = r"(?:hundred|thousand|million|billion|trillion)"
_RULES = [
    ("percent", r"(?<![\w.,–-])\d[\d,]*(?:\.\d+)?(?:\s?[–-]\s?\d+(?:\.\d+)?)?\s?(?:%|per\s?cent\b|percent\b)"),
    ("money", rf"(?:US|A|C|NZ)?[$£€]\s?\d[\d,]*(?:\.\d+)?(?:\s{_SCALE})?\b"),
    ("number", rf"(?<![\w.,$£€/–-])\d[\d,]*(?:\.\d+)?\s{_SCALE}\b"),
    ("number", r"(?<![\w.,$£€/:–-])\d{1,3}(?:,\d{3})+(?:\.\d+)?(?![\d%]|[.,]\d|[–-]\w)"),
    ("number", r"(?<![\w.,$£€/:–-])\d+(?:\.\d+)?(?![\w%/:]|[.,]\d|[–-]\w|\s?°)"),
    ("number", rf"\b{_WORD}(?:-(?:one|two|three|four|five|six|seven|eight|nine))?(?:\s{_SCALE})?\b(?!-)"),
]
_COMPILED = [(grain, re.compile(rule, re.IGNORECASE)) for grain, rule in _RULES]
_UNIT = (
    r"(?:mi|km|m|cm|mm|ft|kg|g|lb|lbs|tons?|tonnes?|acres?|hectares?|ha|miles?|kilomet(?:er|re)s?|met(?:er|re)s?|feet|"
    r"foot|inch(?:es)?|pounds?|degrees?|mph|km/h|kW|MW|GW|hp|°C|°F|square (?:miles|kilomet(?:er|re)s|feet|"
    r"met(?:er|re)s)|"
    r"sq (?:mi|km|ft)|cubic \w+|litres?|liters?|gallons?|nm|years?|days?|hours?|minutes?|seconds?|months?|weeks?|"
    r"centuries|decades?|yards?|points?|dollars|euros|yen)"
)
_MEASURED = re.compile(rf"[\s-](?:million years|{_UNIT})(?![\w-])(?!\s\()")
_NUMBERED = re.compile(
    r"(?:No\.|number|Number|chapter|Chapter|page|line|Route|Highway|Interstate|Apollo|Saturn|version|Version|type|Type|"
    r"Bowl|Act|Article|Section|level|Level|Channel|Flight|Pier|Room|class|Class|Boeing|group|Group|phase|Phase|stage|"
    r"tier|Tier|Gemini|Figure|Table|Part|Volume|Chapter)\s*$"
)


def quantities_in(text: str, spans: Iterable[Span]) -> list[Span]:
    """The quantities of `text` outside the places that `spans` hold; a number that only names something is none."""
    taken, found = Taken(spans), []
    for grain, rule in _COMPILED:
        for match in rule.finditer(text):
            start, end = match.span()
            if not taken.is_free(start, end) or re.match(r"[’']|(?:st|nd|rd|th)\b", text[end:]):
                continue
            if grain == "number" and _NUMBERED.search(text[:start]):
                continue
            unit = _MEASURED.match(text[end:]) if grain == "number" else None
            end += unit.end() if unit else 0
            taken.take(start, end)
            found.append(Span(start, end, text[start:end], SpanKind.QUANTITY, "measure" if unit else grain))
    return found
