"""The values at the border of grading."""

from questions.grading import AnswerKey
from questions.vocabulary import AnswerType


def test_the_main_answer_is_the_first_of_the_right_ones():
    assert AnswerKey("FER", AnswerType.TERM, ("Far Eastern Republic",)).right == ("FER", "Far Eastern Republic")
