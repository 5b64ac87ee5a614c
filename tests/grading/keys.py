"""An answer type and its answers in; out comes an answer key for a test."""

from questions.grading import AnswerKey, Verdict, grade
from questions.vocabulary import AnswerType, Kind


def key(
    answer_type: AnswerType, answer: str, *accepted: str, rivals=(), unit: str = "", question: str = ""
) -> AnswerKey:
    """A key whose rivals may be plain texts or tuples of alternatives."""
    told = tuple((rival,) if isinstance(rival, str) else rival for rival in rivals)
    return AnswerKey(answer, answer_type, accepted, told, unit, question)


def typed(asked: AnswerKey, given: str) -> Verdict:
    """The verdict on a typed answer."""
    return grade(Kind.TYPED, asked, given)
