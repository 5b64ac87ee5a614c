"""Words a slip apart that mean different things."""

import pytest

from questions.grading.look_alikes import are_different_words


@pytest.mark.parametrize(
    ("one", "other", "are_different"),
    [
        ("russia", "prussia", True),
        ("east", "west", True),
        ("legal", "illegal", True),
        ("independence", "dependence", True),
        ("russia", "russia", False),
        ("vladivostok", "vladivostock", False),
        ("urga", "furga", False),
    ],
)
def test_two_words_are_known_to_differ(one, other, are_different):
    assert are_different_words(one, other) is are_different
