"""Marks of a chart in; their SVG as text out. Written in one piece: a template would take ten times as long."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from django.utils.safestring import SafeString, mark_safe

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .charts import Chart, Mark


def joined(parts: Iterable[str]) -> SafeString:
    """The parts, which hold nothing but numbers and words that were escaped."""
    return mark_safe("".join(parts))  # noqa: S308 - every word in the parts went through `escape`


def rects(marks: Iterable[Mark], name: str, *, round_by: float = 0) -> SafeString:
    """Rectangles of the class `name`, and of `name-1` … by level, each saying its label."""
    return joined(
        f'<rect class="{name} {name}-{mark.level}" x="{mark.x:g}" y="{mark.y:g}" width="{mark.width:g}"'
        f' height="{mark.height:g}" rx="{round_by:g}"><title>{escape(mark.label)}</title></rect>'
        for mark in marks
    )


def points(marks: Iterable[Mark], *, radius: float = 4) -> SafeString:
    return joined(
        f'<circle class="point" cx="{mark.x:g}" cy="{mark.y:g}" r="{radius:g}"><title>{escape(mark.label)}</title>'
        "</circle>"
        for mark in marks
    )


def whiskers(marks: Iterable[Mark]) -> SafeString:
    """A line up and down through each point, from `width` to `height`."""
    return joined(
        f'<line class="whisker" x1="{mark.x:g}" x2="{mark.x:g}" y1="{mark.width:g}" y2="{mark.height:g}"></line>'
        for mark in marks
    )


def words(marks: Iterable[Mark], anchor: str = "middle") -> SafeString:
    """What stands on an axis."""
    return joined(
        f'<text class="axis" x="{mark.x:g}" y="{mark.y:g}" text-anchor="{anchor}">{escape(mark.text)}</text>'
        for mark in marks
    )


def lines_across(chart: Chart) -> SafeString:
    """The levels of a chart: a line from each tick to the right edge, its number before it."""
    return joined(
        f'<line class="grid-line" x1="{tick.x:g}" x2="{chart.width:g}" y1="{tick.y:g}" y2="{tick.y:g}"></line>'
        f'<text class="axis" x="{tick.x - 6:g}" y="{tick.y:g}" text-anchor="end" dominant-baseline="middle">'
        f"{escape(tick.text)}</text>"
        for tick in chart.ticks
    )


def axes_of_shares(chart: Chart) -> SafeString:
    """A square with the same ticks to the right and upwards, its diagonal, and what each side says."""
    first, last = chart.ticks[0], chart.ticks[-1]
    ends = f'x1="{first.x:g}" y1="{first.y:g}"'
    along = (("diagonal", last.x, last.y), ("grid-line", last.x, first.y), ("grid-line", first.x, last.y))
    numbers = (
        f'<text class="axis" x="{tick.x:g}" y="{first.y + 18:g}" text-anchor="middle">{escape(tick.text)}</text>'
        f'<text class="axis" x="{first.x - 6:g}" y="{tick.y:g}" text-anchor="end" dominant-baseline="middle">'
        f"{escape(tick.text)}</text>"
        for tick in chart.ticks
    )
    return joined(
        (
            *(f'<line class="{name}" {ends} x2="{x:g}" y2="{y:g}"></line>' for name, x, y in along),
            *numbers,
            f'<text class="axis" x="{last.x:g}" y="{first.y + 33:g}" text-anchor="end">expected to be right</text>',
            f'<text class="axis" x="{first.x + 6:g}" y="{last.y - 8:g}">were right</text>',
        )
    )


def rows(rows: Iterable[tuple[str | int, ...]]) -> SafeString:
    """The body of a table: of each row a heading, then numbers, or words of ours that stand for one."""
    return joined(
        f'<tr><th scope="row">{escape(str(head))}</th><td class="number">'
        + '</td><td class="number">'.join(map(str, numbers))
        + "</td></tr>"
        for head, *numbers in rows
    )
