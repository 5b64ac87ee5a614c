"""A statement and its blanks: the pieces, the plain sentence, the sentence with a gap, and what is no blank."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from questions.sources.statement_text import BlankPiece, StatementTextError, plain, read_statement, with_blank

LAKE = "In [1871](date:when) the [Ashby](person:who) expedition arrived."
PLAIN = st.text(alphabet="abc .,'()é", max_size=12)
ANSWER = st.text(alphabet="xyz é", min_size=1, max_size=8).filter(lambda answer: answer == answer.strip() != "")


def test_a_statement_is_read_into_pieces():
    assert read_statement(LAKE) == (
        "In ",
        BlankPiece("1871", "date", "when"),
        " the ",
        BlankPiece("Ashby", "person", "who"),
        " expedition arrived.",
    )


def test_a_blank_knows_how_it_is_written():
    assert [piece.written for piece in read_statement(LAKE)[1::2]] == ["[1871](date:when)", "[Ashby](person:who)"]


def test_the_plain_sentence_has_every_blank_filled():
    assert plain(LAKE) == "In 1871 the Ashby expedition arrived."


def test_a_gap_stands_for_one_blank_only():
    assert with_blank(LAKE, "who") == "In 1871 the _____ expedition arrived."
    assert with_blank(LAKE, "when", "[…]") == "In […] the Ashby expedition arrived."


def test_a_gap_needs_a_blank():
    with pytest.raises(KeyError):
        with_blank(LAKE, "where")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("The [Ashby] expedition", "the bracket near “The [Ashby] expedition” belongs to no blank"),
        ("In 1871] it", "the bracket near “In 1871] it” belongs to no blank"),
        ("[x](Date:when)", "the bracket near “[x](Date:when)” belongs to no blank"),
        ("[[x](date:when)", "the bracket near “[” belongs to no blank"),
        ("[ x](date:when)", "the blank when begins or ends with a space"),
        ("[x](date:a) and [y](date:a)", "two blanks have the same key"),
    ],
)
def test_brackets_that_make_no_blank_are_named(text, said):
    with pytest.raises(StatementTextError, match=f"^{re.escape(said)}$"):
        read_statement(text)


@given(st.lists(st.tuples(PLAIN, ANSWER), min_size=1, max_size=4), PLAIN)
def test_the_pieces_joined_are_the_plain_sentence(parts, end):
    text = "".join(f"{before}[{answer}](term:k{n})" for n, (before, answer) in enumerate(parts)) + end
    assert plain(text) == "".join(before + answer for before, answer in parts) + end
