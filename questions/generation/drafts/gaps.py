"""A fact in, its statement with a gap for the answer out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from questions.text.english.cues import with_cue

if TYPE_CHECKING:
    from .material import Found

GAP = "_____"


def with_gap(fact: Found) -> str:
    """The statement of `fact`, behind what leads to it, with a gap for its answer."""
    return replaced(fact, GAP)


def replaced(fact: Found, value: str) -> str:
    """The statement of `fact` with `value` instead of its answer."""
    text = f"{fact.text[: fact.answer_start]}{value}{fact.text[fact.answer_end :]}"
    return with_cue(fact.cue, f"{fact.lead} {text}" if fact.lead else text)
