"""Facts for tests of generation, about an invented expedition."""

from __future__ import annotations

from itertools import count

from questions.generation.bank import BankFacts
from questions.generation.facts import FactIn
from questions.generation.make import make_questions
from questions.vocabulary import AnswerType, Kind

_numbers = count()


def fact(answer: str, answer_type: str = "place", *, says: str = "", prompt: str = "", **fields: object) -> FactIn:
    """A fact whose statement is `says` with the answer in the place of {}; a statement of its own unless told."""
    number = next(_numbers)
    says = says or f"Point {number} of the journey was {{}}."
    given = {
        "key": f"orin/s{number}/b",
        "statement": f"s{number}",
        "unit": "journey",
        "position": number,
        "prompts": (prompt,) if prompt else (),
        **fields,
    }
    return FactIn(
        answer=answer,
        answer_type=AnswerType(answer_type),
        sentence=says.replace("{}", answer),
        cloze=says.replace("{}", "_____"),
        **given,
    )


def bank(*facts: FactIn) -> BankFacts:
    return BankFacts.of(facts)


def made(one: FactIn, *others: FactIn, kind: Kind) -> list[tuple[str, str]]:
    """(question, answer) of one kind, of `one` in a bank with `others`."""
    found = make_questions(one, bank(one, *others)).questions
    return [(question.prompt, question.answer) for question in found if question.kind is kind]


def refused(one: FactIn, *others: FactIn) -> dict[str, tuple[str, str]]:
    """The last reason and message by kind."""
    found = make_questions(one, bank(one, *others)).refused
    return {str(refusal.kind): (str(refusal.reason), refusal.message) for refusal in found}
