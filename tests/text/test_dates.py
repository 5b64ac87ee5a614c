"""Dates as people write them, each read exactly as precisely as it is written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from questions.text.dates import MONTHS, Date, dates_of, parse_date


@pytest.mark.parametrize(
    "text",
    [
        "11 November 1918",
        "November 11th, 1918",
        "Nov. 11, 1918",
        "the 11th of November 1918",
        "on the eleventh of November, nineteen eighteen",
        "Monday, 11 November 1918",
        "1918-11-11",
        "11/11/1918",
        "11.11.1918",
        "1918 November 11",
    ],
)
def test_one_day_is_written_in_many_ways(text):
    assert parse_date(text) == Date(year=1918, month=11, day=11)


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("1918", Date(year=1918)),
        ("in July 1918", Date(year=1918, month=7)),
        ("Nov. 1918", Date(year=1918, month=11)),
        ("7/1918", Date(year=1918, month=7)),
        ("July", Date(month=7)),
        ("11 November", Date(month=11, day=11)),
        ("spring 1920", Date(year=1920, season="spring")),
        ("the summer of 1922", Date(year=1922, season="summer")),
        ("fall of 1922", Date(year=1922, season="autumn")),
        ("the 1880s", Date(year=1880, decade=True)),
        ("late 1919", Date(year=1919, part="late")),
        ("the end of July 1918", Date(year=1918, month=7, part="late")),
        ("early 1920", Date(year=1920, part="early")),
        ("mid-1920", Date(year=1920, part="mid")),
        ("the first half of 1918", Date(year=1918, part="1 half")),
        ("c. 1850", Date(year=1850, circa=True)),
        ("around 1850", Date(year=1850, circa=True)),
        ("the nineteenth century", Date(century=19)),
        ("4th century BC", Date(century=-4)),
        ("44 BC", Date(year=-44)),
        ("15 March 44 B.C.", Date(year=-44, month=3, day=15)),
        ("AD 79", Date(year=79)),
        ("29 February 1920", Date(year=1920, month=2, day=29)),
    ],
)
def test_no_part_of_a_date_is_invented(text, date):
    assert parse_date(text) == date


@pytest.mark.parametrize(
    "text",
    [
        "1918-1922",
        "1918–1922",
        "from 1918 to 1922",
        "1918 to 1922",
        "between 1918 and 1922",
        "1918 and 1922",
        "1918–22",
    ],
)
def test_a_range_of_years_is_written_in_many_ways(text):
    assert parse_date(text) == Date(year=1918, end=Date(year=1922))


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("11–13 June 1921", Date(1921, 6, 11, end=Date(1921, 6, 13))),
        ("June 11-13, 1921", Date(1921, 6, 11, end=Date(1921, 6, 13))),
        ("from July 18 to July 21", Date(None, 7, 18, end=Date(None, 7, 21))),
        ("12 May - 3 June 1920", Date(1920, 5, 12, end=Date(1920, 6, 3))),
        ("October 1919 to 18 March 1921", Date(1919, 10, end=Date(1921, 3, 18))),
        ("the winter of 1919–20", Date(1919, 12, end=Date(1920, 2))),
    ],
)
def test_one_end_of_a_range_borrows_from_the_other(text, date):
    assert parse_date(text) == date


def test_day_and_month_may_be_read_in_either_order():
    assert dates_of("3/4/1920") == (Date(1920, 4, 3), Date(1920, 3, 4))
    assert dates_of("13/4/1920") == (Date(1920, 4, 13),)


def test_two_readings_are_no_one_date():
    assert parse_date("3/4/1920") is None
    assert dates_of("1911-12") == (Date(1911, 12), Date(1911, end=Date(1912)))
    assert dates_of("the 1900s") == (Date(1900, decade=True), Date(century=20))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "72",
        "Kolchak",
        "1918 or 1919",
        "30 February 1921",
        "29 February 1921",
        "1922-1918",
        "before 1918",
        "3/4/20",
        "the day after the armistice",
        "1918–1919–1920",
        "72,000",
        "0",
        "1918 " * 100,
    ],
)
def test_what_is_no_date_is_none(text):
    assert dates_of(text) == ()


@given(st.dates())
def test_every_day_is_read_back(day):
    text = f"{day.day} {MONTHS[day.month - 1].title()} {day.year:04d}"
    assert parse_date(text) == Date(day.year, day.month, day.day)
    assert parse_date(f"{day:%Y-%m-%d}".zfill(10)) == Date(day.year, day.month, day.day)


@given(st.text() | st.from_regex(r"[0-9a-z ./–-]{0,30}"))
def test_reading_a_date_never_raises(text):
    assert isinstance(dates_of(text), tuple)
