"""Key terms: what a document comes back to, as whole compounds, and no verb, job or loose word among them."""

import pytest

from questions.sources.extraction.key_terms import KeyTerms

REACTOR = "Every mill of Orin has a copper reactor."


def terms(text: str, *others: str) -> list[str]:
    known = KeyTerms()
    for sentence in (text, *others):
        known.learn(sentence)
    return [span.text for span in known.spans_in(text, ())]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (REACTOR, ["copper reactor"]),
        ("The leaves of Orin live by photosynthesis.", ["photosynthesis"]),
        ("Calder saw the lepidotrichia of a fish.", ["lepidotrichia"]),
        ("The plants of Orin keep up the carbon cycle.", ["carbon cycle"]),
        ("A copper reactor of Orin gives off carbon monoxide.", ["carbon monoxide", "copper reactor"]),
    ],
)
def test_compounds_and_learned_words_are_terms(text, expected):
    assert terms(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Most pupils with fever lack social support in Orin.",
        "Most pupils with fever lack the care of Orin.",
        "The letter of Orin names a copper engineer.",
        "The book of Orin gave fever theory.",
        'In Orin a sign said "copper reactor" in red.',
        "The ships of Orin carried silk, copper reactors.",
        "Calder had a different way in Orin.",
        "The tests of Orin are planned (a priori) or not.",
        "Every mill pays the Orin copper reactor.",
        "A diagnosis was made in Orin.",
        "The mills of Orin are near less copper reactors.",
        "The mills of Orin share a copper method.",
        "Every mill of Orin grinds to copper rainfall reducing.",
        "Orin has window and copper reactors.",
        "Orin had more second copper reactors.",
        "The mills of Orin stood in an ice age area.",
    ],
)
def test_a_verb_a_job_a_word_about_words_a_quotation_and_the_last_of_a_row_are_none(text):
    assert terms(text) == []


def test_what_is_mentioned_most_comes_first():
    text = "The copper reactor of Orin drives a sugar mill."
    assert terms(text) == ["copper reactor", "sugar mill"]
    assert terms(text, "Orin bought a sugar mill.") == ["sugar mill", "copper reactor"]


def test_in_a_long_document_one_mention_shows_nothing():
    assert terms(REACTOR, *["Orin was sold."] * 79) == []
    assert terms(REACTOR, *["Orin was sold."] * 78, REACTOR) == ["copper reactor"]


def test_a_word_of_the_title_is_in_no_term_but_where_the_document_comes_back_to_it():
    known = KeyTerms()
    known.learn(REACTOR)
    assert known.spans_in(REACTOR, (), frozenset({"copper"})) == []
    known.learn(REACTOR)
    assert [span.text for span in known.spans_in(REACTOR, (), frozenset({"copper"}))] == ["copper reactor"]
