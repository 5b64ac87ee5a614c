"""A sentence of which no fact was made in; why that is, as a code, out."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from .references import Fault

if TYPE_CHECKING:
    from .statements import Statement


class Why(StrEnum):
    """Why a sentence was left out. No code is one of those for which a question was refused."""

    QUESTION = "question"
    PAGE_LINE = "page_line"
    NO_SENTENCE = "no_sentence"
    LONG_SENTENCE = "long_sentence"
    POINTS_OUTSIDE = "points_outside"
    UNTOLD_THING = "untold_thing"
    DAY_OF_WRITING = "day_of_writing"
    RELATIVE_TIME = "relative_time"
    NOTHING_TO_ASK = "nothing_to_ask"
    NOTHING_SAFE = "nothing_safe"


@dataclass(frozen=True, slots=True)
class LeftOut:
    """The sentence `paragraphs[paragraph].text[start:end]` of a document."""

    paragraph: int
    start: int
    end: int
    why: Why


_WHY = {
    Fault.FURNITURE: Why.PAGE_LINE,
    Fault.TOO_SHORT: Why.NO_SENTENCE,
    Fault.BROKEN: Why.NO_SENTENCE,
    Fault.TOO_LONG: Why.LONG_SENTENCE,
    Fault.POINTS_OUTSIDE: Why.POINTS_OUTSIDE,
    Fault.OPENS_WITH_REFERENCE: Why.POINTS_OUTSIDE,
    Fault.CONNECTIVE: Why.POINTS_OUTSIDE,
    Fault.PRONOUN: Why.POINTS_OUTSIDE,
    Fault.BARE_DEFINITE: Why.UNTOLD_THING,
    Fault.VAGUE: Why.UNTOLD_THING,
    Fault.TIME_OF_WRITING: Why.DAY_OF_WRITING,
    Fault.RELATIVE_TIME: Why.RELATIVE_TIME,
}
"""What is said of each fault; where a sentence has several, the first of these."""
_CLOSING = "\"'”’)]"


def left_out(statement: Statement, paragraph: int) -> LeftOut:
    """The sentence of `statement`, which cannot be used or of which nothing can be asked."""
    return LeftOut(paragraph, statement.start, statement.end, _why(statement))


def _why(statement: Statement) -> Why:
    if statement.sentence.rstrip(_CLOSING).endswith("?"):
        return Why.QUESTION
    return next((why for fault, why in _WHY.items() if fault in statement.faults), Why.NOTHING_TO_ASK)
