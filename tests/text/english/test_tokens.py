"""Words: found without a rule of one's own for each, as the rule would find them."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from questions.text.english.date_spans import _COMPILED as DATES
from questions.text.english.quantity_spans import _COMPILED as QUANTITIES
from questions.text.english.quantity_spans import _rules_for
from questions.text.english.tokens import holds_word, plain_words, stands_in_words

LETTERS = st.text(alphabet="aAsSkKiIſıİK_-’' .éÉß1", max_size=12)
PARTS = st.text(alphabet="aAsSkKiI_-’é1", min_size=1, max_size=3)


@given(PARTS, LETTERS)
def test_a_part_stands_in_a_text_as_a_rule_that_ignores_case_says(part, text):
    rule = rf"(?<!\w){re.escape(part)}(?!\w)"
    assert stands_in_words(part, text) == bool(re.search(rule, text, re.IGNORECASE))


@given(PARTS, LETTERS)
def test_a_word_is_held_as_a_rule_with_two_boundaries_says(word, text):
    assert holds_word(word, text) == bool(re.search(rf"\b{re.escape(word)}\b", text))


def test_plain_words_part_at_every_sign():
    assert plain_words("The U.S. twenty-five, the") == {"the", "u", "s", "twenty", "five"}


@pytest.mark.parametrize(
    "text",
    [
        "from 1914 to 1918",
        "1914–18",
        "on 3rd of May, 1871",
        "May 3, 1871",
        "June 1871",
        "September 4",
        "the summer of 1871",
        "the early nineteenth century BC",
        "the second millennium",
        "the late 1870s",
        "AD 79",
        "300 B.C.",
        "in 2019",
    ],
)
def test_what_a_rule_for_dates_must_find_is_in_what_it_finds(text):
    matching = [needed for _, needed, rule in DATES if rule.search(text)]
    assert matching
    assert [needed for needed in matching if not any(one in text for one in needed)] == []


@pytest.mark.parametrize(
    "text",
    ["7 % of it", "7 per Cent", "US$ 3 Million", "3 Million tons", "1,250 km", "12 men", "Twenty-five Thousand men"],
)
def test_a_rule_for_quantities_that_matches_is_tried(text):
    matching = [rule.pattern for _, _, rule in QUANTITIES if rule.search(text)]
    assert matching
    assert set(matching) <= {rule.pattern for _, rule in _rules_for(text)}
