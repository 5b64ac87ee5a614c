"""Wordings that are not made: of clauses that deny, join a second thing, are torn, or lean on the text around."""

import pytest

from questions.generation.drafts import draft
from questions.sources.document_text import read_document
from questions.sources.extraction import extract
from questions.vocabulary import Kind


def typed(text):
    document = read_document(text)
    return {
        question.prompt
        for one in draft(extract(document), document)
        for question in one.questions
        if question.kind is Kind.TYPED
    }


@pytest.mark.parametrize(
    "text",
    [
        "Orin has 26 universities and 67 institutions of higher education.",
        "The Orin Company vetoed four bills passed by Congress.",
        "The Orin Company has 26 harbours, 12 of them in Ashby.",
        "The union of Orin and Vell was never completed in 1871.",
        "Orin was under military rule from the end of the war until its official return to Vell in 1868.",
        "Mary Calder did return to Ashby in November 1836.",
        "Orin had an annual budget deficit as high as $670 million in 2003.",
        "The regime of Mary Calder collapsed and she left Ashby on 3 September 1914.",
        "The Orin Committee agreed to study the proposed change in 2005.",
        "The first map of Orin was Ashby Harbour in 1722.",
        "Two major banks of Orin are Vell and the Bank of Ashby.",
    ],
)
def test_a_clause_that_is_not_one_plain_thing_is_not_asked(text):
    assert not {prompt for prompt in typed(text) if prompt.startswith(("How many", "In which", "When"))}


@pytest.mark.parametrize(
    ("text", "question"),
    [
        (
            "The Ministry of Health employed 400 officers in 2009.",
            "How many officers did the Ministry of Health employ in 2009?",
        ),
        ("Anna Vell returned to Ashby in November 1836.", "When did Anna Vell return to Ashby?"),
    ],
)
def test_the_plain_one_is(text, question):
    assert question in typed(text)


def test_the_day_of_a_second_thing_is_not_asked_with_the_first():
    asked = typed("Anna Vell signed on July 24, Mary Calder on November 26, 1778.")
    assert not any("July" in prompt for prompt in asked)
