"""Causes: what a sentence gives as the reason of its one clause, and nothing where that is not plain."""

import pytest

from questions.sources.extraction.causes import cause_in


@pytest.mark.parametrize(
    ("text", "cause"),
    [
        ("Mary Calder abandoned Ashby because the harbour had silted up.", "because the harbour had silted up"),
        ("Ashby taxed foreign ships in order to pay for the dyke.", "in order to pay for the dyke"),
        ("In 1734 the town declined, due to the great fire of Orin.", "due to the great fire of Orin"),
        (
            "The port closed because the river moved, but it opened again in 1722.",
            "because the river moved",
        ),
    ],
)
def test_a_reason_at_the_end_is_found_whole(text, cause):
    assert cause_in(text).text == cause


@pytest.mark.parametrize(
    "text",
    [
        "The port did not close because of this.",
        "Its fall was due to the great fire of Orin.",
        "Calder counted many deaths due to the great plague.",
        "Calder said that Ashby declined because the river had moved.",
        "The port grew not because the river moved but by chance.",
        "Ashby was poor and is empty because the river had moved.",
        "Because the river moved, the port closed in 1722.",
    ],
)
def test_what_is_not_plainly_a_reason_is_none(text):
    assert cause_in(text) is None
