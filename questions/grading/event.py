"""An event's name in; out comes a verdict. World War One is World War I; the year in a name is never a typo."""

from .verdict import AnswerKey, Verdict
from .words import WordRules, grade_words

RULES = WordRules(roman_anywhere=True, leading=("during",))


def grade(key: AnswerKey, given: str) -> Verdict:
    """The verdict on a typed event; "the Revolution of 1911" and "of 1921" are two events."""
    return grade_words(key, given, RULES)
