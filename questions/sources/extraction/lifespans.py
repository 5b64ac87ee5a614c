"""The dates in the brackets behind a person's name in, the year of birth and the year of death out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from questions.text.english.spans import Span, SpanKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from .name_types import NameTypes

BORN, DIED = "born", "died"
_YEARS = re.compile(r"(\d{3,4})\s?[–—-]\s?(\d{3,4})")


def with_lifespans(spans: Iterable[Span], text: str, types: NameTypes) -> Iterator[Span]:
    """The spans, with two years, of the grains `born` and `died`, for each range that tells a person's life."""
    before: Span | None = None
    for span in spans:
        years = _YEARS.fullmatch(span.text) if span.grain == "range" else None
        if years and before and _is_life(before, span, text, types):
            for group, grain in ((1, BORN), (2, DIED)):
                start = span.start + years.start(group)
                yield Span(start, start + len(years[group]), years[group], SpanKind.DATE, grain)
        else:
            yield span
        before = span


def _is_life(name: Span, span: Span, text: str, types: NameTypes) -> bool:
    between = text[name.end : span.start]
    is_behind = between in {" (", " (c. "} and text[span.end : span.end + 1] == ")"
    return is_behind and name.kind is SpanKind.NAME and types.class_of(name.text) == "person"
