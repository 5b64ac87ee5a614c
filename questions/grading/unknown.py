"""A blank of unknown type in; out comes a verdict: as a date or an amount if the right answer is one, else as words."""

from questions.text.dates import parse_date
from questions.text.quantities import parse_quantity

from . import date, quantity
from .verdict import AnswerKey, Verdict
from .words import grade_words


def grade(key: AnswerKey, given: str) -> Verdict:
    """The verdict on a blank that only a cloze asks; a number must be exact whatever it counts."""
    if any(letter.isdigit() for letter in key.answer):
        if parse_date(key.answer) is not None:
            return date.grade(key, given)
        if parse_quantity(key.answer) is not None:
            return quantity.grade(key, given)
    return grade_words(key, given)
