"""A claim in, the question whether it is true out. Which claims are worth it, drafts and editors say."""

from __future__ import annotations

from questions.vocabulary import Kind

from .facts import MadeQuestion

TRUE, FALSE = "true", "false"


def claim(text: str, *, is_true: bool) -> MadeQuestion:
    """`text` as a question whose answer is “true” or “false”."""
    right, other = (TRUE, FALSE) if is_true else (FALSE, TRUE)
    return MadeQuestion(Kind.TRUE_FALSE, 0, text, right, (), (other,))
