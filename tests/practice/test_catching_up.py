"""How long a backlog takes, against days counted by hand."""

import pytest

from questions.practice.catching_up import days_to_catch_up


@pytest.mark.parametrize(
    ("late", "limit", "coming", "wrong", "gap", "days"),
    [
        (0, 10, [], 0.0, 400, 1),
        (30, 10, [], 0.0, 400, 3),
        (31, 10, [], 0.0, 400, 4),
        (30, 10, [0, 5, 5, 5], 0.0, 400, 5),  # 20, 15, 10, 5, 0
        (30, 10, [10] * 400, 0.0, 400, None),
        (20, 10, [], 0.5, 400, 3),  # 10 left; 10 and 5 back, 5 left; 5 and 5 back, 0 left
        (20, 10, [], 0.0, 1, None),  # all comes back the next day
    ],
)
def test_days_are_counted(late, limit, coming, wrong, gap, days):
    found = days_to_catch_up(late, limit, coming, wrong=wrong, gap=gap)

    assert found == days
