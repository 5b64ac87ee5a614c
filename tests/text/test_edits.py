"""Distances of texts, counted by hand."""

import pytest

from questions.text.edits import containment, edits_between, likeness, shared_words


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


def test_words_in_another_order_are_nearly_as_alike():
    assert likeness("The dam broke in March.", "The dam broke in March.") == 100
    assert 90 < likeness("the dam broke in march", "in march the dam broke") < 100
    assert likeness("The dam broke in March.", "Ships call at Ondrel") < 60


def test_a_part_stands_in_its_whole():
    assert containment("the dam broke", "one night the dam broke at last") == 100
    assert containment("the dam broke", "ships call at Ondrel") < 60
