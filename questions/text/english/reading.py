"""A sentence and what its document shows of capitals in, everything in it that can be asked for out, in order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .date_spans import dates_in
from .name_spans import names_in
from .quantity_spans import quantities_in
from .term_spans import terms_in

if TYPE_CHECKING:
    from .capitals import Capitals
    from .spans import Span


def find_spans(text: str, capitals: Capitals) -> tuple[Span, ...]:
    """Dates first, then names, quantities and terms, none over another; in the order of the text."""
    found = dates_in(text)
    found += names_in(text, capitals, found)
    found += quantities_in(text, found)
    found += terms_in(text, found)
    return tuple(sorted(found, key=lambda span: span.start))
