"""Rows of a table of facts: what an editor would ask of them, and nothing of a revision or a mixed cell."""

import pytest

from questions.generation.drafts import draft
from questions.sources.extraction import extract
from questions.sources.extraction.rows import is_known
from questions.sources.intake.read import read_document
from questions.vocabulary import Kind

TABLE = """\
# Orin

| Fact | Value |
|------|-------|
| Capital | Port Ashby |
| Area | 3,400 km² |
| Founded | 1652 |
| Revision | 1044 |

Orin is a country in the North Sea. Its people fish and trade with Norway.
"""


def test_rows_are_asked_as_an_editor_would():
    document = read_document(TABLE.encode(), name="orin.md")
    asked = {
        question.prompt: question.answer
        for one in draft(extract(document), document)
        for question in one.questions
        if question.kind is Kind.TYPED
    }
    assert asked == {
        "What is the capital of Orin?": "Port Ashby",
        "What is the area of Orin?": "3,400 km²",
        "In which year was Orin founded?": "1652",
    }


def test_the_fact_of_a_row_stands_in_its_paragraph():
    document = read_document(TABLE.encode(), name="orin.md")
    rows = [fact for fact in extract(document) if document.paragraphs[fact.paragraph].row]
    assert [document.paragraphs[fact.paragraph].text[fact.start : fact.end] for fact in rows] == [
        "Capital: Port Ashby",
        "Area: 3,400 km²",
        "Founded: 1652",
    ]


@pytest.mark.parametrize(
    ("label", "value"),
    [
        ("Revision", "1044"),
        ("Capital", "Port Ashby, Lismore"),
        ("Area", "about a third"),
        ("Founded", "by Thomas Wexford"),
        ("Author", "see below"),
    ],
)
def test_an_unknown_label_or_a_mixed_value_is_left_out(label, value):
    assert not is_known(label, value)
