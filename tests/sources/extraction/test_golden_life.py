"""A biography: whole dates of birth and death, two names as one answer, words that point back made good or left out."""

import pytest

from questions.sources.document_text import read_document
from questions.sources.extraction import extract

from .passages import LIFE

FACTS = tuple(extract(read_document(LIFE)))


@pytest.mark.parametrize(
    ("grain", "answer"),
    [("born", "3 May 1690"), ("died", "11 June 1761")],
)
def test_a_life_in_brackets_is_told_by_its_whole_dates(grain, answer):
    assert (grain, answer) in {(fact.grain, fact.answer) for fact in FACTS}


def test_a_closed_pair_is_one_answer():
    assert "James Cook and Matthew Flinders" in {fact.answer for fact in FACTS if fact.grain == "pair"}


@pytest.mark.parametrize(
    "text",
    [
        "Mary Calder studied at Trinity College in Dublin.",
        "On 4 March 1715 Mary Calder moved to Port Ashby.",
        "The Admiralty hired Calder in 1716.",
        "Sharks and rays also rise to the surface near Lismore.",
        "The survey of Orin ended in 1722.",
    ],
)
def test_words_that_point_back_are_named_or_go(text):
    told = {f"{fact.lead} {fact.text}".strip() for fact in FACTS}
    assert any(one.endswith(text) for one in told)
