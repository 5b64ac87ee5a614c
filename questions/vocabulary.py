"""The field's words as plain values: kinds, answer types, outcomes of grading, ratings. Nothing in, names out."""

from enum import IntEnum, StrEnum


class Kind(StrEnum):
    """A way of asking a fact."""

    CHOICE = "choice"
    CLOZE = "cloze"
    TYPED = "typed"
    RECALL = "recall"
    TRUE_FALSE = "true_false"


OFFERED = frozenset({Kind.CHOICE, Kind.TRUE_FALSE})
"""Kinds whose answer is one of the options shown."""


class AnswerType(StrEnum):
    """What an answer is; decides how it is graded and which options may stand beside it."""

    PERSON = "person"
    PLACE = "place"
    ORGANISATION = "organisation"
    EVENT = "event"
    DATE = "date"
    QUANTITY = "quantity"
    TERM = "term"
    ROLE = "role"
    CAUSE = "cause"
    UNKNOWN = "unknown"


class Outcome(StrEnum):
    """What grading found. `INCOMPLETE` (a right date, coarser than asked) is handed back once and never recorded."""

    CORRECT = "correct"
    NEAR_MISS = "near_miss"
    WRONG = "wrong"
    INCOMPLETE = "incomplete"


class Rating(IntEnum):
    """FSRS's four grades."""

    AGAIN = 1
    HARD = 2
    GOOD = 3
    EASY = 4


PROSE_TYPES = frozenset({AnswerType.CAUSE, AnswerType.ROLE})
"""Types whose wrong options only an author can write."""

LONGEST_TYPED_ANSWER = 4
"""Words; a longer answer is never typed or blanked."""
