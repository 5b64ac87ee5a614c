from datetime import timedelta

import pytest

from questions.progress.calendar import Calendar, CalendarDay, Week
from questions.progress.time_spent import time_spent
from tests.factories import MONDAY


def calendar(seconds_before, seconds_now, answers=10, right=5):
    """Eight weeks; in the first four an answer took `seconds_before`, in the last four `seconds_now`."""
    days = [
        CalendarDay(
            MONDAY + timedelta(days=n), answers, right, 1000 * answers * (seconds_before if n < 28 else seconds_now)
        )
        for n in range(56)
    ]
    return Calendar(tuple(Week(tuple(days[n : n + 7])) for n in range(0, 56, 7)))


@pytest.mark.parametrize(
    ("before", "now", "trend"), [(10, 10, ""), (10, 11, ""), (10, 12, "dearer"), (10, 8, "cheaper")]
)
def test_what_a_right_answer_costs_counts_the_wrong_ones_in(before, now, trend):
    """Half of the answers are right: each right one costs two."""
    found = time_spent(calendar(before, now))

    assert (found.seconds, found.seconds_before, found.trend) == (2 * now, 2 * before, trend)


def test_the_last_four_weeks_are_shown():
    found = time_spent(calendar(6, 12))

    assert (len(found.days), found.days[-1].day) == (28, MONDAY + timedelta(days=55))
    assert (found.minutes, found.right) == (56, 140)  # 28 days of ten answers of twelve seconds


def test_without_right_answers_nothing_is_said_of_their_cost():
    found = time_spent(calendar(6, 12, right=0))

    assert (found.seconds, found.seconds_before, found.trend) == (0, 0, "")
