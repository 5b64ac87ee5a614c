"""A fact, one of its prompts and its bank in; out comes why that prompt may not be asked, or nothing."""

from __future__ import annotations

from questions.text.fold import fold

from .bank import BankFacts, same_answer
from .facts import FactIn, Made, MadeQuestion, Reason, Refusal
from .standing import dangling
from .wording import key_of, stands_in

Fault = tuple[Reason, str]
"""The reason and a sentence for the author."""

LEAST_NAME = 4
"""Letters of a claimant's name that is looked for in a prompt."""


def fault_of_prompt(fact: FactIn, prompt: str, bank: BankFacts) -> Fault | None:
    """Why `prompt` may not ask for the answer of `fact`; None when it may."""
    if found := _answer_in(fact, prompt):
        return Reason.ANSWER_IN_PROMPT, f"The prompt “{prompt}” holds its own answer “{found}”."
    if not fact.is_distinct and (word := dangling(prompt)):
        return Reason.NOT_SELF_CONTAINED, f"In the prompt “{prompt}” the word “{word}” points at nothing."
    if fact.claim_of and not names_claimant(fact.claim_of, prompt):
        return Reason.CLAIMANT_MISSING, f"The prompt “{prompt}” does not say that {fact.claim_of} claims it."
    return _fault_of_place(fact, bank.by_prompt.get(key_of(prompt), ()), f"the prompt “{prompt}”")


def fault_of_cloze(fact: FactIn, bank: BankFacts) -> Fault | None:
    """Why the statement with a gap may not ask for the answer of `fact`; None when it may."""
    if found := _answer_in(fact, fact.cloze):
        return Reason.ANSWER_IN_PROMPT, f"The statement holds “{found}” outside its blank."
    if not fact.is_distinct and (word := dangling(fact.sentence)):
        return Reason.NOT_SELF_CONTAINED, f"In the statement the word “{word}” points at nothing."
    if fact.claim_of and not names_claimant(fact.claim_of, fact.sentence):
        return Reason.CLAIMANT_MISSING, f"The statement does not say that {fact.claim_of} claims it."
    return _fault_of_place(fact, bank.by_cloze.get(key_of(fact.cloze), ()), "the statement with this gap")


def names_claimant(claimant: str, text: str) -> bool:
    """Whether a word of at least four letters of the claimant's name stands in `text`."""
    said = fold(text).split()
    return any(word in said or f"{word}s" in said for word in fold(claimant).split() if len(word) >= LEAST_NAME)


def _answer_in(fact: FactIn, text: str) -> str:
    return next((name for name in fact.names if stands_in(name, text)), "")


def _fault_of_place(fact: FactIn, sharers: tuple[FactIn, ...], place: str) -> Fault | None:
    """What is wrong where several facts are asked in the same words."""
    for other in sharers:
        if other.key == fact.key:
            continue
        if not same_answer(fact, other):
            return (
                Reason.TWO_ANSWERS_FIT,
                f"{place[0].upper()}{place[1:]} also asks for “{other.answer}” ({other.key}).",
            )
        if other.position < fact.position:
            return Reason.DUPLICATE, f"{place[0].upper()}{place[1:]} asks the same as {other.key}."
    return None


def ask(fact: FactIn, bank: BankFacts, question: MadeQuestion) -> MadeQuestion | Refusal:
    """`question`, or its refusal where its prompt may not be asked."""
    fault = fault_of_prompt(fact, question.prompt, bank)
    return Refusal(question.kind, *fault) if fault else question


def gather(made: list[MadeQuestion | Refusal]) -> Made:
    """The questions and the refusals, apart."""
    return Made(
        tuple(one for one in made if isinstance(one, MadeQuestion)),
        tuple(one for one in made if isinstance(one, Refusal)),
    )
