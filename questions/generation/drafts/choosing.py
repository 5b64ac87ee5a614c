"""A fact in, wrong options for a multiple choice out: strong ones, or the reason why there are too few."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from questions.generation.facts import Reason
from questions.generation.wording import overlap
from questions.text.english.lexicon import load

from .near_values import ENOUGH, draw, near_numbers, near_years

if TYPE_CHECKING:
    from collections.abc import Callable

    from .checks import Fault
    from .material import Found

_KIN_KINDS = """
    national capital|country|river|American state|European country|African country|Asian country|South American country|
    European nation|Asian nation|African nation|North American nation|South American nation|Canadian province|
    state capital|continent|ocean|planet|sea|Italian region|Australian state|lake|island|mountain peak|city
"""
KIN_KINDS = frozenset(kind.strip() for kind in _KIN_KINDS.split("|"))
"""Kinds of names of which WordNet holds many that are alike enough to be taken for each other."""
LEAST_KIN = 8


def wrong_options(fact: Found, is_free: Callable[[str], bool]) -> tuple[str, ...]:
    """Three wrong options, or none. `is_free`: whether a text stands nowhere in the document."""
    if fact.grain == "year" and fact.answer.isdigit():
        found = near_years(fact.answer, fact.text, fact.answer_start, is_free)
    elif fact.answer_type.value == "quantity" and not _is_bound(fact):
        found = near_numbers(fact.answer, fact.text, is_free)
    elif fact.answer_type.value == "place":
        found = _kin(fact.answer, fact.text, is_free)
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


def _kin(name: str, text: str, is_free: Callable[[str], bool]) -> tuple[str, ...]:
    lexicon = load()
    about = lexicon.names.get(name)
    if not about or about[1] not in KIN_KINDS:
        return ()
    kin = [other for other in lexicon.kin(name) if _is_alike(name, other) and is_free(other)]
    if len(kin) < LEAST_KIN:
        return ()
    seed = draw(name + text)
    chosen: list[str] = []
    for step in range(len(kin)):
        other = kin[(seed + step * 7) % len(kin)]
        if not any(overlap(other, one) for one in (name, *chosen)):
            chosen.append(other)
        if len(chosen) == ENOUGH:
            break
    return tuple(chosen)


def _is_alike(name: str, other: str) -> bool:
    """Whether two names have the same number of words and nearly the same length: no option stands out."""
    return name.count(" ") == other.count(" ") and abs(len(name) - len(other)) <= max(4, len(name) // 2)
