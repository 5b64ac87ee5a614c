"""Days are read as Django reads them, and one that was read is not read again."""

from datetime import date

import pytest
from django.db import connection

from questions.models import Memory
from questions.models.sqlite_days import read_day
from tests.factories import make_facts, make_learner, make_memory


def test_a_day_is_read_as_it_is_stored():
    assert read_day(b"2026-11-02") == date(2026, 11, 2)
    assert read_day(b"0001-01-01") == date.min
    assert read_day(b"2026-11-02") is read_day(b"2026-11-02")


@pytest.mark.django_db
def test_rows_of_sqlite_are_read_so():
    learner, facts = make_learner(), make_facts(2)
    for fact in facts:
        make_memory(learner, fact, due=date(2031, 5, 17))

    days = Memory.objects.values_list("due", flat=True)

    assert list(days) == [date(2031, 5, 17)] * 2
    assert (days[0] is read_day(b"2031-05-17")) == (connection.vendor == "sqlite")
