"""A fact in, its claim out: its statement as it is, or with a near value that is wrong; only dates and numbers."""

from __future__ import annotations

from hashlib import sha256

from questions.vocabulary import AnswerType, Kind

from .asking import fault_of_cloze
from .bank import BankFacts
from .facts import FactIn, MadeQuestion, Reason, Refusal
from .options import pool

TRUE, FALSE = "true", "false"
ASKED = frozenset({AnswerType.DATE, AnswerType.QUANTITY})
"""Of other answers a near wrong one can too easily be true as well, or be silly."""
_GAP = "_____"


def make(fact: FactIn, bank: BankFacts) -> list[MadeQuestion | Refusal]:
    """One claim, true or false by the fact's key; refused for all but dates and numbers, and without a wrong value."""
    if fact.answer_type not in ASKED or fact.is_long:
        return [Refusal(Kind.TRUE_FALSE, Reason.PROSE, "Only dates and numbers are asked as true or false.")]
    if fault := fault_of_cloze(fact, bank):
        return [Refusal(Kind.TRUE_FALSE, *fault)]
    wrong = pool(fact, bank)
    if not wrong or fact.cloze.count(_GAP) != 1:
        return [Refusal(Kind.TRUE_FALSE, Reason.TOO_FEW_OPTIONS, "There is no near value that is surely wrong.")]
    is_true = sha256(fact.key.encode()).digest()[0] % 2 == 0
    return [claim(fact.cloze.replace(_GAP, fact.answer if is_true else wrong[0]), is_true=is_true)]


def claim(text: str, *, is_true: bool) -> MadeQuestion:
    """`text` as a question whose answer is “true” or “false”."""
    right, other = (TRUE, FALSE) if is_true else (FALSE, TRUE)
    return MadeQuestion(Kind.TRUE_FALSE, 0, text, right, (), (other,))
