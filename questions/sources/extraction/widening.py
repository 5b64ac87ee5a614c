"""The spans of a statement in, the same out with whole names: a town with its state, a king with his country."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from questions.text.english.lexicon import load
from questions.text.english.spans import Span, SpanKind
from questions.text.english.tokens import MONTH

from .refusals import ROW_GOES_ON

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

MOST_WORDS = 5
"""Of a whole name."""
_STATE = re.compile(r".*\b(?:state|province|country|kingdom)")
_PLACED = re.compile(r"\b(?:in|at|near|from|of|to)\s$")
_RULER = re.compile(r"[A-ZÀ-Þ][a-zà-þ]+ [IVX]+")
_CLOSES = re.compile(r"[,.;)]|\s(?![A-ZÀ-Þ])")
_MONTH_AND = re.compile(rf"\b{MONTH} and $")
_ITS_YEAR = re.compile(r"\d{4}$")


def widened(spans: Iterable[Span], text: str) -> Iterator[Span]:
    """The spans; two that are one name become one, and of “in November and December 1642” only the year is left."""
    before: Span | None = None
    for span in spans:
        if before and (whole := _joined(before, span, text)):
            before = whole
            continue
        if before:
            yield before
        before = _year_of_two_months(span, text)
    if before:
        yield before


def _joined(first: Span, second: Span, text: str) -> Span | None:
    """The one name that two are: “Ashby, Kentucky”, “Henry IV of England”, “University of Texas at Arlington”."""
    if not first.kind is second.kind is SpanKind.NAME or not _CLOSES.match(text, second.end):
        return None
    whole, between = text[first.start : second.end], text[first.end : second.start]
    is_one = (
        (between == ", " and _is_placed(first, second, text))
        or (between == " of " and bool(_RULER.fullmatch(first.text)))
        or (between == " at " and first.text.startswith("University of "))
    )
    return first._replace(end=second.end, text=whole) if is_one and len(whole.split()) <= MOST_WORDS else None


def _is_placed(town: Span, state: Span, text: str) -> bool:
    """Whether the second name tells where the first lies, and is no further member of a row."""
    is_in = _is_state(state.text) and not _is_state(town.text) and bool(_PLACED.search(text[: town.start]))
    return is_in and not ROW_GOES_ON.match(text, state.end)


def _is_state(name: str) -> bool:
    return bool(_STATE.fullmatch(load().names.get(name, ("", ""))[1]))


def _year_of_two_months(span: Span, text: str) -> Span:
    if span.kind is not SpanKind.DATE or span.grain != "month" or not _MONTH_AND.search(text[: span.start]):
        return span
    year = _ITS_YEAR.search(span.text)
    start = span.start + year.start() if year else span.start
    return Span(start, span.end, year[0], SpanKind.DATE, "year") if year else span
