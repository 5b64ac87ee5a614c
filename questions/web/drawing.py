"""The figures of progress in; what the page's templates print, charts and tables as text, out."""

from __future__ import annotations

from functools import lru_cache
from html import escape
from typing import TYPE_CHECKING, Any

from questions.progress.calibration import FEWEST_PROBES

from . import charts, svg
from .document_map import row, to_facts

if TYPE_CHECKING:
    from collections.abc import Iterable

    from django.utils.safestring import SafeString

    from questions.progress.calendar import Calendar, CalendarDay, Week
    from questions.progress.calibration import Calibration, Comparison
    from questions.progress.fading import Fading, Faint
    from questions.progress.figures import Figures
    from questions.progress.forecast import Forecast
    from questions.progress.time_spent import TimeSpent


def drawn(found: Figures) -> dict[str, Any]:
    """Every name that progress.html and its parts ask for."""
    return {
        "overview": found.overview,
        "banks": [(bank, svg.joined(row(bank, unit) for unit in bank.units)) for bank in found.mastery],
        "mastery": found.mastery,
        "fewest": FEWEST_PROBES,
        **_calendar(found.calendar),
        **_time(found.time_spent),
        **_forecast(found.forecast),
        **_fading(found.fading),
        **_calibration(found.calibration),
    }


def _calendar(done: Calendar) -> dict[str, Any]:
    chart = charts.heat_map(done)
    return {
        "calendar": done,
        "heat_map": chart,
        "heat_marks": svg.joined(_week(chart.marks[at : at + 7]) for at in range(0, len(chart.marks), 7)),
        "heat_words": svg.words(chart.names, "start"),
        "calendar_rows": svg.joined(map(_week_rows, reversed(done.weeks))),
    }


@lru_cache(maxsize=2_000)  # weeks that are over stay as they are
def _week(marks: tuple[charts.Mark, ...]) -> SafeString:
    return svg.rects(marks, "heat", round_by=3)


@lru_cache(maxsize=2_000)
def _week_rows(week: Week) -> SafeString:
    return svg.rows(_day_row(each) for each in reversed(week.days) if each.answers)


def _day_row(each: CalendarDay) -> tuple[str | int, ...]:
    return f"{charts.short_day(each.day)} {each.day.year}", each.answers, each.right, each.minutes


def _time(spent: TimeSpent) -> dict[str, Any]:
    chart = charts.minute_bars(spent)
    return {
        "time_spent": spent,
        "minute_bars": chart,
        "minute_marks": svg.rects(chart.marks, "bar", round_by=2),
        "minute_words": svg.words(chart.names),
        "minute_lines": svg.lines_across(chart),
        "time_rows": svg.rows(
            (charts.short_day(each.day), each.minutes, each.right, _seconds(each))
            for each in reversed(spent.days)
            if each.answers
        ),
    }


def _seconds(each: CalendarDay) -> str:
    return f"{each.milliseconds / each.right / 1000:.0f} s" if each.right else "–"


def _forecast(due: Forecast) -> dict[str, Any]:
    chart = charts.bars(due)
    before = [("before today", due.overdue)] if due.overdue else []
    return {
        "forecast": due,
        "due_bars": chart,
        "due_marks": svg.rects(chart.marks, "bar", round_by=2),
        "due_words": svg.words(chart.names),
        "due_lines": svg.lines_across(chart),
        "due_rows": svg.rows([*before, *((charts.short_day(each.day), each.count) for each in due.days)]),
    }


def _fading(fading: Fading) -> dict[str, Any]:
    chart = charts.curve(fading)
    return {
        "fading": fading,
        "fall": chart,
        "fall_line": charts.line_through(chart),
        "fall_marks": svg.points(chart.marks),
        "fall_words": svg.words(chart.names),
        "fall_lines": svg.lines_across(chart),
        "faint_rows": svg.joined(map(_faint_row, fading.faintest)),
        "fall_rows": svg.rows((later.days, f"{later.recalled:.0f}") for later in fading.curve),
    }


def _faint_row(faint: Faint) -> str:
    prompt, note = escape(faint.prompt), f"{faint.percent} % likely to be recalled today"
    named = f'<a class="row-title" href="{to_facts().format(faint.fact)}">{prompt}</a>'
    return f'<li class="row">{named}<span class="row-note">{note}</span></li>'


def _calibration(calibration: Calibration) -> dict[str, Any]:
    chart = charts.calibration_plot(calibration.bands)
    return {
        "calibration": calibration,
        "plot": chart,
        "plot_axes": svg.axes_of_shares(chart),
        "plot_marks": svg.whiskers(chart.marks) + svg.points(chart.marks, radius=5),
        "kind_rows": svg.rows(_compared(calibration.by_kind)),
        "unit_rows": svg.rows(_compared(calibration.by_unit)),
        "band_rows": svg.rows(_compared(calibration.bands, before="expected ")),
    }


def _compared(found: Iterable[Comparison], before: str = "") -> Iterable[tuple[str | int, ...]]:
    for each in found:
        after = " (graded by you)" if each.label == "recall" else ""
        shares = (f"{each.expected_of_100}\N{NO-BREAK SPACE}%", f"{each.knew_of_100}\N{NO-BREAK SPACE}%")
        yield f"{before}{each.label}{after}", each.count, *shares, each.verdict
