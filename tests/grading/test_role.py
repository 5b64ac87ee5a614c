"""Roles: here the title is the answer."""

import pytest

from questions.vocabulary import AnswerType, Outcome

from .keys import key, typed


@pytest.mark.parametrize(
    ("given", "outcome"),
    [
        ("the prime minister", Outcome.CORRECT),
        ("as prime minister", Outcome.CORRECT),
        ("prime ministr", Outcome.NEAR_MISS),
        ("minister", Outcome.WRONG),
        ("former prime minister", Outcome.WRONG),
    ],
)
def test_a_role_is_named_in_full(given, outcome):
    assert typed(key(AnswerType.ROLE, "Prime Minister"), given).outcome is outcome
