"""Marked terms: asked for where the sentence tells enough of them, refused where something else would fit."""

import pytest

from questions.sources.extraction import extract
from questions.sources.extraction.marked import best_of
from questions.sources.extraction.marks import Mark, span_of
from questions.sources.intake.read import read_document
from tests.sources.intake.made import docx

NO_TITLE: frozenset[str] = frozenset()


def asked(text: str, *terms: str, weight: float = 0.0, title: frozenset[str] = NO_TITLE) -> str:
    marks = [(mark, span) for one in terms if (span := span_of(mark := Mark(one, weight), text))]
    found = best_of(marks, text, title)
    return found.text if found else ""


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("The brine of Orin passes through sluice gates, which close by themselves at high tide.", "sluice gates"),
        ("In Port Ashby the salt is purified by fractional crystallization.", "fractional crystallization"),
        ("Thomas Wexford led the temperance movement.", "temperance movement"),
        ("The salters of Orin are paid in scrip, a paper that only their own shops take.", "scrip"),
    ],
)
def test_a_term_of_which_enough_is_told_is_asked_for(text, term):
    assert asked(text, term) == term


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("Orin sells sea salt, dried fish and wool.", "sea salt"),
        ("Orin sells dried fish and sea salt.", "sea salt"),
        ("Goods such as sea salt came from Orin.", "sea salt"),
        ("Two sluice gates close the harbour of Orin.", "sluice gates"),
        ("The harbour of Orin may have had sluice gates.", "sluice gates"),
        ("Orin was the first town of the country.", "country"),
        ("The salt works (with their sluice gates) belong to Orin.", "sluice gates"),
        ("Orin signed the fisheries convention treaty of Lismore.", "fisheries convention"),
        ("The gates of Orin are sluice gates.", "sluice gates"),
        ("The Dry Salt Act (DSA) of Orin is a revenue act (RA), and the RA still holds.", "revenue act"),
        ("Sluice gates are needed.", "gates"),
        ("Thomas Wexford led the temperance society “Sober Orin”.", "temperance society"),
    ],
    ids=[
        "row",
        "end of row",
        "example",
        "counted",
        "unsure",
        "common",
        "brackets",
        "part",
        "told",
        "short",
        "little",
        "of a name",
    ],
)
def test_it_is_not_where_something_else_fits_or_it_is_told(text, term):
    assert asked(text, term) == ""


def test_a_word_of_the_title_is_never_asked_for():
    text = "In Port Ashby the salt is purified by fractional crystallization."
    assert asked(text, "fractional crystallization", title=frozenset(["crystallization"])) == ""


def test_a_name_before_the_term_belongs_to_it():
    title = frozenset(["lismore"])
    assert asked("Thomas Wexford left the seminary of Lismore.", "seminary", title=title) == "seminary"
    assert asked("Thomas Wexford left the Ashby seminary of Lismore.", "seminary", title=title) == ""


def test_a_link_to_a_page_that_is_called_otherwise_proves_less():
    text = "In Port Ashby the salt is purified by fractional crystallization."
    assert asked(text, "fractional crystallization", weight=-1.3) == ""


def test_of_two_marked_terms_the_one_of_which_most_is_told_is_asked_for():
    text = "The brine of Orin passes tidal ponds by way of sluice gates, which close at high tide."
    assert asked(text, "tidal ponds", "sluice gates") == "sluice gates"


PAGE = """<html><body><h1>Orin</h1><p>In Port Ashby the salt is purified by
{}fractional crystallization{}, and {}Thomas Wexford{} bought the works in 1871.</p></body></html>"""


@pytest.mark.parametrize(
    ("opening", "closing"),
    [('<a href="/wiki/Fractional_crystallization">', "</a>"), ("<b>", "</b>"), ("<dfn>", "</dfn>")],
)
def test_a_page_with_marks_has_the_marked_term_among_its_facts(opening, closing):
    marked = read_document(PAGE.format(opening, closing, "", "").encode())
    plain = read_document(PAGE.format("", "", "", "").encode())
    told = {(fact.answer, fact.grain) for fact in extract(marked)}
    assert told - {(fact.answer, fact.grain) for fact in extract(plain)} == {("fractional crystallization", "marked")}


def test_marks_around_capitals_change_nothing():
    marked = read_document(PAGE.format("", "", "<b>", "</b>").encode())
    plain = read_document(PAGE.format("", "", "", "").encode())
    assert list(extract(marked)) == list(extract(plain))


SENTENCE = "In Port Ashby the salt is purified by {}fractional crystallization{} since 1871."
BOLD_RUN = '</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">'


@pytest.mark.parametrize(
    "content",
    [
        f"# Orin\n\n{SENTENCE.format('**', '**')}".encode(),
        f"# Orin\n\n{SENTENCE.format('[', '](notes/fractional-crystallization.md)')}".encode(),
        docx(("Heading1", "Orin"), ("Normal", SENTENCE.format(BOLD_RUN, "</w:t></w:r><w:r><w:t>"))),
    ],
    ids=["bold in Markdown", "link in Markdown", "bold in Word"],
)
def test_every_format_with_marks_gives_the_marked_term(content):
    (paragraph,) = (document := read_document(content)).paragraphs
    assert paragraph.text == SENTENCE.format("", "")
    assert [fact.answer for fact in extract(document) if fact.grain == "marked"] == ["fractional crystallization"]
