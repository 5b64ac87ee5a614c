"""Results in; a CSV file out that a spreadsheet opens without running anything in it."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from questions.text.spreadsheet import BOM, guarded

if TYPE_CHECKING:
    from .results import Results, Row

POINTS = {"right": "1", "wrong": "0", "unanswered": "0", "none": ""}


def to_csv(results: Results) -> str:
    """One line a student: 1 right, 0 wrong or unanswered, empty without an attempt; the last line holds the shares."""
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\r\n")
    head = ["student", "name", *(column.item.prompt for column in results.columns), "right", "of", "per cent"]
    shares = [f"{column.right}/{column.of}" if column.of else "" for column in results.columns]
    body = [_line(row) for row in results.rows]
    foot = ["right of handed in", "", *shares, "", "", _text(results.percent)]
    writer.writerows([guarded(cell) for cell in line] for line in [head, *body, foot])
    return BOM + file.getvalue()


def _line(row: Row) -> list[str]:
    person = row.place.person
    points = [POINTS[cell.mark] for cell in row.cells]
    total = [str(row.right), str(len(row.cells)), _text(row.percent)] if row.best else ["", "", ""]
    return [person.get_username(), person.get_full_name(), *points, *total]


def _text(percent: int | None) -> str:
    return "" if percent is None else str(percent)
