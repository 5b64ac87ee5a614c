"""Numbers in words, checked against the numbers they are."""

import pytest

from questions.text.numbers import (
    number_words_to_digits,
    read_cardinal,
    read_ordinal,
    read_roman,
    read_year,
    roman_to_digits,
)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("zero", 0),
        ("two", 2),
        ("nineteen", 19),
        ("seventy two thousand", 72_000),
        ("a hundred and fifty", 150),
        ("one hundred fifty", 150),
        ("one million six hundred thousand and one", 1_600_001),
        ("nineteen hundred", 1900),
        ("a dozen", 12),
        ("two dozen", 24),
    ],
)
def test_a_cardinal_in_words_is_its_number(text, number):
    assert read_cardinal(text.split()) == number


@pytest.mark.parametrize(
    "text", ["", "and", "two three", "twenty eleven", "hundred", "two and", "and two", "two and three", "thousand"]
)
def test_words_that_spell_no_number_are_none(text):
    assert read_cardinal(text.split()) is None


@pytest.mark.parametrize(
    ("text", "number"),
    [("first", 1), ("second", 2), ("twelfth", 12), ("twentieth", 20), ("thirty fifth", 35), ("35th", 35), ("2nd", 2)],
)
def test_an_ordinal_is_its_number(text, number):
    assert read_ordinal(text.split()) == number


def test_a_cardinal_is_no_ordinal():
    assert read_ordinal(["five"]) is None


@pytest.mark.parametrize(("word", "number"), [("i", 1), ("iv", 4), ("ix", 9), ("xiv", 14), ("xxxix", 39)])
def test_a_roman_numeral_is_its_number(word, number):
    assert read_roman(word) == number


@pytest.mark.parametrize("word", ["", "iix", "vx", "mix", "xl"])
def test_other_letters_are_no_roman_numeral(word):
    assert read_roman(word) is None


@pytest.mark.parametrize(
    ("text", "year"),
    [("nineteen eighteen", 1918), ("nineteen twenty one", 1921), ("nineteen oh five", 1905), ("twenty twenty", 2020)],
)
def test_a_year_is_read_in_two_halves(text, year):
    assert read_year(text.split()) == year


@pytest.mark.parametrize("text", ["nineteen", "nineteen five", "five eighteen", "nineteen hundred"])
def test_other_numbers_are_no_year(text):
    assert read_year(text.split()) is None


def test_numbers_within_a_text_become_digits():
    found = ["the", "thirty", "fifth", "division", "of", "one", "hundred", "and", "two", "men"]
    assert number_words_to_digits(found) == ["the", "35th", "division", "of", "102", "men"]


def test_a_year_in_words_is_two_numbers_unless_years_are_asked_for():
    found = ["nineteen", "eighteen"]
    assert (number_words_to_digits(found), number_words_to_digits(found, years=True)) == (["19", "18"], ["1918"])


def test_a_roman_numeral_counts_at_the_end_or_anywhere():
    assert roman_to_digits(["world", "war", "i"], anywhere=False) == ["world", "war", "1"]
    assert roman_to_digits(["ix", "corps"], anywhere=False) == ["ix", "corps"]
    assert roman_to_digits(["ix", "corps"], anywhere=True) == ["9", "corps"]
