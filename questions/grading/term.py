"""A term in; out comes a verdict. A prefix that turns its meaning round (in-, un-, anti-) is never a typo."""

from .verdict import AnswerKey, Verdict
from .words import grade_words


def grade(key: AnswerKey, given: str) -> Verdict:
    """The verdict on a typed term: the plain word rules; hyphens and spaces within it do not count."""
    return grade_words(key, given)
