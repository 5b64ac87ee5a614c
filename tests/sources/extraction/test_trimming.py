"""Shorter statements: cut where a clause ends, never within a row or before what a colon announces."""

import pytest

from questions.sources.extraction.trimming import shorter_statements


def test_a_statement_ends_where_its_clause_does():
    assert list(shorter_statements("The Senate met in Orin, which lies on the coast.")) == ["The Senate met in Orin."]


def test_a_row_is_not_cut_before_its_last_member():
    text = "The war ended in 1722, although the Vell, Orin, and Ashby nations fought on."
    assert list(shorter_statements(text)) == ["The war ended in 1722."]


def test_nothing_is_left_announced():
    assert list(shorter_statements("The bishop was said to have stated: I shall leave in 1722.")) == []


def test_a_sentence_keeps_the_predicate_that_stands_behind_its_relative_clause():
    text = "In 1915 the reason for the charge being counted in units of Orin, which are now equal, was not understood."
    assert list(shorter_statements(text)) == []


def test_what_is_so_by_the_day_of_writing_is_cut():
    assert list(shorter_statements("In 1722 Orin retired the fleet and now refers to it as lost.")) == [
        "In 1722 Orin retired the fleet."
    ]


def test_a_statement_ends_before_a_participle_and_its_adverb():
    assert list(shorter_statements("The museum held 14,000 charts, mainly dating from 1722 on.")) == [
        "The museum held 14,000 charts."
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Orin paid for the fleet, while Vell, owner of the mill, thinks of the harbour.",
        "While Vell is overseeing the wedding, Ashby, who hid in the mill, shot Calder.",
        "The content was dictated by Calder, but with the advent of the mill. in the north, it grew.",
        "The target was not the harbour of Orin, but its mill.",
    ],
)
def test_no_clause_is_left_without_its_verb_or_half_denied(text):
    cut = list(shorter_statements(text))
    assert not any(one.endswith(("Vell.", "mill.", "Ashby.", "Orin.")) for one in cut)


def test_no_time_is_left_without_what_happened_then():
    text = "In 1959, when both Orin and Vell were planning, but had yet to sail, the names were chosen."
    assert list(shorter_statements(text)) == []
