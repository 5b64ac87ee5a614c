"""The facts of a unit in document order in; the squares of its map, as text, out."""

from __future__ import annotations

from functools import lru_cache
from itertools import groupby
from typing import TYPE_CHECKING

from django.urls import reverse

from questions.progress.mastery import Step

from .svg import joined

if TYPE_CHECKING:
    from django.utils.safestring import SafeString

    from questions.progress.mastery import Cell, UnitMastery

SAID = {Step.NEW: "not met", Step.FRAGILE: "fragile", Step.GROWING: "growing", Step.FIRM: "firm"}


@lru_cache(maxsize=1_000)  # an answer changes one unit of many
def squares(cells: tuple[Cell, ...]) -> SafeString:
    """A group for each statement, a square for each of its facts, which leads to the page of the fact.

    Each says its state in words; the statement is fetched by its number when somebody looks closer (map.js).
    """
    to_fact = reverse("fact", args=[0]).replace("/0/", "/{}/")
    groups = []
    for number, (statement, facts) in enumerate(groupby(cells, key=lambda cell: cell.statement), 1):
        shown = "".join(square(cell, number, to_fact) for cell in facts)
        groups.append(f'<span class="said" data-said="{statement}">{shown}</span>')
    return joined(groups)


def note(unit: UnitMastery) -> str:
    """How its facts stand, in a line."""
    if not unit.met:
        return f"{unit.facts} fact{'' if unit.facts == 1 else 's'}, none met yet"
    return f"{unit.firm} firm · {unit.growing} growing · {unit.fragile} fragile · {unit.new} not met"


def square(cell: Cell, number: int, to_fact: str) -> str:
    state = f"s{cell.step:d} waits" if cell.waits else f"s{cell.step:d}"
    if not cell.is_shown:
        return f'<span class="{state}" role="img" aria-label="{number}: put away while your quiz is open"></span>'
    known = f", {100 * cell.recalled:.0f} %" if cell.step else ""
    waits = ", due" if cell.waits else ""
    return (
        f'<a class="{state}" href="{to_fact.format(cell.fact)}" '
        f'aria-label="{number}: {SAID[cell.step]}{known}{waits}"></a>'
    )
