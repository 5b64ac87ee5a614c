"""Causes: "because of" before the cause is let pass."""

import pytest

from questions.vocabulary import AnswerType, Outcome

from .keys import key, typed


@pytest.mark.parametrize(
    ("given", "outcome"),
    [
        ("because of the famine", Outcome.CORRECT),
        ("due to famine", Outcome.CORRECT),
        ("famin", Outcome.NEAR_MISS),
        ("despite the famine", Outcome.WRONG),
        ("famine and war", Outcome.WRONG),
    ],
)
def test_a_cause_is_named(given, outcome):
    assert typed(key(AnswerType.CAUSE, "famine"), given).outcome is outcome
