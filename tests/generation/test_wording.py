"""Texts within texts, word by word, and what carries their meaning."""

import pytest

from questions.generation.wording import content, key_of, overlap, stands_in, stem


@pytest.mark.parametrize(
    ("part", "whole", "stands"),
    [
        ("Orin", "from Orin to Vell", True),
        ("Orin", "the Orinoco", False),
        ("the Kettle Society", "by Kettle Society members", True),
        ("Ashby Orin", "Ashby of Orin", False),
        ("", "anything", False),
        ("!", "anything", False),
        ("Orin", "Orin", True),
        ("1871", "1871-1872", True),
        ("1871", "18711", False),
    ],
)
def test_a_part_stands_in_a_whole_word_by_word(part, whole, stands):
    assert stands_in(part, whole) is stands


def test_names_overlap_in_either_direction():
    assert (overlap("Lake Orin", "Orin"), overlap("Orin", "Lake Orin"), overlap("Lake Orin", "Lake Vell")) == (
        True,
        True,
        False,
    )


def test_the_key_of_a_name_has_no_case_accent_or_article():
    assert key_of("The Café of the Lake") == key_of("cafe of lake")


@pytest.mark.parametrize(
    ("word", "rough"),
    [("mongolia", "mongol"), ("mongolian", "mongol"), ("mongols", "mongol"), ("lake", "lake"), ("1920s", "1920s")],
)
def test_words_of_one_family_have_one_stem(word, rough):
    assert stem(word) == rough


def test_content_leaves_out_what_every_prompt_has():
    assert content("In which year was the lake of Orin found?") == {"lake", "orin", "found"}
