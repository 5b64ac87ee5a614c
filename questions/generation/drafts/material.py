"""What drafting takes in, as shapes (facts found in a text, and the text), and what it gives out: drafts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence

    from questions.generation.facts import MadeQuestion, Refusal
    from questions.vocabulary import AnswerType


class Found(Protocol):
    """A fact as extraction finds it; what each value means is said there."""

    @property
    def paragraph(self) -> int: ...
    @property
    def sentence(self) -> str: ...
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...
    @property
    def text(self) -> str: ...
    @property
    def lead(self) -> str: ...
    @property
    def answer(self) -> str: ...
    @property
    def answer_start(self) -> int: ...
    @property
    def answer_end(self) -> int: ...
    @property
    def answer_type(self) -> AnswerType: ...
    @property
    def name_class(self) -> str: ...
    @property
    def grain(self) -> str: ...
    @property
    def noun(self) -> str: ...
    @property
    def resolved(self) -> tuple[str, ...]: ...
    @property
    def score(self) -> float: ...
    @property
    def is_weak(self) -> bool: ...
    @property
    def is_topic(self) -> bool: ...
    @property
    def cue(self) -> str: ...


class Block(Protocol):
    @property
    def text(self) -> str: ...


class Source(Protocol):
    """The text that the facts come from."""

    @property
    def title(self) -> str: ...
    @property
    def paragraphs(self) -> Sequence[Block]: ...


@dataclass(frozen=True, slots=True)
class Draft:
    """One fact with its questions, the kind of most trust first, and the reason for each kind that was refused.

    `score` ranks drafts, higher is better: the fact's own, more where it is asked in a question of its own wording.
    """

    fact: Found
    questions: tuple[MadeQuestion, ...]
    refused: tuple[Refusal, ...]
    score: float
