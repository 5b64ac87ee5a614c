"""The time zones of this machine in; a list to choose from, by continent, out."""

from __future__ import annotations

from functools import cache
from itertools import groupby
from typing import Any
from zoneinfo import available_timezones

from django import forms

AREAS = ("Africa", "America", "Antarctica", "Arctic", "Asia", "Atlantic", "Australia", "Europe", "Indian", "Pacific")


@cache
def zones_by_area() -> tuple[tuple[str, tuple[tuple[str, str], ...]], ...]:
    """`(area, ((name, place), …))`: places of the world, without the abbreviations and links of the database."""
    places = sorted(name for name in available_timezones() if name.partition("/")[0] in AREAS)
    return tuple(
        (area, tuple((name, name.partition("/")[2].replace("_", " ").replace("/", ", ")) for name in names))
        for area, names in groupby(places, key=lambda name: name.partition("/")[0])
    )


class TimeZoneField(forms.ChoiceField):
    """A choice of time zones; the browser's own is offered by a script where nothing is chosen yet."""

    def __init__(self, **kwargs: Any) -> None:
        offered = forms.Select(attrs={"data-time-zone": "", "autocomplete": "off"})
        choices = [("", "Choose a place with your clock"), ("UTC", "UTC"), *zones_by_area()]
        super().__init__(**{"choices": choices, "widget": offered, "label": "Time zone"} | kwargs)
