"""Figures in; shapes of an SVG, as numbers for its attributes, out. Colour is the stylesheet's, by class."""

from __future__ import annotations

from calendar import day_name, month_name
from dataclasses import dataclass
from functools import lru_cache
from math import log10
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from questions.practice.workload import Cost
    from questions.progress.calendar import Calendar, CalendarDay, Week
    from questions.progress.calibration import Comparison
    from questions.progress.fading import Fading
    from questions.progress.forecast import Forecast
    from questions.progress.time_spent import TimeSpent


class Mark(NamedTuple):
    """A rectangle or a point with its words: `label` is what a screen reader and a tooltip say."""

    x: float
    y: float
    width: float = 0
    height: float = 0
    label: str = ""
    level: int = 0
    text: str = ""


@dataclass(frozen=True, slots=True)
class Chart:
    width: float
    height: float
    marks: tuple[Mark, ...]
    ticks: tuple[Mark, ...] = ()
    names: tuple[Mark, ...] = ()

    @property
    def box(self) -> str:
        """Its `viewBox`."""
        return f"0 0 {self.width:g} {self.height:g}"


STEPS = (1, 2, 3, 4, 5, 6, 8, 10)
LEAST_CEILING = 4
WEEKDAYS, MONTHS = tuple(day_name), tuple(month_name)


@lru_cache(maxsize=1_000)  # strftime is slow, and a page names a hundred days
def long_day(day: date) -> str:
    """`Monday, 2 November`."""
    return f"{WEEKDAYS[day.weekday()]}, {day.day} {MONTHS[day.month]}"


@lru_cache(maxsize=1_000)
def short_day(day: date) -> str:
    """`Mon, 2 Nov`."""
    return f"{WEEKDAYS[day.weekday()][:3]}, {day.day} {MONTHS[day.month][:3]}"


def nice_ceiling(value: float) -> int:
    """The least round number that is not below `value` and has a whole half: 4, 6, 8, 10, 20, 30, 40, 50, 60, 80 …"""
    power = 10 ** max(0, int(log10(max(value, 1))))
    found = (step * power for step in STEPS if step * power >= value and step * power % 2 == 0)
    return max(LEAST_CEILING, next(found))


def heat_map(calendar: Calendar, *, cell: float = 18, gap: float = 4) -> Chart:
    """One column a week, one square a day, month names above and three days of the week beside."""
    left, top, step = 36.0, 20.0, cell + gap
    marks, months, month = [], [], 0
    for column, week in enumerate(calendar.weeks):
        first, x = week.days[0].day, left + column * step
        if first.month != month:
            month = first.month
            months.append(Mark(x, 12, text=MONTHS[month][:3]))
        marks += heat_week(week, x, top, cell, step)
    if len(months) > 1 and months[1].x - months[0].x < 2 * step:
        months.pop(0)  # a month that ends in its first week leaves no room for its name
    days = [Mark(0, top + row * step + cell * 0.75, text=name) for row, name in ((0, "Mon"), (2, "Wed"), (4, "Fri"))]
    size = (left + len(calendar.weeks) * step - gap, top + 7 * step - gap)
    return Chart(*size, tuple(marks), names=(*months, *days))


@lru_cache(maxsize=2_000)  # weeks that are over stay as they are
def heat_week(week: Week, x: float, top: float, cell: float, step: float) -> tuple[Mark, ...]:
    """A square for each day of a week, from Monday downwards."""
    return tuple(
        Mark(x, top + row * step, cell, cell, _label(day, row), day.level) for row, day in enumerate(week.days)
    )


def _label(day: CalendarDay, weekday: int) -> str:
    said = f"{day.answers} answer{'' if day.answers == 1 else 's'}"
    spent = f", {day.minutes} min" if day.milliseconds else ""
    return f"{WEEKDAYS[weekday]}, {day.day.day} {MONTHS[day.day.month]} {day.day.year}: {said}{spent}"


def bars(forecast: Forecast, *, width: float = 640, height: float = 180) -> Chart:
    """One bar a day; what is overdue stands on top of today's, at level 1."""
    left, bottom, top = 34.0, height - 24, 8.0
    highest = nice_ceiling(max(forecast.now, forecast.busiest.count))
    step = (width - left) / len(forecast.days)
    scale = (bottom - top) / highest
    marks, names = [], []
    for place, day in enumerate(forecast.days):
        x = left + place * step
        label = f"{long_day(day.day)}: {day.count}"
        marks.append(_bar(x + step * 0.12, bottom, step * 0.76, day.count * scale, label))
        if place % 7 == 0:
            names.append(Mark(round(x + step / 2, 2), height - 6, text="today" if place == 0 else f"{day.day:%-d %b}"))
    if forecast.overdue:
        label = f"waiting since before today: {forecast.overdue}"
        on_top = bottom - forecast.days[0].count * scale
        marks.append(_bar(left + step * 0.12, on_top, step * 0.76, forecast.overdue * scale, label, level=1))
    return Chart(width, height, tuple(marks), _levels(highest, left, width, top, bottom), tuple(names))


def minute_bars(spent: TimeSpent, *, width: float = 640, height: float = 160) -> Chart:
    """One bar a day, as high as its minutes."""
    left, bottom, top = 34.0, height - 24, 8.0
    highest = nice_ceiling(max(day.minutes for day in spent.days))
    step, scale = (width - left) / len(spent.days), (bottom - top) / highest
    marks, names = [], []
    for place, day in enumerate(spent.days):
        x = left + place * step
        said = f"{long_day(day.day)}: {day.minutes} min for {day.right} right"
        marks.append(_bar(x + step * 0.12, bottom, step * 0.76, day.milliseconds / 60_000 * scale, said))
        if (len(spent.days) - 1 - place) % 7 == 0:
            is_last = place == len(spent.days) - 1
            names.append(Mark(round(x + step / 2, 2), height - 6, text="today" if is_last else f"{day.day:%-d %b}"))
    return Chart(width, height, tuple(marks), _levels(highest, left, width, top, bottom), tuple(names))


def _bar(x: float, bottom: float, width: float, height: float, label: str, *, level: int = 0) -> Mark:
    return Mark(round(x, 2), round(bottom - height, 2), round(width, 2), round(height, 2), label, level)


def _levels(highest: int, left: float, width: float, top: float, bottom: float) -> tuple[Mark, ...]:
    """Three lines across, each with its number: nothing, half, and all of `highest`."""
    return tuple(
        Mark(left, round(bottom - share * (bottom - top), 2), width - left, text=str(round(share * highest)))
        for share in (0, 0.5, 1)
    )


def curve(fading: Fading, *, width: float = 640, height: float = 180) -> Chart:
    """What is recalled on the days to come: a line through a point a day; today, a week and a month are named."""
    left, right, bottom, top = 34.0, 26.0, height - 24, 8.0
    highest = nice_ceiling(fading.met)
    across, up = (width - left - right) / fading.curve[-1].days, (bottom - top) / highest
    said = {0: "today", 1: "tomorrow", 7: "in a week", 14: "2 weeks", 22: "3 weeks", 30: "a month"}
    marks = tuple(
        Mark(
            round(left + later.days * across, 2),
            round(bottom - later.recalled * up, 2),
            label=f"{said.get(later.days, f'in {later.days} days')}: {round(later.recalled)}",
        )
        for later in fading.curve
    )
    names = tuple(
        Mark(mark.x, height - 6, text=said[later.days])
        for mark, later in zip(marks, fading.curve, strict=True)
        if later.days in said and later.days != 1
    )
    return Chart(width, height, marks, _levels(highest, left, width, top, bottom), names)


def line_through(chart: Chart) -> str:
    """The points of a chart's marks, as the attribute of an SVG polyline."""
    return " ".join(f"{mark.x:g},{mark.y:g}" for mark in chart.marks)


def calibration_plot(bands: Sequence[Comparison], *, side: float = 300) -> Chart:
    """One point a band: predicted to the right, true upwards, with a 95 % whisker; the diagonal is perfect."""
    left, bottom, span = 40.0, side - 36, side - 56
    marks = tuple(
        Mark(
            x=round(left + band.predicted * span, 2),
            y=round(bottom - band.actual * span, 2),
            width=round(bottom - band.high * span, 2),
            height=round(bottom - band.low * span, 2),
            label=f"predicted {band.expected_of_100} %, recalled {band.knew_of_100} % of {band.count}",
        )
        for band in bands
    )
    ticks = tuple(
        Mark(round(left + share * span, 2), round(bottom - share * span, 2), text=f"{100 * share:.0f} %")
        for share in (0, 0.25, 0.5, 0.75, 1)
    )
    return Chart(side, side, marks, ticks)


def cost_curve(rows: Sequence[Cost], chosen: float, *, width: float = 640, height: float = 220) -> Chart:
    """Minutes a day by desired retention; the chosen point has level 1."""
    left, bottom, top = 44.0, height - 28, 12.0
    highest = nice_ceiling(max(row.minutes for row in rows))
    low, high = rows[0].share, rows[-1].share
    span, scale = width - left - 24, (bottom - top) / highest
    places = [round(left + 12 + (row.share - low) / (high - low) * (span - 12), 2) for row in rows]
    marks = tuple(
        Mark(
            x=x,
            y=round(bottom - row.minutes * scale, 2),
            label=f"{100 * row.share:.0f} %: {row.minutes:.1f} minutes a day",
            level=int(row.share == chosen),
        )
        for x, row in zip(places, rows, strict=True)
    )
    ticks = tuple(
        Mark(left, round(bottom - share * highest * scale, 2), text=str(round(share * highest)))
        for share in (0, 0.5, 1)
    )
    names = tuple(Mark(x, height - 8, text=f"{100 * row.share:.0f} %") for x, row in zip(places, rows, strict=True))
    return Chart(width, height, marks, ticks, names)
