"""Sentences: where they end, and where a full stop belongs to an abbreviation."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from questions.text.english.sentences import split_sentences


def sentences(text: str) -> list[str]:
    return [text[start:end] for start, end in split_sentences(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One came. Two went.", ["One came.", "Two went."]),
        ("It melts at 565 °C. Nobody knew.", ["It melts at 565 °C.", "Nobody knew."]),
        ("Dr. Smith met J. R. Jones in the U.S. Army.", ["Dr. Smith met J. R. Jones in the U.S. Army."]),
        ("He left at 3.5 p.m. on Sunday. She stayed.", ["He left at 3.5 p.m. on Sunday.", "She stayed."]),
        ("It was sold to Ashby & Co. In 1901 it closed.", ["It was sold to Ashby & Co.", "In 1901 it closed."]),
        ("“Why?” she said. (Nobody knew.) They went.", ["“Why?” she said.", "(Nobody knew.)", "They went."]),
        ("They told these stories.Later others came.", ["They told these stories.", "Later others came."]),
        ("  ", []),
    ],
)
def test_a_sentence_ends_at_its_own_full_stop(text, expected):
    assert sentences(text) == expected


@given(st.text(max_size=300))
def test_sentences_are_in_order_and_lose_nothing_but_space(text):
    found = split_sentences(text)
    assert all(start < end for start, end in found)
    assert all(one[1] <= other[0] for one, other in pairwise(found))
    assert "".join("".join(text[start:end].split()) for start, end in found) == "".join(text.split())
