"""Sentences left out: each sentence of a document has facts, or a code that says why it has none."""

import pytest

from questions.generation.facts import Reason
from questions.sources.document_text import read_document
from questions.sources.extraction import LeftOut, Why, extract
from questions.text.english.sentences import split_sentences

from .passages import HARBOUR

OPENING = "# Orin\n\nOrin is a town on the north coast of Ireland."


def left_out(text: str) -> list[LeftOut]:
    found: list[LeftOut] = []
    for _ in extract(read_document(text), found.append):
        pass
    return found


@pytest.mark.parametrize(
    ("sentence", "why"),
    [
        ("Who built the mole of Orin in 1871?", Why.QUESTION),
        ("See also the harbours that lie on the coast of Ireland.", Why.PAGE_LINE),
        ("Fog in winter.", Why.PAGE_LINE),
        ("Orin was rich.", Why.NO_SENTENCE),
        (f"Thomas Wexford came to Orin by {'the road and by ' * 14}sea in 1871.", Why.LONG_SENTENCE),
        ("These ships carried salt to Dublin in 1871.", Why.POINTS_OUTSIDE),
        ("The company was sold to Thomas Wexford.", Why.UNTOLD_THING),
        ("Thomas Wexford owns 300 ships today.", Why.DAY_OF_WRITING),
        ("Two years later Thomas Wexford came from Dublin.", Why.RELATIVE_TIME),
        ("Fish are sold fresh or dried or salted.", Why.NOTHING_TO_ASK),
    ],
)
def test_a_sentence_without_a_fact_is_left_out_with_its_reason(sentence, why):
    assert [one.why for one in left_out(f"{OPENING}\n\n{sentence}\n") if one.paragraph == 1] == [why]


def test_every_sentence_has_facts_or_is_left_out():
    document = read_document(HARBOUR)
    dropped: list[LeftOut] = []
    kept = {(fact.paragraph, fact.start, fact.end) for fact in extract(document, dropped.append)}
    sentences = [
        (place, start, end)
        for place, paragraph in enumerate(document.paragraphs)
        for start, end in split_sentences(paragraph.text)
    ]
    assert sorted([*kept, *((one.paragraph, one.start, one.end) for one in dropped)]) == sentences


def test_no_code_is_that_of_a_refused_question():
    assert {str(why) for why in Why}.isdisjoint(map(str, Reason))
