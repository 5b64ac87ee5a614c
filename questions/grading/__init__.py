"""An answer in, a verdict out; one file an answer type. `grade` is the way in."""

from .grade import grade
from .verdict import LONGEST_ANSWER, AnswerKey, Forgiven, Verdict

__all__ = ["LONGEST_ANSWER", "AnswerKey", "Forgiven", "Verdict", "grade"]
