"""What stands in a statement only by the way, or is told beside itself, and its neighbours that may be asked."""

import pytest

from questions.sources.extraction.incidental import is_incidental
from questions.text.english.spans import Span, SpanKind


def incidental(text: str, answer: str, kind: SpanKind, name_class: str, lead: str = "") -> bool:
    start = text.index(answer)
    return is_incidental(Span(start, start + len(answer), answer, kind, name_class), text, name_class, lead)


@pytest.mark.parametrize(
    ("text", "answer", "name_class"),
    [
        ("In Orin the British had more ships than the colonists.", "British", "group"),
        ("There are two kinds of albedo on Earth: land and ocean.", "Earth", "place"),
        ("Calder recovered from her Ashby defeat in 1999.", "Ashby", "place"),
        ("The first was Orin Air Force pilot Mary Calder.", "Orin Air Force", "organisation"),
        ("Mary Calder (Marie Caldère, 1566–1636) distilled oxygen in Orin.", "Mary Calder", "person"),
        ("Androids were popularised by Captain Future in 1940.", "Future", "person"),
        ("In both Vell and Ashby, ships are built.", "Vell", "unknown"),
        ("The father of Calder was a native of Ashby.", "Ashby", "place"),
        ("According to the Minister of Ports, Mary Calder, the trade of Orin grew.", "Mary Calder", "person"),
    ],
)
def test_a_name_by_the_way_is_no_answer(text, answer, name_class):
    assert incidental(text, answer, SpanKind.NAME, name_class)


@pytest.mark.parametrize(
    ("text", "answer", "name_class"),
    [
        ("Calder sailed along the Ashby coast in 1722.", "Ashby", "place"),
        ("Calder won at Ashby in 1999.", "Ashby", "place"),
        ("Many Russians and Armenians left Orin in 1990.", "Armenians", "group"),
        ("The maps of Orin were drawn by Captain Calder.", "Calder", "person"),
    ],
)
def test_a_name_of_which_the_statement_tells_is_one(text, answer, name_class):
    assert not incidental(text, answer, SpanKind.NAME, name_class)


def test_the_sentence_before_gives_no_person_away():
    text = "Mary Calder drew the maps of Orin in 1722."
    assert incidental(text, "Mary Calder", SpanKind.NAME, "person", "Calder was a surveyor.")
    assert not incidental(text, "Mary Calder", SpanKind.NAME, "person", "Wexford was a surveyor.")


def test_a_number_that_the_bracket_behind_it_tells_is_no_answer():
    assert incidental("Calder ended a row of six titles (1993–98) in Orin.", "six", SpanKind.QUANTITY, "quantity")
    assert not incidental("Calder won six titles in Orin.", "six", SpanKind.QUANTITY, "quantity")


def test_years_that_stand_beside_a_range_give_it_away():
    text = "Orin did not give up its independence of 1918–20 easily."
    assert incidental(text, "1918–20", SpanKind.DATE, "range", "Orin was invaded in 1918.")
    assert not incidental(text, "1918–20", SpanKind.DATE, "range")


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("The government of Orin built some democratic structures.", "democratic structures"),
        ("The male and female gametes of the weed meet in spring.", "female gametes"),
        ("Amateurs of Orin observe a variety of celestial objects.", "celestial objects"),
        ("Western oil companies reach the fields, so that oil exploration goes on.", "oil companies"),
    ],
)
def test_a_term_that_anything_fits_is_no_answer(text, answer):
    assert incidental(text, answer, SpanKind.TERM, "term")


def test_a_term_that_the_sentence_defines_is_one():
    text = "A loss of symbionts is called coral bleaching, and coral reefs suffer from it."
    assert not incidental(text, "coral bleaching", SpanKind.TERM, "term")


@pytest.mark.parametrize(
    "text",
    [
        "A study in 1922 said that the ships of Orin leak.",
        "A 1922 study said that the ships of Orin leak.",
        "The ships leaked in 1900, in 1911 and in 1922 at Orin.",
    ],
)
def test_the_year_of_a_report_or_of_a_row_is_no_answer(text):
    assert incidental(text, "1922", SpanKind.DATE, "date")


def test_a_figure_that_every_year_changes_is_no_answer():
    assert incidental("The life expectancy at birth in Orin is 37 years.", "37", SpanKind.QUANTITY, "quantity")
