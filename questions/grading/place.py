"""A place's name in; out comes a verdict. "In Omsk" is Omsk; countries that differ by a letter stay different."""

from .verdict import AnswerKey, Verdict
from .words import WordRules, grade_words

RULES = WordRules(leading=("in", "at"))


def grade(key: AnswerKey, given: str) -> Verdict:
    """The verdict on a typed place; a preposition that asks nothing ("in", "at") is let pass, "near" is not."""
    return grade_words(key, given, RULES)
