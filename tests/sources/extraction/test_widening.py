"""Whole names: a town with its state, a ruler with the country, a university with its town."""

import pytest

from questions.sources.extraction.widening import widened
from questions.text.english.spans import Span, SpanKind


def whole(text: str, *parts: str, kind: SpanKind = SpanKind.NAME, grain: str = "") -> list[str]:
    spans = [Span(text.index(part), text.index(part) + len(part), part, kind, grain) for part in parts]
    found = list(widened(spans, text))
    assert [text[span.start : span.end] for span in found] == [span.text for span in found]
    return [span.text for span in found]


@pytest.mark.parametrize(
    ("text", "parts", "name"),
    [
        ("Calder was born in Ashby, Kentucky, in 1722.", ("Ashby", "Kentucky"), "Ashby, Kentucky"),
        ("Calder sailed from Ashby, England to Orin.", ("Ashby", "England"), "Ashby, England"),
        ("In 1403, Henry IV of Orin banned it.", ("Henry IV", "Orin"), "Henry IV of Orin"),
        (
            "It is kept at the University of Orin at Ashby.",
            ("University of Orin", "Ashby"),
            "University of Orin at Ashby",
        ),
    ],
)
def test_two_parts_of_one_name_are_one(text, parts, name):
    assert whole(text, *parts) == [name]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Calder sailed from Ashby, Orin and Vell.", ("Ashby", "Orin")),
        ("Calder sailed to Ashby, England and Orin.", ("Ashby", "England")),
        ("Calder sailed to Ashby, England, the Orin and the Vell.", ("Ashby", "England")),
        ("Calder was queen of Orin.", ("Calder", "Orin")),
        ("The ships met at Ashby at Orin.", ("Ashby", "Orin")),
        ("Ashby, Kentucky, was sold in 1722.", ("Ashby", "Kentucky")),
        ("Calder was born in Port Ashby of Old Vell, Kentucky.", ("Port Ashby of Old Vell", "Kentucky")),
        ("In 1403, Henry IV of Orin Vale banned it.", ("Henry IV", "Orin")),
    ],
)
def test_two_names_stay_two(text, parts):
    assert whole(text, *parts) == list(parts)


def test_of_two_months_only_the_year_is_asked():
    text = "Calder was in Orin in November and December 1642."
    assert whole(text, "December 1642", kind=SpanKind.DATE, grain="month") == ["1642"]
    text = "Calder was in Orin in December 1642."
    assert whole(text, "December 1642", kind=SpanKind.DATE, grain="month") == ["December 1642"]
