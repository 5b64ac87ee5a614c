"""A short cause ("famine") in; out comes a verdict. "Because of the famine" is famine."""

from .verdict import AnswerKey, Verdict
from .words import WordRules, grade_words

RULES = WordRules(leading=("because of", "because", "due to", "owing to"))


def grade(key: AnswerKey, given: str) -> Verdict:
    """The verdict on a typed cause; most causes are prose and are asked as choice or recall."""
    return grade_words(key, given, RULES)
