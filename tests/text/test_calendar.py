"""What a date covers, and which of two dates says more."""

import pytest

from questions.text.calendar import Date, Precision, agrees, is_coarser, missing_parts, spans

NOVEMBER_11 = Date(year=1918, month=11, day=11)
JULY = Date(year=1918, month=7)
YEAR = Date(year=1918)


@pytest.mark.parametrize(
    ("date", "precision"),
    [
        (NOVEMBER_11, Precision.DAY),
        (JULY, Precision.MONTH),
        (Date(year=1922, season="summer"), Precision.SEASON),
        (YEAR, Precision.YEAR),
        (Date(year=1880, decade=True), Precision.DECADE),
        (Date(century=19), Precision.CENTURY),
    ],
)
def test_a_date_knows_how_exact_it_is(date, precision):
    assert date.precision is precision


@pytest.mark.parametrize(
    ("date", "covered"),
    [
        (NOVEMBER_11, (((1918, 11, 11), (1918, 11, 11)),)),
        (JULY, (((1918, 7, 1), (1918, 7, 31)),)),
        (YEAR, (((1918, 1, 1), (1918, 12, 31)),)),
        (Date(year=1919, part="late"), (((1919, 9, 1), (1919, 12, 31)),)),
        (Date(year=1922, season="summer"), (((1922, 6, 1), (1922, 8, 31)),)),
        (Date(year=1880, decade=True), (((1880, 1, 1), (1889, 12, 31)),)),
        (Date(year=1918, end=Date(year=1922)), (((1918, 1, 1), (1922, 12, 31)),)),
        (Date(month=11, day=11), ()),
    ],
)
def test_a_date_covers_its_days(date, covered):
    assert spans(date) == covered


def test_a_winter_lies_on_either_side_of_its_year():
    assert spans(Date(year=1919, season="winter")) == (
        ((1919, 12, 1), (1920, 2, 31)),
        ((1918, 12, 1), (1919, 2, 31)),
    )


@pytest.mark.parametrize(
    ("date", "is_possible"),
    [
        (Date(year=1920, month=2, day=29), True),
        (Date(year=1921, month=2, day=29), False),
        (Date(year=1900, month=2, day=29), False),
        (Date(month=2, day=29), True),
        (Date(month=4, day=31), False),
        (Date(year=1918, month=13), False),
        (Date(year=1918, day=3), False),
    ],
)
def test_a_date_is_in_the_calendar_or_not(date, is_possible):
    assert date.is_possible is is_possible


@pytest.mark.parametrize(
    ("asked", "given"),
    [
        (YEAR, NOVEMBER_11),
        (JULY, Date(year=1918, month=7, day=4)),
        (Date(month=11, day=11), NOVEMBER_11),
        (Date(year=1880, decade=True), Date(year=1880, end=Date(year=1889))),
        (Date(year=1918, end=Date(year=1922)), Date(year=1918, month=8, end=Date(year=1922, month=10))),
        (Date(season="summer"), Date(month=7)),
    ],
)
def test_an_equal_or_finer_date_agrees_and_is_not_coarser(asked, given):
    assert (agrees(asked, given), is_coarser(asked, given)) == (True, False)


@pytest.mark.parametrize(
    ("asked", "given", "missing"),
    [
        (NOVEMBER_11, Date(year=1918, month=11), ("day",)),
        (NOVEMBER_11, YEAR, ("day", "month")),
        (NOVEMBER_11, Date(month=11, day=11), ("year",)),
        (JULY, Date(year=1910, decade=True), ("month", "year")),
        (Date(year=1922, season="summer"), Date(year=1922), ("season",)),
        (Date(year=1919, part="late"), Date(year=1919), ("part",)),
        (Date(year=1918, end=Date(year=1922)), YEAR, ("both ends",)),
        (Date(month=8, day=20), Date(month=8), ("day",)),
    ],
)
def test_a_coarser_date_is_right_so_far_and_lacks_something(asked, given, missing):
    assert (agrees(asked, given), is_coarser(asked, given), missing_parts(asked, given)) == (False, True, missing)


@pytest.mark.parametrize(
    ("asked", "given"),
    [
        (NOVEMBER_11, Date(year=1918, month=11, day=12)),
        (NOVEMBER_11, Date(year=1919)),
        (NOVEMBER_11, Date(month=10)),
        (YEAR, Date(year=1918, end=Date(year=1919))),
        (Date(year=1918, end=Date(year=1922)), Date(year=1920)),
        (Date(year=1918, end=Date(year=1922)), Date(year=1918, end=Date(year=1921))),
    ],
)
def test_another_date_neither_agrees_nor_is_coarser(asked, given):
    assert (agrees(asked, given), is_coarser(asked, given)) == (False, False)
