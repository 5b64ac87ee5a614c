"""Pronouns: bound by a name before them that they can mean, and loose where nothing is."""

import pytest

from questions.sources.extraction.name_types import NameTypes
from questions.sources.extraction.pronouns import has_loose_pronoun
from questions.text.english.capitals import Capitals
from questions.text.english.reading import find_spans


@pytest.mark.parametrize(
    ("text", "is_loose"),
    [
        ("On 4 May 1722, Vell Orun reached the coast when he sailed with the fleet.", False),
        ("In the village of Vell, he sailed with the fleet.", True),
        ("According to the report of Orin it rose to 30 in 1722.", True),
        ("The harbour lost half of its ships in 1722.", False),
        ("The ships left with him.", True),
        ("There was a rush to bring it into the harbour.", True),
        ("In Orin it took a little over three years for all states to sign.", False),
    ],
)
def test_a_pronoun_needs_something_before_it(text, is_loose):
    assert has_loose_pronoun(text, find_spans(text, Capitals()), NameTypes()) is is_loose
