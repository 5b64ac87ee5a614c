"""A card and an answer in; what grading finds out, or the answer handed back with the reason, uncounted."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from questions.grading import LONGEST_ANSWER, Verdict, grade
from questions.vocabulary import OFFERED, Kind, Outcome

from .cards import BadCard
from .keys import key_of

if TYPE_CHECKING:
    from .cards import Card

NOTHING_WRITTEN = "Nothing was written yet. Write an answer, or say that you do not know."
NOT_AN_OPTION = "Choose one of the options shown."
TOO_LONG = f"An answer has at most {LONGEST_ANSWER} characters. Write only the answer itself."

GAVE_UP = Verdict(Outcome.WRONG)


class Incomplete(Exception):
    """The answer is handed back, uncounted: coarser than asked (once), too long, or empty. The message says which."""


def judge(card: Card, given: str) -> Verdict:
    """What grading finds; raise `Incomplete` for what is handed back, `BadCard` for an option that was not shown."""
    if card.kind in OFFERED and given not in card.options:
        raise BadCard(NOT_AN_OPTION)
    if card.kind in {Kind.CLOZE, Kind.TYPED}:
        if not given.strip():
            raise Incomplete(NOTHING_WRITTEN)
        if len(given) > LONGEST_ANSWER:
            raise Incomplete(TOO_LONG)
    verdict = grade(Kind(card.kind), key_of(card.question, card.fact), given)
    if verdict.outcome is Outcome.INCOMPLETE and not card.asked_again:
        raise Incomplete(verdict.message)
    return final(verdict)


def final(verdict: Verdict) -> Verdict:
    """The verdict as it is logged: what stays incomplete is wrong."""
    return replace(verdict, outcome=Outcome.WRONG) if verdict.outcome is Outcome.INCOMPLETE else verdict
