"""What a quiz asks of a fact, and how exact a typed date must be."""

import pytest

from questions.assignments.asked import exactness_of
from questions.models import Fact, Item


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        ("1871", "the year"),
        ("July 1918", "month and year"),
        ("11 November 1918", "day, month and year"),
        ("11 November", "day and month"),
        ("autumn 1920", "season and year"),
        ("late 1919", ""),
        ("1918–1922", ""),
        ("the day after", ""),
    ],
)
def test_a_typed_date_says_how_exact_it_must_be(answer, said):
    item = Item(kind="typed", answer=answer, fact=Fact(answer_type="date"))
    assert exactness_of(item) == said


def test_only_typed_dates_need_that():
    assert exactness_of(Item(kind="choice", answer="1871", fact=Fact(answer_type="date"))) == ""
    assert exactness_of(Item(kind="typed", answer="1871", fact=Fact(answer_type="quantity"))) == ""
