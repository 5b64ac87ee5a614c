"""A fact in, the questions whose answer is typed out: one for each wording of its prompt."""

from __future__ import annotations

from questions.vocabulary import AnswerType, Kind

from .asking import ask
from .bank import BankFacts
from .facts import FactIn, MadeQuestion, Reason, Refusal


def make(fact: FactIn, bank: BankFacts) -> list[MadeQuestion | Refusal]:
    """At most two typed questions, or why there is none: no prompt, over four words, or a cause, told in many ways."""
    if not fact.prompts:
        return [Refusal(Kind.TYPED, Reason.NO_PROMPT, "There is no prompt of its own.")]
    if fact.is_long:
        return [Refusal(Kind.TYPED, Reason.TOO_LONG, "An answer of more than four words is never typed.")]
    if fact.answer_type is AnswerType.CAUSE:
        return [Refusal(Kind.TYPED, Reason.PROSE, "A cause can be told in too many ways to be graded word by word.")]
    return [
        ask(fact, bank, MadeQuestion(Kind.TYPED, wording, prompt, fact.answer, fact.accepted))
        for wording, prompt in enumerate(fact.prompts)
    ]
