"""Each reason for which a question was refused has its words for the reviewer."""

from questions.authoring.checks import IN_WORDS
from questions.generation.facts import Reason


def test_no_reason_lacks_its_words():
    assert set(IN_WORDS) == set(Reason)
    assert all(IN_WORDS.values())
