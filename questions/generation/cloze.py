"""A fact in, its statement with a gap out: the sentence shows every other blank, the answer is written into the gap."""

from __future__ import annotations

from questions.vocabulary import Kind

from .asking import fault_of_cloze
from .bank import BankFacts
from .facts import FactIn, MadeQuestion, Reason, Refusal


def make(fact: FactIn, bank: BankFacts) -> list[MadeQuestion | Refusal]:
    """One cloze, or why there is none: the answer has over four words, or the sentence does not ask for it alone."""
    if fact.is_long:
        return [Refusal(Kind.CLOZE, Reason.TOO_LONG, "An answer of more than four words is never blanked.")]
    if fault := fault_of_cloze(fact, bank):
        return [Refusal(Kind.CLOZE, *fault)]
    return [MadeQuestion(Kind.CLOZE, 0, fact.cloze, fact.answer, fact.accepted)]
