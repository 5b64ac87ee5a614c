"""Facts as generation sees them in; made questions and refusals out. Frozen values only."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from questions.vocabulary import LONGEST_TYPED_ANSWER, PROSE_TYPES, AnswerType, Kind


@dataclass(frozen=True, slots=True)
class FactIn:
    """One fact with its statement. `sentence` is the whole statement, `cloze` the same with a gap for the answer."""

    key: str
    statement: str
    unit: str
    position: int
    answer: str
    answer_type: AnswerType
    sentence: str
    cloze: str
    prompts: tuple[str, ...] = ()
    accepted: tuple[str, ...] = ()
    options: tuple[str, ...] = ()
    also_true: tuple[str, ...] = ()
    unit_of_measure: str = ""
    claim_of: str = ""
    is_distinct: bool = False

    @property
    def names(self) -> tuple[str, ...]:
        """The answer and everything accepted for it."""
        return (self.answer, *self.accepted)

    @property
    def is_long(self) -> bool:
        """Whether the answer has more than four words, so that it is never typed or blanked."""
        return len(self.answer.split()) > LONGEST_TYPED_ANSWER

    @property
    def needs_author(self) -> bool:
        """Whether only an author can write its wrong options."""
        return self.is_long or self.answer_type in PROSE_TYPES


class Reason(StrEnum):
    """Why a kind was refused."""

    ANSWER_IN_PROMPT = "answer_in_prompt"
    CLAIMANT_MISSING = "claimant_missing"
    DUPLICATE = "duplicate"
    NO_PROMPT = "no_prompt"
    NOT_SELF_CONTAINED = "not_self_contained"
    PROSE = "prose"
    SHORT = "short"
    TOO_FEW_OPTIONS = "too_few_options"
    TOO_LONG = "too_long"
    TRIVIAL = "trivial"
    TWO_ANSWERS_FIT = "two_answers_fit"


BY_DESIGN = frozenset({Reason.NO_PROMPT, Reason.PROSE, Reason.SHORT, Reason.TOO_LONG})
"""Refusals that are no fault of anyone: the kind does not suit the fact."""


@dataclass(frozen=True, slots=True)
class MadeQuestion:
    """One way of asking a fact. `distractors` is the pool of wrong options, best first; empty unless a choice."""

    kind: Kind
    wording: int
    prompt: str
    answer: str
    accepted: tuple[str, ...]
    distractors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Refusal:
    kind: Kind
    reason: Reason
    message: str


@dataclass(frozen=True, slots=True)
class Made:
    questions: tuple[MadeQuestion, ...]
    refused: tuple[Refusal, ...]
