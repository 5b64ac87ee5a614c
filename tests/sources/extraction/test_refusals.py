"""Refusals: spans that would be unfair, trivial or torn as an answer, and their neighbours that may be asked."""

import pytest

from questions.sources.extraction.refusals import is_refused, is_told, without_gloss
from questions.text.english.spans import Span, SpanKind


def refused(text: str, answer: str, kind: SpanKind, name_class: str) -> bool:
    start = text.index(answer)
    return is_refused(Span(start, start + len(answer), answer, kind), text, name_class)


@pytest.mark.parametrize(
    ("text", "answer", "name_class"),
    [
        ("The last style of Orin evolved in Vell, Ashby and the north.", "Ashby", "place"),
        ("Rudolf, Great Emperor, received the scholars of Orin in 1600.", "Great Emperor", "unknown"),
        ("Doing so gave the harbour of Orin new ships.", "Doing", "unknown"),
        ("The last style of Orin evolved in Vell, Ashby", "Ashby", "place"),
        ("Orin left Portugal with its Portuguese ships in 1722.", "Portugal", "place"),
        ("The Dutch ships left Netherlands for Orin in 1722.", "Netherlands", "place"),
    ],
)
def test_what_is_no_answer_of_its_own_is_refused(text, answer, name_class):
    assert refused(text, answer, SpanKind.NAME, name_class)


def test_a_count_that_the_row_behind_it_tells_is_refused():
    assert refused("Bees of Orin release two acids, vellic and orinic.", "two", SpanKind.QUANTITY, "quantity")
    assert not refused("The bees of Orin release two acids in spring.", "two", SpanKind.QUANTITY, "quantity")


@pytest.mark.parametrize(
    "text",
    [
        "The ships Vell, Ashby, and Orin, which are four of a kind, left.",
        "The fleet of Orin slept for the next four nights.",
    ],
)
def test_a_count_of_what_was_told_before_is_refused(text):
    assert refused(text, "four", SpanKind.QUANTITY, "quantity")


def test_a_number_that_ends_a_name_is_no_date():
    assert refused("The ship Orin Station 2070 was seen at Ashby.", "2070", SpanKind.DATE, "date")
    assert not refused("The ship of Orin was seen at Ashby. In 2070 it sank.", "2070", SpanKind.DATE, "date")


def test_a_short_sentence_may_be_asked_for_its_date():
    assert not refused("The institution of slavery was abolished in 1923.", "1923", SpanKind.DATE, "date")


def test_only_a_measure_in_brackets_says_the_same_again():
    assert not refused("The Vell party won 82% (191 seats in the Orin Assembly).", "82%", SpanKind.QUANTITY, "quantity")
    assert refused("The coast of Orin is 82 miles (132 km) long.", "82 miles", SpanKind.QUANTITY, "quantity")


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("It grew in Orin three or four generations after Calder.", "three"),
        ("The alphabets of Orin and Vell have 58 and 46 letters, respectively.", "58"),
        ("Ashby ruled Orin for 400 years, from 1483 until 1975.", "400 years"),
        ("The harbour of Orin holds between 24 and 80 ships.", "24"),
        ('Calder posits four kinds of soul ("psyches"): the first, the second and others.', "four"),
    ],
)
def test_a_number_that_its_sentence_tells_or_tears_is_refused(text, answer):
    assert refused(text, answer, SpanKind.QUANTITY, "quantity")


def test_a_count_of_what_stands_behind_a_dash_is_refused():
    assert refused("Orin has three divisions—the Army, the Navy and a fleet.", "three", SpanKind.QUANTITY, "quantity")


def test_a_term_that_stands_there_in_its_other_number_is_refused():
    text = "A plant cell of Orin is no animal cell, for plant cells have a wall."
    assert refused(text, "plant cell", SpanKind.TERM, "term")
    assert is_told("plant cell", "Unlike plant cells, Orin has no wall.")


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("It was the highest jump of Calder into the top 10 of the world.", "10"),
        ("The harbour was told of in The Wealth Report 2012 of Orin.", "2012"),
    ],
)
def test_a_number_that_anybody_knows_or_that_ends_a_title_is_refused(text, number):
    assert refused(text, number, SpanKind.QUANTITY, "quantity")


def test_a_year_beside_another_is_refused():
    text = "The weak response of Orin in 1775 and early 1776 was a losing cause."
    assert refused(text, "1776", SpanKind.DATE, "date")


def test_a_term_among_examples_is_refused():
    text = "The survey of Orin told many statistics, including male circumcision, abortion and more."
    assert refused(text, "male circumcision", SpanKind.TERM, "term")
    assert not refused(
        "A comb-like band of Orin is a copper reactor, and so on.", "copper reactor", SpanKind.TERM, "term"
    )


def test_the_end_of_a_time_whose_beginning_is_torn_from_it_is_refused():
    text = "Pirates of Orin took a million people from the 16th to the 19th century."
    assert refused(text, "19th century", SpanKind.DATE, "date")


def test_a_date_in_a_title_and_the_turn_of_a_century_are_refused():
    assert refused("The reviews of Calder were for Night of January 16th.", "January 16th", SpanKind.DATE, "date")
    assert refused("The art of Orin was known at the turn of the 20th century.", "20th century", SpanKind.DATE, "date")


def test_a_name_within_a_row_of_common_words_is_refused():
    text = "Calder wrote against statism, absolute monarchy, Nazism, fascism, and the mill."
    assert refused(text, "Nazism", SpanKind.NAME, "unknown")


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("The Broncos of Orin gave the ball to Ward in the second half.", "Ward"),
        ("In the second half the Broncos left Orin behind.", "Broncos"),
        ("The discourse of Orientalism served the rulers of Orin.", "Orientalism"),
    ],
)
def test_a_common_word_with_a_capital_within_a_sentence_is_a_name(text, answer):
    assert not refused(text, answer, SpanKind.NAME, "unknown")


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("The fleet of Orin claimed Rupert's Land in the north.", "Land"),
        ("The play of Orin was called the Keys to Doomsday in 1722.", "Doomsday"),
        ("The delegates of Orin signed the Convention in winter.", "Convention"),
        ("Orin was the seat of early Western power in the north.", "Western"),
        ("The history of Orīn in the north is like that of Orin in the south.", "Orīn"),
        ("The TWX (TeletypeWriter eXchange) lines reached the harbour of Orin.", "TWX"),
        ("In 1912 the United States signed the U.S.–Orin pact.", "United States"),
        ("Calder bought arms from Zaire, South Orin, Republic of the Congo, Zambia, and Vell.", "South Orin"),
        ("Albany is far from the harbour of Orin and from Albany, New York.", "New York"),
    ],
)
def test_half_a_name_and_a_thing_told_elsewhere_are_none(text, answer):
    assert refused(text, answer, SpanKind.NAME, "unknown")


@pytest.mark.parametrize(
    ("text", "answer", "grain"),
    [
        ("Orin metal may show the +3 oxidation state in water.", "3", "number"),
        ("The rate at Orin was 14.7 per 1,000 of all children.", "1,000", "number"),
        ("Orin is the fourth largest province after Vell, Ashby, and Lismore.", "fourth", "ordinal"),
    ],
)
def test_a_number_of_a_sign_a_rate_or_a_told_order_is_refused(text, answer, grain):
    start = text.index(answer)
    span = Span(start, start + len(answer), answer, SpanKind.QUANTITY, grain)
    assert is_refused(span, text, "quantity")


def test_a_name_is_told_by_one_that_comes_from_the_same():
    assert is_told("Orinians", "Some 250 people of Orinia were killed.")
    assert not is_told("Vellans", "Some 250 people of Orinia were killed.")


def test_a_formula_behind_the_answer_is_left_out():
    text = "The plants of Orin take in carbon dioxide (CO2) and light."
    start = text.index("carbon dioxide")
    span = Span(start, start + 14, "carbon dioxide", SpanKind.TERM, "lexical")
    assert without_gloss(text, span) == "The plants of Orin take in carbon dioxide and light."
