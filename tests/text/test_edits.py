"""Distances of texts, counted by hand."""

import pytest

from questions.text.edits import edits_between, shared_words


@pytest.mark.parametrize(
    ("one", "other", "edits"),
    [
        ("ungern", "ungern", 0),
        ("ungern", "ungren", 1),  # two neighbours swapped
        ("ungern", "unger", 1),
        ("ungern", "ungermn", 1),
        ("ungern", "unxexn", 2),
    ],
)
def test_each_slip_of_the_fingers_is_one_edit(one, other, edits):
    assert edits_between(one, other, 5) == edits


def test_beyond_the_limit_the_count_stops():
    assert edits_between("abcdef", "uvwxyz", 2) == 3


def test_words_in_another_order_are_the_same_words():
    assert shared_words("the fall of the city", "of the city the fall") == 100
