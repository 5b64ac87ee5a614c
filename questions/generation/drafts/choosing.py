"""A fact in, wrong options for a multiple choice out: strong ones, or the reason why there are too few."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from questions.generation.facts import Reason

from .alike import alike
from .near_values import ENOUGH, draw, near_numbers, near_years

if TYPE_CHECKING:
    from collections.abc import Callable

    from .checks import Fault
    from .material import Found


UNLIKE = frozenset(["ordinal", "share", "spread"])
"""Grains of quantities to which no near value can be made by arithmetic: the 12th, two thirds, 30 to 50."""


def wrong_options(fact: Found, is_free: Callable[[str], bool]) -> tuple[str, ...]:
    """Three wrong options, or none. `is_free`: whether a text stands nowhere in the document."""
    if fact.grain in {"year", "born", "died"} and fact.answer.isdigit():
        found = near_years(fact.answer, fact.text, fact.answer_start, is_free)
    elif fact.answer_type.value == "quantity" and fact.grain not in UNLIKE and not _is_bound(fact):
        found = near_numbers(fact.answer, fact.text, is_free)
    elif fact.answer_type.value == "place":
        found = _alike(fact.answer, fact.text, is_free)
    else:
        found = ()
    return found if len(found) == ENOUGH else ()


def fault_of_options(fact: Found, options: tuple[str, ...]) -> Fault | None:
    if not options:
        return Reason.TOO_FEW_OPTIONS, f"There are no three wrong options that could be taken for “{fact.answer}”."
    return None


def _is_bound(fact: Found) -> bool:
    """Whether the sentence itself bounds the number, so that a near value would be absurd or give itself away."""
    end = fact.answer_start + len(fact.answer)
    numbers = re.findall(r"\d[\d,.]*\d|\d", fact.text[: fact.answer_start] + fact.text[end:])
    return len([number for number in numbers if not re.fullmatch(r"1\d{3}|20\d\d", number)]) > 0


def _alike(name: str, text: str, is_free: Callable[[str], bool]) -> tuple[str, ...]:
    """Three names of the same group, drawn by the sentence."""
    others = [other for other in alike(name) if is_free(other)]
    order = sorted(others, key=lambda other: draw(f"{text}/{other}"))
    return tuple(order[:ENOUGH])
