from datetime import timedelta

import pytest

from questions.progress.calendar import Calendar, CalendarDay, Week
from questions.progress.calibration import Comparison
from questions.progress.fading import DAYS, Fading, Later
from questions.progress.forecast import DueDay, Forecast
from questions.web.charts import bars, calibration_plot, curve, heat_map, line_through, nice_ceiling
from tests.factories import MONDAY


@pytest.mark.parametrize(
    ("value", "ceiling"),
    [(0, 4), (1, 4), (4, 4), (5, 6), (7, 8), (10, 10), (11, 20), (97, 100), (101, 200), (265, 300), (999, 1000)],
)
def test_a_scale_ends_at_a_round_number_with_a_whole_half(value, ceiling):
    assert nice_ceiling(value) == ceiling


def days_from(monday, counts):
    return Week(
        tuple(CalendarDay(monday + timedelta(days=n), count, count, 60_000 * count) for n, count in enumerate(counts))
    )


def test_a_heat_map_has_a_column_a_week_and_a_square_a_day():
    october = MONDAY - timedelta(days=21)
    weeks = [days_from(october + timedelta(days=7 * n), [0] * 7) for n in range(3)]
    chart = heat_map(Calendar((*weeks, days_from(MONDAY, [1, 30]))))

    assert len(chart.marks) == 23
    assert len({mark.x for mark in chart.marks}) == 4
    assert [mark.label for mark in chart.marks[-2:]] == [
        "Monday, 2 November 2026: 1 answer, 1 min",
        "Tuesday, 3 November 2026: 30 answers, 30 min",
    ]
    assert [mark.level for mark in chart.marks[-2:]] == [1, 3]
    assert chart.marks[0].label == "Monday, 12 October 2026: 0 answers"
    assert [name.text for name in chart.names] == ["Oct", "Nov", "Mon", "Wed", "Fri"]
    assert all(mark.x + mark.width <= chart.width and mark.y + mark.height <= chart.height for mark in chart.marks)


def test_a_month_of_one_column_at_the_beginning_leaves_its_name_out():
    late = MONDAY - timedelta(days=7)

    chart = heat_map(Calendar(tuple(days_from(late + timedelta(days=7 * n), [0] * 7) for n in range(3))))

    assert [name.text for name in chart.names] == ["Nov", "Mon", "Wed", "Fri"]


def forecast(overdue, *counts):
    return Forecast(overdue, tuple(DueDay(MONDAY + timedelta(days=n), count) for n, count in enumerate(counts)))


def test_bars_are_as_high_as_their_days_are_full():
    """The scale ends at 10 and is 148 high: 5 and 10 are 74 and 148."""
    chart = bars(forecast(0, 5, 10, 0))

    assert [mark.height for mark in chart.marks] == [74, 148, 0]
    assert [mark.y + mark.height for mark in chart.marks] == [156, 156, 156]
    assert [tick.text for tick in chart.ticks] == ["0", "5", "10"]
    assert [mark.label for mark in chart.marks][:2] == ["Monday, 2 November: 5", "Tuesday, 3 November: 10"]


def test_what_is_overdue_stands_on_todays_bar():
    chart = bars(forecast(3, 5, 0))

    today, overdue = chart.marks[0], chart.marks[-1]
    assert (overdue.level, overdue.label) == (1, "waiting since before today: 3")
    assert (overdue.x, overdue.y + overdue.height) == (today.x, today.y)
    assert overdue.height / today.height == pytest.approx(3 / 5, abs=0.001)


def test_nothing_due_is_drawn_as_nothing():
    chart = bars(forecast(0, *[0] * 30))

    assert {mark.height for mark in chart.marks} == {0}
    assert [tick.text for tick in chart.ticks] == ["0", "2", "4"]
    assert [name.text for name in chart.names] == ["today", "9 Nov", "16 Nov", "23 Nov", "30 Nov"]


def test_the_curve_falls_from_today_to_a_month():
    """20 of 20 stand at the top, 10 half way down."""
    fading = Fading(20, tuple(Later(days, 20 - days / 3) for days in DAYS), ())

    chart = curve(fading)

    assert (chart.marks[0].x, chart.marks[0].y) == (34, 8)
    assert (chart.marks[-1].x, chart.marks[-1].y) == (614, 82)
    assert [mark.label for mark in (chart.marks[0], chart.marks[1], chart.marks[4])] == [
        "today: 20",
        "tomorrow: 20",
        "in a week: 18",
    ]
    assert [name.text for name in chart.names] == ["today", "in a week", "2 weeks", "3 weeks", "a month"]
    assert line_through(chart).startswith("34,8 ")
    assert len(line_through(chart).split()) == len(DAYS)


def test_points_on_the_diagonal_are_exact():
    """The square is 244 wide from 40 on, its floor at 264."""
    chart = calibration_plot([Comparison("all", 8, 0.5, 0.5, 0.25, 0.75), Comparison("all", 9, 1, 0, 0, 0.25)])

    first, second = chart.marks
    assert (first.x, first.y, first.width, first.height) == (162, 142, 81, 203)
    assert (second.x, second.y) == (284, 264)
    assert first.label == "predicted 50 %, recalled 50 % of 8"
    assert [(tick.x, tick.y, tick.text) for tick in (chart.ticks[0], chart.ticks[-1])] == [
        (40, 264, "0 %"),
        (284, 20, "100 %"),
    ]
