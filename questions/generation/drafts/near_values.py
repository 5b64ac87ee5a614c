"""A year or a number in, wrong values near it out: same form, in reach of a mistake, none of them in the document."""

from __future__ import annotations

import re
from hashlib import sha256
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

ENOUGH = 3
REACH, OLD = 10, 1800
"""Years within which a wrong year lies, twice as many before 1800."""
_YEAR = re.compile(r"(?<![\d,.])(?:1\d{3}|20\d\d)(?![\d,]|\.\d)")
_FACTORS = (1.25, 0.8, 1.5, 0.65, 1.75, 0.55, 2.0, 0.5, 1.35, 0.7)
_WORDS = (
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen "
    "nineteen twenty"
).split()


def draw(seed: str) -> int:
    """A number that depends on `seed` alone."""
    return int.from_bytes(sha256(seed.encode()).digest()[:4], "big")


def near_years(year: str, text: str, start: int, is_free: Callable[[str], bool]) -> tuple[str, ...]:
    """Three years near `year`, which stands in `text` at `start`; between the other years of the text, so that the
    order of what it tells gives none away. Fewer where there is no room."""
    here = int(year)
    others = [int(other.group()) for other in _YEAR.finditer(text) if other.start() != start]
    low = max([other for other in others if other < here], default=0)
    high = min([other for other in others if other > here], default=2026)
    reach = REACH if here > OLD else 2 * REACH
    near = [one for one in range(here - reach, here + reach + 1) if one != here and low < one < high]
    return _first(str(one) for one in sorted(near, key=lambda one: draw(f"{text}/{one}")) if is_free(str(one)))


def near_numbers(number: str, seed_text: str, is_free: Callable[[str], bool]) -> tuple[str, ...]:
    """Three numbers near `number`, written like it: “1,250 km”, “7 %”, “twelve”. Fewer where it cannot be read."""
    if number.lower() in _WORDS:
        return _near_words(number.lower(), seed_text, is_free)
    found = re.search(r"\d[\d,]*(?:\.\d+)?", number)
    if not found or len(re.findall(r"\d[\d,.]*", number)) > 1:
        return ()
    seed = draw(seed_text)
    order = _FACTORS[seed % 4 :] + _FACTORS[: seed % 4]
    values = (_like(found.group(), factor) for factor in order)
    return _first(
        written
        for value in values
        if value and (written := number.replace(found.group(), value, 1)) != number and is_free(value)
    )


def _near_words(word: str, seed_text: str, is_free: Callable[[str], bool]) -> tuple[str, ...]:
    here, seed = _WORDS.index(word), draw(seed_text)
    shifts = (1, -1, 2, -2, 3, -3, 4) if seed & 1 else (-1, 1, 2, 3, -2, 4, -3)
    return _first(_WORDS[here + s] for s in shifts if 0 <= here + s < len(_WORDS) and is_free(_WORDS[here + s]))


def _like(number: str, factor: float) -> str:
    """`number` times `factor`, with as many decimals and as round as it was; '' where nothing sensible comes out."""
    decimals = len(number.partition(".")[2])
    plain = number.replace(",", "")
    value = float(plain)
    if decimals:
        return f"{value * factor:.{decimals}f}"
    zeros = len(plain) - len(plain.rstrip("0"))
    unit = 10**zeros
    result = round(value * factor / unit) * unit
    if result <= 0 or result == value:
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
