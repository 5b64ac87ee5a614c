"""A number or a date in its statement in; out comes whether it is torn from what it belongs to, or told beside it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from questions.text.english.tokens import MONTH

if TYPE_CHECKING:
    from questions.text.english.spans import Span

_ONE_END = re.compile(r"\bbetween\s(?:\S+\s){0,2}(?:and\s)?$")
"""“between 24 and 80”: one end tells nothing without the other."""
_GOES_ON_FROM = re.compile(r"[-–+−±]\s*$|\b(?:per|top)\s$|\bx\s*$|×\s*$|(?<!\d\d\d)\d\s+(?:to|or)\s+$")
_PAIRED_AFTER = re.compile(r",?\s(?:and|or|to)\s(?:the\s)?\d")
_PAIRED_BEFORE = re.compile(r"\d{4}s?,?\s(?:and|or|to)\s(?:the\s)?(?:early\s|mid\s|late\s)?$")
_NAME_BEFORE = re.compile(
    r"(?<![.!?]\s)(?<!^)\b(?!(?:In|On|By|Since|Until|From|During|After|Before|Between|Around|About|Early|Late|Mid|Circa|The|"
    rf"{MONTH}|Spring|Summer|Autumn|Fall|Winter|AD|Of|And|Christmas|Easter)\b)[A-Z][\w’'-]*\s$"
)
"""A name that a number belongs to: “Orin Station 2070”."""
_END_OF_AGES = re.compile(r"\b(?:from|between) (?:the )?\w+ (?:to|and) (?:the )?$")
"""“from the 16th to the ___”: half of a time."""
_TITLE_OF = re.compile(r"(?<!\w\. )(?<!^)\b[A-ZÀ-Þ][a-zà-þ]+ of $")
"""“Night of ___”: a date that is a part of a title."""
_COUNT_OF_ROW = re.compile(r"\s(?:[a-z-]+\s){0,4}[a-z-]+(?:\s\([^()]*\))?(?:[,:]\s|\s?[–—]\s?)[\w“\"‘']")
_OR_MORE = re.compile(r"\s(?:or|to)\s(?:two|three|four|five|six|seven|eight|nine|ten|more|so)\b")
_PLACED_AFTER = re.compile(r"\b(?:after|behind)\s[A-Z][^,.;]*(?:,|\sand\s)")
"""The fourth largest after three that are named."""
_A_YEAR = re.compile(r"\b(?:1\d{3}|20\d\d)\b")
_SMALL = frozenset("two three four five six 2 3 4 5 6".split())
_COUNTED_BEFORE = re.compile(
    r",[^,]+,?\s(?:and|or)\s[^,]+,?\s(?:which|that|who|are|were|as|all|represent\w*|form\w*|the)\b[^,]{0,30}$|"
    r"\b(?:next|last|other|final|top|these|those|all)\s$"
)
"""A row that ends on its count, or a count of what was told before."""
_CONVERTED = re.compile(
    r"\+|\s*[-–×x]\s*\d|\s*(?:[a-z/]+\s+){0,2}\(\s*[\d,.]+\s*[a-z/²³°]+(?:\s[a-z/²³°]+)?\)|\s*(?:to|or)\s+\d"
)


def is_bad_quantity(span: Span, text: str) -> bool:
    """Whether the number is half of a measure or a pair, names something, or is told by its own sentence."""
    before, after = text[: span.start], text[span.end :]
    if _ONE_END.search(before) or _CONVERTED.match(after) or _GOES_ON_FROM.search(before) or _OR_MORE.match(after):
        return True
    if re.search(r"\(\s*[^()]*$", before) or (span.text[0].isupper() and span.start):
        return True
    is_named = re.search(r"[A-Z]\w*\s$", before) and re.fullmatch(r"\d{1,4}", span.text)
    if is_named and not re.match(r"\s(?:times|\w+s)\b", after):
        return True
    if re.search(r"\b(?:or|of|by|nor)\s+(?:the\s+)?$", before) and not re.match(r"\s+\w", after):
        return True
    if (
        _is_told_by_others(span, text, after)
        or _tells_little(span.text.lower(), after)
        or (span.text.lower() in _SMALL and _COUNTED_BEFORE.search(before))
    ):
        return True
    return bool(re.fullmatch(r"\d", span.text)) and not re.match(r"\s+[a-z]", after)


def _is_told_by_others(span: Span, text: str, after: str) -> bool:
    """Whether it is one of two told “respectively”, or years that two dates of the sentence tell as well."""
    is_time = span.text.endswith(("years", "decades"))
    if span.grain == "ordinal" and _PLACED_AFTER.search(after):
        return True
    return "respectively" in after or (is_time and len(_A_YEAR.findall(text)) > 1)


def _tells_little(number: str, after: str) -> bool:
    """Whether it is a small count that what follows tells as well, or of nothing that is named."""
    if number in {"two", "three"} and re.match(r"\s+(?:of|other|more|such)\b|[,.;]", after):
        return True
    return number in {"two", "three", "four"} and bool(_COUNT_OF_ROW.match(after))


def is_torn_date(span: Span, text: str) -> bool:
    """Whether the date is a part of a title, of a name, or one end of a time."""
    if span.grain in {"born", "died"}:
        return False
    before, after = text[: span.start], text[span.end :]
    if _TITLE_OF.search(before) or before.endswith("turn of the ") or _END_OF_AGES.search(before):
        return True
    if _NAME_BEFORE.search(before) or _PAIRED_AFTER.match(after) or _PAIRED_BEFORE.search(before):
        return True
    if span.grain == "range":
        return False
    if after.startswith(")") and re.search(r"\((?:[^()]*\s)?$", before):
        return True
    return bool(re.match(r"\s?[–-]\s?\d", after) or re.search(r"\d\s?[–-]\s?$", before))
