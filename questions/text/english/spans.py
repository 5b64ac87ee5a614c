"""A sentence in, the spans that a question can ask for out: dates, names, quantities, terms."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable


class SpanKind(StrEnum):
    DATE = "date"
    NAME = "name"
    QUANTITY = "quantity"
    TERM = "term"


class Span(NamedTuple):
    """A stretch of a text. `grain` is what a date is precise to (year, day, …) or a quantity measures (number, …)."""

    start: int
    end: int
    text: str
    kind: SpanKind
    grain: str = ""


class Taken:
    """The places of a text that earlier rules have claimed."""

    def __init__(self, spans: Iterable[Span] = ()) -> None:
        self._places = [(span.start, span.end) for span in spans]

    def is_free(self, start: int, end: int) -> bool:
        for other_start, other_end in self._places:  # noqa: SIM110 (asked for each word of a text)
            if start < other_end and other_start < end:
                return False
        return True

    def take(self, start: int, end: int) -> None:
        self._places.append((start, end))
