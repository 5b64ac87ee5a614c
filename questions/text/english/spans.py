"""A sentence in, the spans that a question can ask for out: dates, names, quantities, terms."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


class SpanKind(StrEnum):
    DATE = "date"
    NAME = "name"
    QUANTITY = "quantity"
    TERM = "term"


@dataclass(frozen=True, slots=True)
class Span:
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
        return not any(start < other_end and other_start < end for other_start, other_end in self._places)

    def take(self, start: int, end: int) -> None:
        self._places.append((start, end))
