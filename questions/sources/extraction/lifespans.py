"""The dates in the brackets behind a person's name in, the dates of birth and death out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from questions.text.english.spans import Span, SpanKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from .name_types import NameTypes

BORN, DIED = "born", "died"
_YEARS = re.compile(r"(\d{3,4})\s?[–—-]\s?(\d{3,4})")
_DASH = re.compile(r"\s?[–—-]\s?(?:c\. )?")
_IS_BORN = re.compile(r"\(born (?:on |in )?(?:c\. )?$")
_TO_DEATH = re.compile(r"\)|,|;")
_NAMED = re.compile(r"(?P<word>\w+)\W*\([^()]*$")
_WHOLE = frozenset(["day", "month", "year"])


def with_lifespans(spans: Iterable[Span], text: str, types: NameTypes) -> Iterator[Span]:
    """The spans; those that tell when a person was born and died get the grains `born` and `died`."""
    found = list(spans)
    lives = _whole_lives(found, text, types)
    before: Span | None = None
    for place, span in enumerate(found):
        years = _YEARS.fullmatch(span.text) if span.grain == "range" else None
        if place in lives:
            yield span._replace(grain=lives[place])
        elif years and before and _is_life(before, span, text, types):
            for group, grain in ((1, BORN), (2, DIED)):
                start = span.start + years.start(group)
                yield Span(start, start + len(years[group]), years[group], SpanKind.DATE, grain)
        else:
            yield span
        before = span


def is_of_another(span: Span, text: str, title_words: frozenset[str]) -> bool:
    """Whether a year of birth or death is that of somebody whom the document is not about."""
    if span.grain not in {BORN, DIED}:
        return False
    named = _NAMED.search(text[: span.start])
    return not named or named["word"].lower() not in title_words


def _is_life(name: Span, span: Span, text: str, types: NameTypes) -> bool:
    between = text[name.end : span.start]
    is_behind = between in {" (", " (c. "} and text[span.end : span.end + 1] == ")"
    return is_behind and name.kind is SpanKind.NAME and types.class_of(name.text) == "person"


def _whole_lives(spans: list[Span], text: str, types: NameTypes) -> dict[int, str]:
    """The places among `spans` of dates as in “(14 December 1883 – 26 April 1969)” and “(born 4 May 1970 in …)”."""
    lives: dict[int, str] = {}
    for place, span in enumerate(spans):
        if span.kind is not SpanKind.DATE or span.grain not in _WHOLE or not _has_person(spans, span, text, types):
            continue
        if _IS_BORN.search(text[: span.start]):
            lives[place] = BORN
        following = spans[place + 1] if place + 1 < len(spans) else span
        is_joined = following.grain in _WHOLE and _DASH.fullmatch(text[span.end : following.start])
        if is_joined and _TO_DEATH.match(text, following.end):
            lives |= {place: BORN, place + 1: DIED}
    return lives


def _has_person(spans: list[Span], date: Span, text: str, types: NameTypes) -> bool:
    """Whether the bracket in which the date stands follows the name of a person."""
    opening = text.rfind("(", 0, date.start)
    if opening < 0 or ")" in text[opening : date.start]:
        return False
    return any(
        span.kind is SpanKind.NAME and span.end == opening - 1 and types.class_of(span.text) == "person"
        for span in spans
    )
