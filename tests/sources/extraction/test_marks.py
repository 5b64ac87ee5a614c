"""Marks: which marked words are a term, and what their boundaries do to other spans."""

import pytest

from questions.sources.blocks import Signal, SignalKind
from questions.sources.extraction.marks import MARKED, Mark, bounded, is_phrase, is_torn_by, marks_in, span_of
from questions.text.english.spans import Span, SpanKind

SENTENCE = "The salt of Orin is raked from the evaporation ponds by hand."


def signal(words: str, kind: SignalKind = SignalKind.NAMED, text: str = SENTENCE) -> Signal:
    start = text.index(words)
    return Signal(kind, start, start + len(words))


def term(words: str, text: str, grain: str = MARKED) -> Span:
    start = text.index(words)
    return Span(start, start + len(words), words, SpanKind.TERM, grain)


def marked(*signals: Signal) -> list[str]:
    return [mark.text for mark in marks_in(signals, SENTENCE, 0, len(SENTENCE))]


@pytest.mark.parametrize("term", ["evaporation ponds", "tidal lagoon", "principle of least action", "brine"])
def test_a_noun_phrase_of_up_to_four_words_is_a_term(term):
    assert is_phrase(term)


@pytest.mark.parametrize(
    "term", ["evaporated", "tidal", "raked by hand", "large lagoon", "fourteen ponds", "salt baker", "trade name"]
)
def test_a_quality_a_count_a_job_and_what_is_only_talked_with_are_none(term):
    assert not is_phrase(term)


def test_the_article_goes_and_a_word_is_marked_to_its_end():
    assert marked(signal("the evaporation pond")) == ["evaporation ponds"]


def test_a_capital_an_anchor_and_another_sentence_mark_nothing():
    assert marked(signal("Orin"), signal("The salt"), signal("evaporation ponds", SignalKind.ANCHOR)) == []
    assert marks_in([signal("evaporation ponds")], SENTENCE, 0, 20) == []


def test_of_two_marks_of_the_same_words_the_surer_counts():
    signals = [signal("evaporation ponds", kind) for kind in (SignalKind.LINK, SignalKind.TERM, SignalKind.BOLD)]
    assert marks_in(signals, SENTENCE, 0, len(SENTENCE)) == [Mark("evaporation ponds", 1.0)]


def test_a_mark_that_stands_twice_in_the_statement_has_no_place():
    mark = Mark("brine", 0.0)
    assert span_of(mark, "Fresh brine is warm.") == Span(6, 11, "brine", SpanKind.TERM, MARKED)
    assert span_of(mark, "Fresh brine is old brine.") is None


@pytest.mark.parametrize("found", ["drying pans lie", "drying", "its drying pans"])
def test_a_term_gets_the_boundaries_of_the_mark_that_it_tears(found):
    text = "What is called its drying pans lie by the sea."
    mark = term("drying pans", text)
    assert list(bounded([term(found, text, "term")], [mark], mark)) == [mark._replace(grain="term")]


def test_a_longer_term_that_a_mark_is_a_part_of_stays_as_it_is():
    text = "The shallow drying pan is the oldest kind."
    longer, mark = term("shallow drying pan", text, "defined"), term("drying pan", text)
    assert list(bounded([longer], [mark], None)) == [longer]
    assert (is_torn_by(longer, [mark]), is_torn_by(term("shallow drying", text), [mark])) == (False, True)


def test_the_best_mark_is_one_of_the_spans():
    mark = term("evaporation ponds", SENTENCE)
    assert list(bounded([], [mark], mark)) == [mark]
