"""The facts of a unit in document order in; the squares of its map, as text, out."""

from __future__ import annotations

from functools import lru_cache
from html import escape
from itertools import groupby
from typing import TYPE_CHECKING

from django.urls import reverse

from questions.progress.mastery import Step

from .svg import joined

if TYPE_CHECKING:
    from django.utils.safestring import SafeString

    from questions.progress.mastery import BankMastery, Cell, UnitMastery

SAID = {Step.NEW: "not met", Step.FRAGILE: "fragile", Step.GROWING: "growing", Step.FIRM: "firm"}


@lru_cache(maxsize=1_000)  # an answer changes one unit of many
def squares(cells: tuple[Cell, ...]) -> SafeString:
    """A group for each statement, a square for each of its facts, which leads to the page of the fact.

    Each says its state in words; the statement is fetched by its number when somebody looks closer (map.js).
    """
    to_fact, groups = to_facts(), []
    for number, (statement, facts) in enumerate(groupby(cells, key=lambda cell: cell.statement), 1):
        shown = "".join(square(cell, number, to_fact) for cell in facts)
        groups.append(f'<span class="said" data-said="{statement}">{shown}</span>')
    return joined(groups)


def row(bank: BankMastery, unit: UnitMastery) -> SafeString:
    """A unit of the bank: its title, which leads to it where the bank is open, what is known of it, and its squares."""
    title = escape(unit.unit.title)
    named = f'<span class="row-title">{title}</span>'
    if bank.is_open:
        named = f'<a class="row-title" href="{address_of(bank.bank.key, unit.unit.key)}">{title}</a>'
    said = f"Map of {title}: a square for each fact, in the order of the document"
    return joined(
        (
            f'<li class="row">{named}<span class="known"><strong>{unit.percent} %</strong> known today</span>',
            f'<p class="squares" role="group" aria-label="{said}">{squares(unit.cells)}</p>',
            f'<span class="row-note">{note(unit)}</span></li>',
        )
    )


@lru_cache(maxsize=1)
def to_facts() -> str:
    """Where the page of a fact is, with a place for its number."""
    return reverse("fact", args=[0]).replace("/0/", "/{}/")


@lru_cache(maxsize=1_000)
def address_of(bank: str, unit: str) -> str:
    return reverse("unit", args=[bank, unit])


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
