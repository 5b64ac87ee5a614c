"""A blank of unknown type is graded as what its answer looks like."""

import pytest

from questions.vocabulary import AnswerType, Outcome

from .keys import key, typed


@pytest.mark.parametrize(
    ("answer", "given", "outcome"),
    [
        ("72,000", "seventy-two thousand", Outcome.CORRECT),
        ("72,000", "73,000", Outcome.WRONG),
        ("11 November 1918", "November 11, 1918", Outcome.CORRECT),
        ("11 November 1918", "November 1918", Outcome.INCOMPLETE),
        ("monarchist", "the monarchist", Outcome.CORRECT),
        ("monarchist", "monarchsit", Outcome.NEAR_MISS),
        ("monarchist", "anarchist", Outcome.WRONG),
        ("may", "can", Outcome.WRONG),
    ],
)
def test_a_blank_is_filled(answer, given, outcome):
    assert typed(key(AnswerType.UNKNOWN, answer), given).outcome is outcome
