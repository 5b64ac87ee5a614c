"""Spans: the dates, names, quantities and terms of a sentence, each whole, none over another."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from questions.text.english.capitals import Capitals
from questions.text.english.reading import find_spans


def spans(text: str, *others: str) -> list[tuple[str, str]]:
    return [(span.kind.value, span.text) for span in find_spans(text, Capitals([text, *others]))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("On 10 July 1856 the bridge opened.", [("date", "10 July 1856")]),
        ("It closed in the early 19th century.", [("date", "early 19th century")]),
        ("It stood from 1914 to 1918 and again in the 1920s.", [("date", "1914 to 1918"), ("date", "1920s")]),
        ("Rome fell in 476 AD.", [("name", "Rome"), ("date", "476 AD")]),
        ("The plague of 1576–77 passed.", [("date", "1576–77")]),
        ("He paid 1,856 people.", [("quantity", "1,856")]),
        ("A 1996 report says so.", [("date", "1996")]),
        ("In 1629 pirate ships came.", [("date", "1629")]),
        (
            "Calder (10 May 1899 – 12 June 1955) left.",
            [("name", "Calder"), ("date", "10 May 1899"), ("date", "12 June 1955")],
        ),
    ],
)
def test_dates_are_read_whole(text, expected):
    assert spans(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They lost 56.2% of it.", ["56.2%"]),
        ("It cost $3.5 million.", ["$3.5 million"]),
        ("The road is 1,233 km long.", ["1,233 km"]),
        ("About 27-30% remained.", ["27-30%"]),
        ("There were twenty-one ships.", ["twenty-one"]),
        ("They took Route 66 home.", []),
        ("They lost 30 to 50 thousand men.", ["30 to 50 thousand"]),
        ("Only 100–150 species live.", ["100–150"]),
        ("About 7 to 10 percent left.", ["7 to 10 percent"]),
        ("The steam is 565 °C hot.", ["565 °C"]),
        ("Orin is the 12th most populous town.", ["12th"]),
        ("Orin is the third-largest town.", ["third"]),
        ("They drank two-thirds of it.", ["two-thirds"]),
    ],
)
def test_quantities_keep_their_unit(text, expected):
    assert [said for kind, said in spans(text) if kind == "quantity"] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The University of Chicago opened.", ["University of Chicago"]),
        ("Then Ludwig van Beethoven played.", ["Ludwig van Beethoven"]),
        ("The Ministry of Gender and Child Affairs grew.", ["Ministry of Gender and Child Affairs"]),
        ("They met President Abraham Lincoln there.", ["Abraham Lincoln"]),
        ("She sang for Lady Orin.", ["Lady Orin"]),
        ("He wrote The Curse of the Marsh in a week.", ["The Curse of the Marsh"]),
        ("They served F.E.R. forces.", ["F.E.R."]),
        ("The Ninth and Tenth Doctors met.", ["Ninth"]),
        ("Mary’s ship sailed.", ["Mary"]),
    ],
)
def test_names_are_read_whole_and_without_titles(text, expected):
    assert [said for kind, said in spans(text) if kind == "name"] == expected


def test_a_common_word_at_the_head_of_a_sentence_is_no_name():
    assert spans("Salt was dear.", "The salt came by sea.") == []
    assert spans("Ashby was rich.", "The lord of Ashby paid.") == [("name", "Ashby")]


def test_terms_are_what_a_sentence_introduces():
    assert spans("Such a wall is called a revetment, they say.") == [("term", "revetment")]
    assert spans("The teacher is known as a “guru” there.") == [("term", "guru")]
    assert spans("They built walls called revetments lined with stone.") == [("term", "revetments")]
    assert spans("They built walls called vellonts lined with stone.") == [("term", "vellonts")]


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=200))
def test_spans_stand_where_they_say_and_never_overlap(text):
    found = find_spans(text, Capitals([text]))
    assert [text[span.start : span.end] for span in found] == [span.text for span in found]
    assert all(one.end <= other.start for one, other in pairwise(found))


def test_a_term_is_asked_without_its_adverb_and_never_with_its_possessor():
    assert ("term", "combustion chamber") in spans("A closed space is called variously combustion chamber or firebox.")
    assert spans("The shape of the molecule is known as its conformation.") == []


def test_a_count_leaves_what_it_counts_outside():
    assert spans("They gave up 308 points.") == [("quantity", "308")]
