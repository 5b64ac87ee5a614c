"""The values of grading: what is asked of an answer goes in (AnswerKey), what was found comes out (Verdict)."""

from dataclasses import dataclass
from enum import StrEnum

from questions.vocabulary import AnswerType, Outcome

LONGEST_ANSWER = 500
"""Characters; a longer typed answer is wrong unread."""


class Forgiven(StrEnum):
    """A difference between the given and the accepted answer that grading let pass."""

    CASE = "case"
    ACCENTS = "accents"
    PUNCTUATION = "punctuation"
    SPACING = "spacing"
    ARTICLE = "article"
    TITLE = "title"
    NUMBER_WORDS = "number_words"
    SEPARATORS = "separators"
    EXTRA_WORDS = "extra_words"
    FINER = "finer"
    ALTERNATIVE = "alternative"
    SURNAME = "surname"
    ORDER = "order"
    TYPO = "typo"


@dataclass(frozen=True)
class AnswerKey:
    """What counts as right: the answer, fully right alternatives, and what it must not be confused with.

    `rivals` are the other answers of that type in the bank, each a tuple of the answer and its alternatives; a rival
    that is this very answer is recognised and does no harm. `unit` is what a quantity counts ("troops"), and
    `question` what was asked, whose words a quantity may repeat.
    """

    answer: str
    answer_type: AnswerType
    accepted: tuple[str, ...] = ()
    rivals: tuple[tuple[str, ...], ...] = ()
    unit: str = ""
    question: str = ""

    @property
    def right(self) -> tuple[str, ...]:
        """All fully right answers, the main one first."""
        return (self.answer, *self.accepted)


@dataclass(frozen=True)
class Verdict:
    """What grading found, what it forgave, which accepted answer it was matched with, and one sentence for the learner.

    `forgiven` is empty unless the answer counts; `matched` is empty for a wrong one; `message` is empty where there is
    nothing to say (an exactly right answer).
    """

    outcome: Outcome
    forgiven: tuple[Forgiven, ...] = ()
    matched: str = ""
    message: str = ""
