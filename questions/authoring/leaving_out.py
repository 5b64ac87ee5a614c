"""What drafting finds and leaves out in; the sentences from which nothing is proposed, each with its reason, out."""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING

from django.core.paginator import Paginator

from questions.models import Draft, LeftOut
from questions.sources.extraction import LeftOut as LeftOutIn
from questions.sources.extraction import Why

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from django.core.paginator import Page

    from questions.models import Bank
    from questions.sources.extraction import ExtractedFact

    from .storing import Drafted

MOST_LEFT_OUT = 5_000
"""Of one import, from its beginning: more than anyone reads."""
PER_PAGE = 50
IN_WORDS = {
    Why.POINTS_OUTSIDE: "it points at other sentences",
    Why.UNTOLD_THING: "only the text around it tells what it speaks of",
    Why.RELATIVE_TIME: "it counts time from another sentence",
    Why.DAY_OF_WRITING: "it holds for the day it was written, or shows a picture",
    Why.NOTHING_TO_ASK: "no date, number, name or term in it can be asked",
    Why.NOTHING_SAFE: "no question made of it would be safe",
    Why.QUESTION: "it is a question itself",
    Why.LONG_SENTENCE: "it is too long",
    Why.NO_SENTENCE: "it is no whole sentence",
    Why.PAGE_LINE: "it has no verb, or reads like a reference",
}
"""Each code as a reviewer reads it, the sentences first that are easiest to mend."""


class Leavings:
    """To be told of what is left out while a document is drafted. Of each other sentence two numbers are kept."""

    def __init__(self) -> None:
        self._left: list[LeftOutIn] = []
        self._places, self._ends = array("Q"), array("L")

    def leave_out(self, one: LeftOutIn) -> None:
        if len(self._left) < MOST_LEFT_OUT:
            self._left.append(one)

    def passing(self, facts: Iterable[ExtractedFact]) -> Iterator[ExtractedFact]:
        """The facts, as they come; the sentences that they are of are remembered."""
        for fact in facts:
            place = _place(fact.paragraph, fact.start)
            if not self._places or self._places[-1] != place:
                self._places.append(place)
                self._ends.append(fact.end)
            yield fact

    def beside(self, found: Sequence[Drafted], *, is_all: bool) -> list[LeftOutIn]:
        """What was left out, in the order of the text, where `found` is proposed. Where that `is_all`, so is each
        sentence of which nothing of what was found in it can be asked."""
        left = list(self._left)
        if is_all:
            asked = {_place(one.paragraph, one.draft.fact.start) for one in found}
            ends = zip(self._places, self._ends, strict=True)
            left += [_unsafe(place, end) for place, end in ends if place not in asked]
        return sorted(left, key=lambda one: (one.paragraph, one.start))[:MOST_LEFT_OUT]


def _place(paragraph: int, start: int) -> int:
    return (paragraph << 32) | start


def _unsafe(place: int, end: int) -> LeftOutIn:
    return LeftOutIn(place >> 32, place & 0xFFFFFFFF, end, Why.NOTHING_SAFE)


def left_out_of(bank: Bank, why: str, *, page: str | int = 1) -> Page[LeftOut]:
    """A page of the sentences of `bank` that were left out for the reason `why`; for any, where it is empty."""
    found = LeftOut.objects.waiting(bank)
    return Paginator(found.filter(why=why) if why else found, PER_PAGE).get_page(page)


def unit_of(one: LeftOut) -> int | None:
    """The unit of what is proposed from the same section, where anything is."""
    near = Draft.objects.filter(bank=one.bank_id, passage__document=one.passage.document_id)
    return near.filter(passage__section=one.passage.section).values_list("unit", flat=True).first()
