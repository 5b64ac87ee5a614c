"""The nearest answers first: by time or size, then by unit, then by the order of teaching."""

from __future__ import annotations

import pytest

from questions.generation.nearest import line_up, nearest
from questions.vocabulary import AnswerType
from tests.generation.invented import fact


def walked(answer_type, mine, *others):
    """The answers of `others`, each (answer, unit, position), as they are met from `mine`."""
    facts = [fact(answer, answer_type, unit=unit, position=position) for answer, unit, position in (mine, *others)]
    return [other.answer for other in nearest(facts[0], line_up(facts)) if other is not facts[0]]


def test_years_come_by_their_distance_on_both_sides():
    found = walked(
        AnswerType.DATE, ("1871", "a", 5), ("1900", "a", 1), ("1869", "b", 2), ("1872", "b", 3), ("1860", "a", 4)
    )

    assert found == ["1872", "1869", "1860", "1900"]


def test_of_two_years_as_far_the_one_of_the_same_unit_comes_first():
    assert walked(AnswerType.DATE, ("1871", "a", 5), ("1873", "b", 4), ("1869", "a", 9)) == ["1869", "1873"]


def test_sizes_come_by_their_ratio():
    found = walked(
        AnswerType.QUANTITY, ("100 huts", "a", 1), ("160 huts", "a", 2), ("60 huts", "a", 3), ("900 huts", "a", 4)
    )

    assert found == ["160 huts", "60 huts", "900 huts"]  # 1.6, 1.67 and 9 times


def test_names_come_from_the_own_unit_first_then_from_near_it():
    found = walked(
        AnswerType.PLACE, ("Orin", "a", 5), ("Calder", "b", 4), ("Dun", "a", 9), ("Grey", "b", 1), ("Tarn", "a", 3)
    )

    assert found == ["Tarn", "Dun", "Calder", "Grey"]


@pytest.mark.parametrize(("mine", "other"), [("1871", "4 May 1872"), ("1871", "long ago")])
def test_a_date_of_another_precision_is_never_met(mine, other):
    assert walked(AnswerType.DATE, (mine, "a", 1), (other, "a", 2)) == []
