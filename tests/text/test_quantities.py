"""Amounts as people write them, checked against the number they are."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from questions.text.quantities import Quantity, parse_quantity, quantities_of


def amount(low, unit="", bound="", high=None):
    return Quantity(Fraction(low), Fraction(low if high is None else high), unit, bound)


@pytest.mark.parametrize(
    "text", ["72,000", "72 000", "72.000", "72000", "72'000", "seventy-two thousand", "72 thousand", "72k", "72,000."]
)
def test_one_number_is_written_in_many_ways(text):
    assert parse_quantity(text) == amount(72_000)


@pytest.mark.parametrize(
    ("text", "quantity"),
    [
        ("1.6 million", amount(1_600_000)),
        ("half a million", amount(500_000)),
        ("two and a half million", amount(2_500_000)),
        ("a dozen", amount(12)),
        ("0.5", amount("1/2")),
        ("72,5", amount("72.5")),
        ("1,600.5", amount("1600.5")),
        ("a third", amount("1/3")),
        ("two-thirds", amount("2/3")),
        ("2½", amount("2.5")),
        ("2 1/2", amount("2.5")),
        ("30%", amount(30, "percent")),
        ("thirty per cent", amount(30, "percent")),
        ("$5 million", amount(5_000_000, "dollars")),
        ("72,000 Japanese troops", amount(72_000, "japanese troops")),
        ("a quarter of the army", amount("1/4", "army")),
        ("three-month", amount(3, "month")),
        ("a week", amount(1, "week")),
        ("twice", amount(2, "times")),
        ("about 300 men", amount(300, "men")),
        ("over 70,000", amount(70_000, "", "over")),
        ("fewer than 800", amount(800, "", "under")),
    ],
)
def test_an_amount_has_a_number_and_what_it_counts(text, quantity):
    assert parse_quantity(text) == quantity


@pytest.mark.parametrize("text", ["250–300", "250-300", "250 to 300", "between 250 and 300", "from 250 to 300"])
def test_a_range_has_two_ends(text):
    assert parse_quantity(text) == amount(250, high=300)
    assert parse_quantity(text).is_range is True


def test_the_scale_word_of_a_range_may_serve_both_ends():
    assert parse_quantity("5 to 6 thousand men") == amount(5000, "men", high=6000)


def test_a_point_before_three_digits_has_two_readings():
    assert quantities_of("1.234") == (amount(1234), amount("1.234"))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Kolchak",
        "7 or 8",
        "two or three",
        "72,000 and 73,000",
        "hundreds",
        "1.2.3",
        "10²",
        "72,0000",
        "a lot",
        "second",
        "300-250",
        "1/0",
        "9" * 300,
    ],
)
def test_what_is_no_amount_is_none(text):
    assert quantities_of(text) == ()


@given(st.integers(0, 10**12))
def test_every_whole_number_is_read_back(number):
    assert parse_quantity(str(number)) == parse_quantity(f"{number:,}") == amount(number)


@given(st.text() | st.from_regex(r"[0-9a-z ,./–½-]{0,30}"))
def test_reading_an_amount_never_raises(text):
    assert isinstance(quantities_of(text), tuple)
