"""A fact in, its multiple-choice questions out, each with the whole pool of wrong options; two of them are shown."""

from __future__ import annotations

from questions.vocabulary import Kind

from .asking import Fault, ask, fault_of_cloze
from .bank import BankFacts
from .facts import FactIn, MadeQuestion, Reason, Refusal
from .options import LEAST, pool

STEM = "Which fills the gap?"
NONE_YET = "There is no wrong option yet; two are needed."
ONLY_ONE = "There is only one wrong option yet; two are needed."


def make(fact: FactIn, bank: BankFacts) -> list[MadeQuestion | Refusal]:
    """One choice for each prompt, or one on the statement with a gap; refused with under two safe wrong options."""
    options = pool(fact, bank)
    if len(options) < LEAST:
        message = ONLY_ONE if options else NONE_YET
        return [Refusal(Kind.CHOICE, Reason.TOO_FEW_OPTIONS, message)]
    if fact.prompts:
        return [ask(fact, bank, _question(fact, at, prompt, options)) for at, prompt in enumerate(fact.prompts)]
    fault: Fault | None = fault_of_cloze(fact, bank)
    if fault:
        return [Refusal(Kind.CHOICE, *fault)]
    return [_question(fact, 0, f"{STEM} {fact.cloze}", options)]


def _question(fact: FactIn, wording: int, prompt: str, options: tuple[str, ...]) -> MadeQuestion:
    return MadeQuestion(Kind.CHOICE, wording, prompt, fact.answer, fact.accepted, options)
