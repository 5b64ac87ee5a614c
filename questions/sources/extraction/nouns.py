"""A name in, the common noun that a question can ask for it with out: river, city, treaty; '' where none is sure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .name_shapes import head_of

if TYPE_CHECKING:
    from .name_types import NameTypes

_ASKABLE_WORDS = """
    city river state country university college island mountain lake war battle company church school party museum sea
    ocean province county newspaper team agency treaty continent region band bank hospital theatre empire kingdom
    town village bridge castle palace cathedral volcano desert planet moon star language newspaper journal prize award
    ministry bureau gallery project network act law theorem disease festival tower street park road programme program
    mission hurricane dynasty family hotel railway magazine game show film novel opera play song album species
    institute academy society union council committee commission expedition siege revolution
"""
ASKABLE = frozenset(_ASKABLE_WORDS.split())


def noun_for(name: str, types: NameTypes) -> str:
    """The class noun of `name`."""
    if types.class_of(name) == "person":
        return "person"
    if " " in name and (head := head_of(name).lower()) in ASKABLE:
        return head
    kind = types.noun_of(name) if types.class_of(name) != "unknown" else ""
    last = kind.split()[-1] if kind else ""
    if last == "capital":
        return "city"
    return last if last in ASKABLE else ""
