"""A year or a number in, wrong values near it out: same form, in reach of a mistake, none of them in the document."""

from __future__ import annotations

import re
from hashlib import sha256
from typing import TYPE_CHECKING

from .surroundings import YEAR

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

ENOUGH = 3
_REACHES = ((1900, 3, 9), (1700, 3, 11), (1500, 4, 20), (0, 6, 30))
"""From which year on, and how many years at least and at most a wrong year is away."""
_STEPS = ((r"\b[Cc]ensus", 10), (r"\bOlympi|\bWorld Cup", 4), (r"\b[Pp]residential (?:election|campaign)", 4))
"""What happens every so many years, so that no other year could be taken for it."""
_FACTORS = (1.25, 0.75, 1.5, 0.6, 1.75, 0.5, 2.0, 1.35, 0.7)
_SURE, _NEARLY_ALL = 85, 98
"""Percentages from which wrong ones only lie below, and that no wrong one reaches."""
_WORDS = (
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen "
    "nineteen twenty"
).split()
_TENS = "ten twenty thirty forty fifty sixty seventy eighty ninety".split()

COUNTS = frozenset(_WORDS + _TENS)


def draw(seed: str) -> int:
    """A number that depends on `seed` alone."""
    return int.from_bytes(sha256(seed.encode()).digest()[:4], "big")


def near_years(
    year: str, text: str, start: int, within: tuple[int, int], is_free: Callable[[str], bool]
) -> tuple[str, ...]:
    """Three years near `year`, which stands in `text` at `start`; between the other years of the text, so that the
    order of what it tells gives none away, and not outside `within`. Fewer where there is no room."""
    here = int(year)
    others = [int(other.group()) for other in YEAR.finditer(text) if other.start() != start]
    low = max([within[0] - 1, *(other for other in others if other < here)])
    high = min([within[1] + 1, *(other for other in others if other > here)])
    near = [one for one in _in_reach(here, text) if low < one < high]
    return _first(str(one) for one in sorted(near, key=lambda one: draw(f"{text}/{one}")) if is_free(str(one)))


def _in_reach(here: int, text: str) -> list[int]:
    step = next((years for rule, years in _STEPS if re.search(rule, text)), 0)
    if step:
        return [here + step * turn for turn in (-3, -2, -1, 1, 2, 3)]
    least, most = next((least, most) for since, least, most in _REACHES if here >= since)
    return [here + away for away in range(-most, most + 1) if abs(away) >= least]


def near_numbers(number: str, seed_text: str, is_free: Callable[[str], bool]) -> tuple[str, ...]:
    """Three numbers near `number`, written like it: “1,250 km”, “7 %”, “twelve”. Fewer where it cannot be read."""
    if number.lower() in _WORDS + _TENS:
        words = _near_words(number.lower(), seed_text, is_free)
        return tuple(word.capitalize() for word in words) if number[0].isupper() else words
    found = re.search(r"\d[\d,]*(?:\.\d+)?", number)
    if not found or len(re.findall(r"\d[\d,.]*", number)) > 1:
        return ()
    is_share = bool(re.search(r"%|per\s?cent", number))
    values = _shares(found.group(), seed_text) if is_share else _multiples(found.group(), seed_text)
    return _first(
        written
        for value in values
        if value and (written := number.replace(found.group(), value, 1)) != number and is_free(value)
    )


def _multiples(number: str, seed_text: str) -> Iterator[str]:
    seed = draw(seed_text)
    return (_like(number, factor) for factor in _FACTORS[seed % 4 :] + _FACTORS[: seed % 4])


def _shares(number: str, seed_text: str) -> Iterator[str]:
    """Wrong percentages: none near the whole, and below the right one where that is near it."""
    here, decimals = float(number.replace(",", "")), len(number.partition(".")[2])
    if here > _SURE:
        return (f"{here - less:.{decimals}f}" for less in (9, 16, 24) if here <= 100)
    return (value for value in _multiples(number, seed_text) if value and float(value.replace(",", "")) < _NEARLY_ALL)


def _near_words(word: str, seed_text: str, is_free: Callable[[str], bool]) -> tuple[str, ...]:
    line = _TENS if word in _TENS[1:] else _WORDS
    here, seed = line.index(word), draw(seed_text)
    shifts = (1, -1, 2, -2, 3, -3, 4) if seed & 1 else (-1, 1, 2, 3, -2, 4, -3)
    return _first(line[here + s] for s in shifts if 0 <= here + s < len(line) and is_free(line[here + s]))


def _like(number: str, factor: float) -> str:
    """`number` times `factor`, with as many decimals and as round as it was; '' where nothing sensible comes out."""
    decimals = len(number.partition(".")[2])
    plain = number.replace(",", "")
    value = float(plain)
    if decimals:
        return f"{value * factor:.{decimals}f}"
    bare = plain.rstrip("0")
    unit = 10 ** (len(plain) - len(bare)) * (5 if bare.endswith("5") and len(plain) > 1 else 1)
    result = round(value * factor / unit) * unit
    if result <= 1 or result == value:
        return ""
    return f"{result:,}" if "," in number else str(result)


def _first(values: Iterator[str]) -> tuple[str, ...]:
    chosen: list[str] = []
    for value in values:
        if value not in chosen:
            chosen.append(value)
        if len(chosen) == ENOUGH:
            break
    return tuple(chosen)
