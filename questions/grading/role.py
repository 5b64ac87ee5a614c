"""A short role ("prime minister") in; out comes a verdict. Here a title is the answer, so it counts."""

from .verdict import AnswerKey, Verdict
from .words import WordRules, grade_words

RULES = WordRules(leading=("as",))


def grade(key: AnswerKey, given: str) -> Verdict:
    """The verdict on a typed role; "as the president" is president. Longer roles are asked as choice or recall."""
    return grade_words(key, given, RULES)
