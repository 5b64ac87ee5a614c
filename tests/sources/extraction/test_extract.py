"""Facts: each stands verbatim at its place, its statement stands alone; messy text gives what clean text gives."""

from hypothesis import given
from hypothesis import strategies as st

from questions.sources.document_text import read_document
from questions.sources.extraction import ExtractedFact, extract
from questions.text.english.tokens import stands_in_words

from .passages import HARBOUR, MESSY


def facts(text: str) -> tuple[ExtractedFact, ...]:
    return tuple(extract(read_document(text)))


def told(text: str) -> set[tuple[str, str, str]]:
    return {(fact.lead, fact.text, fact.answer) for fact in facts(text)}


def test_a_golden_passage_gives_the_facts_of_an_editor():
    found = {(fact.answer_type.value, fact.answer) for fact in facts(HARBOUR)}
    assert found == {
        ("date", "1652"),
        ("person", "Thomas Wexford"),
        ("date", "1701"),
        ("quantity", "3,400"),
        ("date", "1734"),
        ("date", "1713"),
        ("unknown", "Treaty of Lismore"),
        ("event", "Salt War"),
        ("place", "Port Ashby"),
        ("place", "Ireland"),
        ("place", "Orin"),
        ("person", "Mary Calder"),
        ("date", "1715 and 1722"),
        ("organisation", "Royal Navy"),
    }


def test_messy_text_gives_the_same_facts():
    assert told(MESSY) == told(HARBOUR)


def test_what_points_back_is_resolved_and_said():
    resolved = {fact.resolved: fact.text for fact in facts(HARBOUR) if fact.resolved}
    assert resolved[("She → Mary Calder",)] == "Mary Calder sold her charts to the Royal Navy."
    assert resolved[("the town → Port Ashby",)] == "In 1701, Port Ashby had 3,400 inhabitants."


def test_nothing_comes_from_furniture_or_from_what_does_not_stand_alone():
    texts = " ".join(fact.lead + fact.text for fact in facts(HARBOUR))
    assert [
        word for word in ("Dublin", "Example Media", "Retrieved", "These ships", "Today", "46") if word in texts
    ] == []


def test_they_come_in_the_order_of_the_text_the_best_of_a_sentence_first_and_the_same_each_time():
    found = facts(HARBOUR)
    order = [(fact.paragraph, fact.start, -fact.score) for fact in found]
    assert order == sorted(order)
    assert facts(HARBOUR) == found


def test_an_empty_document_has_no_facts():
    assert facts("") == ()


WORDS = st.sampled_from(
    "The In 1871 Ashby river town was built by Mary Calder , . ; ( ) “ ” it he who the a of 3,400 km F.E.R. [3]".split()
)


@given(st.lists(WORDS, max_size=60).map(" ".join) | st.text(max_size=300))
def test_any_text_gives_facts_that_stand_in_it(text):
    document = read_document(text)
    for fact in extract(document):
        assert document.paragraphs[fact.paragraph].text[fact.start : fact.end] == fact.sentence
        assert fact.text[fact.answer_start : fact.answer_end] == fact.answer
        assert fact.answer in fact.sentence
        rest = fact.text[: fact.answer_start] + " " + fact.text[fact.answer_end :]
        assert not stands_in_words(fact.answer, rest)


def test_a_sentence_in_brackets_and_a_time_of_day_are_read():
    asked = {(fact.text, fact.answer) for fact in facts("# Orin\n\n(The ship Ashby was sunk in 1722.)")}
    assert ("The ship Ashby was sunk in 1722.", "1722") in asked
    assert "1722" in {fact.answer for fact in facts("# Orin\n\nThe ship Ashby was sunk at 13:32 in 1722.")}


def test_beside_its_names_a_sentence_is_asked_for_one_term_of_the_dictionary():
    text = "# Orin\n\nIn 1722 the copper reactor was part of a soap opera about the food chain of Mary Calder."
    assert len([fact for fact in facts(text) if fact.answer_type.value == "term"]) == 1
    assert "copper reactor" not in {fact.answer for fact in facts(text)}
