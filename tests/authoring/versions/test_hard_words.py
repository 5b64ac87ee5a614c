"""Which words of a sentence carry its facts."""

import pytest

from questions.authoring.versions.hard_words import hard_words, loses_facts


def test_figures_numbers_and_names_carry_facts():
    assert sorted(hard_words("The dam at Karsten broke on 9 March and 1,214 of two villages died.")) == [
        *("1214", "9", "Karsten", "March", "two"),
    ]


@pytest.mark.parametrize(
    ("new", "is_lost"),
    [
        ("In 1802 Karsten was founded.", False),
        ("Karsten was, as is known, founded in 1802 by Ilse Brandom.", False),
        ("Karsten was founded in 1803.", True),
        ("Ondrel was founded in 1802.", True),
        ("Karsten was founded long ago.", True),
    ],
)
def test_a_fact_is_lost_where_its_word_is_not_there_any_more(new, is_lost):
    assert loses_facts("The village of Karsten was founded in 1802.", new) is is_lost


def test_one_of_two_equal_names_replaced_is_a_loss():
    assert loses_facts("Lake Velmar feeds Velmar and Ondrel.", "Lake Velmar feeds Oskin and Ondrel.")
    assert not loses_facts("Lake Velmar feeds Velmar and Ondrel.", "Lake Velmar feeds both villages, and Ondrel.")
