"""A fact in, its flashcards out: a prompt whose answer the learner recalls and compares with the model answer."""

from __future__ import annotations

from questions.vocabulary import Kind

from .asking import ask
from .bank import BankFacts
from .facts import FactIn, MadeQuestion, Reason, Refusal


def make(fact: FactIn, bank: BankFacts) -> list[MadeQuestion | Refusal]:
    """At most two recall questions for prose answers; refused for answers that can be typed, and without a prompt."""
    if not fact.prompts:
        return [Refusal(Kind.RECALL, Reason.NO_PROMPT, "There is no prompt of its own.")]
    if not fact.needs_author:
        return [Refusal(Kind.RECALL, Reason.SHORT, "A short answer is typed instead.")]
    return [
        ask(fact, bank, MadeQuestion(Kind.RECALL, wording, prompt, fact.answer, fact.accepted))
        for wording, prompt in enumerate(fact.prompts)
    ]
