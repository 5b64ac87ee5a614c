"""A fact from a row of a table in; “What is the capital of …?” out, or None for any other fact."""

from __future__ import annotations

from typing import TYPE_CHECKING

from questions.vocabulary import AnswerType

if TYPE_CHECKING:
    from .material import Found

ROW = "row"


def ask_row(fact: Found) -> str | None:
    """The question for a fact whose statement is “The … of … is ….”."""
    if fact.grain != ROW:
        return None
    asked = "Who" if fact.answer_type is AnswerType.PERSON else "What"
    subject = fact.text[: fact.answer_start].removesuffix(" is ").removeprefix("The ")
    return f"{asked} is the {subject}?"
