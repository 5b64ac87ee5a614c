"""Figures in; shapes of an SVG, as numbers for its attributes, out. Colour is the stylesheet's, by class."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil, log10
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from questions.progress.calendar import Calendar
    from questions.progress.calibration import Comparison
    from questions.progress.forecast import Forecast


@dataclass(frozen=True, slots=True)
class Mark:
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


def nice_ceiling(value: float) -> int:
    """The least 1, 2, 5 × 10ⁿ (but at least 4) that is not below `value`."""
    if value <= 4:
        return 4
    power = 10 ** int(log10(value))
    return next(step * power for step in (1, 2, 5, 10) if step * power >= value)


def heat_map(calendar: Calendar, *, cell: float = 13, gap: float = 3) -> Chart:
    """One column a week, one square a day, month names above."""
    top, step = 18.0, cell + gap
    marks, names, month = [], [], 0
    for column, week in enumerate(calendar.weeks):
        if week[0].day.month != month:
            month = week[0].day.month
            names.append(Mark(column * step, 11, text=week[0].day.strftime("%b")))
        for day in week:
            label = f"{day.day:%A, %-d %B %Y}: {day.answers} answer{'' if day.answers == 1 else 's'}"
            marks.append(Mark(column * step, top + day.day.weekday() * step, cell, cell, label, day.level))
    if len(names) > 1 and names[1].x - names[0].x < 2 * step:
        names.pop(0)  # a month that ends in its first week leaves no room for its name
    return Chart(len(calendar.weeks) * step - gap, top + 7 * step - gap, tuple(marks), names=tuple(names))


def bars(forecast: Forecast, *, width: float = 640, height: float = 180) -> Chart:
    """One bar a day; what is overdue stands on top of today's."""
    left, bottom, top = 34.0, height - 24, 8.0
    counts = [forecast.days[0].count + forecast.overdue, *(day.count for day in forecast.days[1:])]
    highest = nice_ceiling(max(counts))
    step = (width - left) / len(counts)
    scale = (bottom - top) / highest
    marks, names = [], []
    for place, (day, count) in enumerate(zip(forecast.days, counts, strict=True)):
        x = left + place * step
        label = f"{day.day:%A, %-d %B}: {count}"
        marks.append(
            Mark(
                round(x + step * 0.12, 2),
                round(bottom - count * scale, 2),
                round(step * 0.76, 2),
                round(count * scale, 2),
                label,
            )
        )
        if place % 7 == 0:
            names.append(Mark(round(x + step / 2, 2), height - 6, text="today" if place == 0 else f"{day.day:%-d %b}"))
    ticks = tuple(
        Mark(left, round(bottom - share * highest * scale, 2), width - left, text=str(ceil(share * highest)))
        for share in (0, 0.5, 1)
    )
    return Chart(width, height, tuple(marks), ticks, tuple(names))


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
        Mark(round(left + share * span, 2), round(bottom - share * span, 2), text=f"{share:.0%}")
        for share in (0, 0.25, 0.5, 0.75, 1)
    )
    return Chart(side, side, marks, ticks)
