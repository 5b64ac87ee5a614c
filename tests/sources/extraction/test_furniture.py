"""Entries of bibliographies and lines of pages: told wherever they stand in a sentence."""

import pytest

from questions.sources.extraction.furniture import is_furniture


@pytest.mark.parametrize(
    "sentence",
    [
        "Calder, Mary (1898). A history of the marshes was printed.",
        "The marshes were drained, 1975: Orin Press printed it.",
        "It was said by Calder (1998). The marshes were drained.",
        "The marshes were drained (see p. 12) in Orin.",
        "The marshes were drained, Calder et al. said so.",
        "The map was **drawn** in Orin.",
        "This page sets cookies while it is read.",
        "See also what was written of Orin.",
        "“Share what you have read of Orin.",
    ],
)
def test_an_entry_is_told(sentence):
    assert is_furniture(sentence)


def test_a_plain_sentence_is_none():
    assert not is_furniture("The map of Orin was drawn in 1871, and Calder printed it.")
