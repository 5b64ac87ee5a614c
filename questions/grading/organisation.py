"""An organisation's name in; out comes a verdict. F.E.R. is FER, & is and, IX Corps is 9 Corps."""

from .verdict import AnswerKey, Verdict
from .words import WordRules, grade_words

RULES = WordRules(roman_anywhere=True)


def grade(key: AnswerKey, given: str) -> Verdict:
    """The verdict on a typed organisation; a unit's number may be in words, digits or Roman, but must be the same."""
    return grade_words(key, given, RULES)
