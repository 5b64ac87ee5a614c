"""A text that is an amount in; out come its readings: lowest and highest number, and what is counted."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from .fold import casefold, fold, unaccent
from .numbers import SCALES, SMALL, read_cardinal

LONGEST = 200
"""Characters; a longer text is no amount."""

Reading = tuple[Fraction, str]
"""A number and the text after it."""

_HEDGES = {
    "over": "about|around|some|circa|ca|c|roughly|approximately|approx|nearly|almost|exactly|only|just|an estimated|"
    "estimated|over|more than|at least|up to|above|as many as",
    "under": "under|less than|fewer than|below|at most",
}
_BOUND_WORDS = ("over", "more than", "at least", "above")
_HEDGE = re.compile(rf"(?:(?P<hedge>{_HEDGES['over']})|(?P<under>{_HEDGES['under']}))\b\.? ?|[~<>≈±] ?")
_AFTERWARDS = re.compile(r" (?:or so|or more|approximately|in all|in total|altogether)$")
_DIGITS = re.compile(r"\d{1,3}(?:([ ,.'])\d{3})(?:\1\d{3})*(?:[.,]\d+)?(?!\d)|\d+(?:[.,]\d+)?")
_GROUPED = re.compile(r"[1-9]\d{0,2}(?:([ ,.'])\d{3})(?:\1\d{3})*(?:([.,])(\d+))?")
_SIMPLE_FRACTION = re.compile(r"(?: (?P<top>\d+))?/(?P<bottom>[1-9]\d*)")
_SCALE_WORDS = SCALES | {"hundred": 100, "mln": 10**6, "mn": 10**6, "bn": 10**9, "k": 1000}
_SCALE = re.compile(rf" ?({'|'.join(_SCALE_WORDS)})\b")
_CONNECTOR = re.compile(r" ?- ?| (?:to|through) ")
_VULGAR = re.compile("(?<=[0-9])(?=[¼-¾⅐-⅞])")
_CURRENCIES = {"$": "dollars", "£": "pounds", "€": "euros", "¥": "yen", "₽": "rubles"}
_CURRENCY = re.compile("[$£€¥₽]")
_TIMES = {"once": "1 times", "twice": "2 times", "thrice": "3 times"}
_PARTS = {"half": 2, "halves": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fourth": 4, "fifth": 5}
_PARTS |= {"fifths": 5, "sixth": 6, "eighth": 8, "tenth": 10, "tenths": 10}
_MEASURES = frozenset(
    {"day", "week", "fortnight", "month", "year", "decade", "century", "hour", "minute", "mile", "kilometre", "metre"}
)
_NO_UNITS = frozenset({"or", "to", "plus", "minus", "hundred", *SMALL, *SCALES})
_POWER = re.compile(r"\d[²³¹⁰-⁹]")
_LONGEST_RUN = 10


@dataclass(frozen=True)
class Quantity:
    """An amount: `low` and `high` are equal unless it is a range; `unit` is folded ("troops", "percent", "").

    `bound` is "over" or "under" where the text says that the amount lies on that side, else empty.
    """

    low: Fraction
    high: Fraction
    unit: str = ""
    bound: str = ""

    @property
    def is_range(self) -> bool:
        """Whether it has two ends."""
        return self.low != self.high


def parse_quantity(text: str) -> Quantity | None:
    """The likeliest reading of the whole text as an amount, or None: "72.000" is seventy-two thousand."""
    found = quantities_of(text)
    return found[0] if found else None


def quantities_of(text: str) -> tuple[Quantity, ...]:
    """All readings of the whole text as an amount, likeliest first; empty if it is none. Exact; never raises."""
    if len(text) > LONGEST or _POWER.search(text):
        return ()
    tidy = _tidy(text)
    hedge = _HEDGE.match(tidy)
    bound = ""
    if hedge:
        tidy = tidy[hedge.end() :].strip()
        bound = "under" if hedge["under"] else "over" if hedge["hedge"] in _BOUND_WORDS else ""
    between = re.match("(between|from) ", tidy)
    body = tidy[between.end() :] if between else tidy
    is_between = bool(between) and tidy.startswith("between")
    found = [*_ranges(body, is_between=is_between)] if between else [*_ranges(body), *_singles(body)]
    return tuple(dict.fromkeys(Quantity(low, high, unit, bound) for low, high, unit in found))


def _tidy(text: str) -> str:
    """The text in small plain words and digits; a hyphen stays only where it can mean "to"."""
    plain = casefold(_VULGAR.sub(" ", text)).replace("⁄", "/").replace("−", "-").replace("’", "'")
    symbol = _CURRENCY.search(plain)
    if symbol:
        plain = _CURRENCY.sub("", plain).strip() + " " + _CURRENCIES[symbol.group()]
    plain = unaccent(plain).replace("%", " percent ")
    plain = re.sub(r"\bper cent\b|\bpct\b", "percent", plain)
    plain = re.sub(r"(?<=[a-z])-(?=\w)|(?<=\d)-(?=[a-z])", " ", plain)
    plain = " ".join(plain.split()).rstrip(".")
    return _TIMES.get(plain, _AFTERWARDS.sub("", plain))


def _singles(text: str) -> Iterator[tuple[Fraction, Fraction, str]]:
    for value, rest in _amounts(text):
        unit = _unit(rest)
        if unit is not None:
            yield value, value, unit


def _ranges(text: str, *, is_between: bool = False) -> Iterator[tuple[Fraction, Fraction, str]]:
    connector = re.compile(" and ") if is_between else _CONNECTOR
    for low, rest in _amounts(text):
        found = connector.match(rest)
        if not found:
            continue
        for high, unit_text in _amounts(rest[found.end() :]):
            unit = _unit(unit_text)
            if unit is None:
                continue
            scale = _scale_before(rest[found.end() :], unit_text)
            if scale > 1 and low * scale < high and low < 1000:
                yield low * scale, high, unit
            if low < high:
                yield low, high, unit


def _scale_before(text: str, rest: str) -> int:
    """The scale word that ends the amount at the start of `text`: 1 million in "3 million men", 1 if none."""
    words = text[: len(text) - len(rest)].split()
    return _SCALE_WORDS.get(words[-1], 1) if words else 1


def _unit(rest: str) -> str | None:
    """What is counted, folded; None if the rest is no unit: it holds digits or a second answer."""
    unit = fold(rest)
    found = unit.split()
    if not rest.strip():
        return ""
    if not found or found[0] == "and" or len(found) > 6 or rest[:1] in "+-/" or re.search(r"\d", unit):
        return None
    if not _NO_UNITS.isdisjoint(found):
        return None
    return unit.removeprefix("of the ").removeprefix("of ")


def _amounts(text: str) -> Iterator[Reading]:
    digits = _DIGITS.match(text)
    if digits:
        for value in _values(digits.group()):
            yield from _scaled(value, text[digits.end() :])
    else:
        yield from _spelled(text)


def _values(digits: str) -> list[Fraction]:
    """The readings of "72.000" (72000, 72), "72,000" (72000), "1.6", "72,5"."""
    readings: list[Fraction] = []
    grouped = _GROUPED.fullmatch(digits)
    if grouped and grouped.group(1) != grouped.group(2):
        whole = re.sub(r"\D", "", digits[: grouped.start(2)] if grouped.group(2) else digits)
        readings.append(Fraction(f"{whole}.{grouped.group(3) or 0}"))
    if re.fullmatch(r"\d+(?:\.\d+)?", digits):
        readings.append(Fraction(digits))
    elif re.fullmatch(r"\d+,\d{1,2}", digits):
        readings.append(Fraction(digits.replace(",", ".")))
    return readings


def _scaled(value: Fraction, rest: str) -> Iterator[Reading]:
    fraction = _SIMPLE_FRACTION.match(rest)
    if fraction and value.denominator == 1:
        top, bottom = fraction["top"], int(fraction["bottom"])
        value = value + Fraction(int(top), bottom) if top else value / bottom
        rest = rest[fraction.end() :]
    if rest[:1].isdigit():
        return
    if re.match(r"m\b", rest):
        yield value * 10**6, rest[1:]
    scale = _SCALE.match(rest)
    while scale:
        value *= _SCALE_WORDS[scale.group(1)]
        rest = rest[scale.end() :]
        scale = _SCALE.match(rest)
    yield value, rest


def _spelled(text: str) -> Iterator[Reading]:
    """An amount in words at the start of the text: the longest run that is one."""
    found = text.split()
    for length in range(min(_LONGEST_RUN, len(found)), 0, -1):
        value = _read_words(found[:length])
        if value is not None:
            rest = " ".join(found[length:])
            yield value, f" {rest}" if rest else ""
            return
    if len(found) == 2 and found[0] in {"a", "an"} and found[1] in _MEASURES:
        yield Fraction(1), f" {found[1]}"


def _read_words(found: list[str]) -> Fraction | None:
    """A whole number, or "half", "two thirds", "half a million", "two and a half million"."""
    whole = read_cardinal(found)
    if whole is not None:
        return Fraction(whole)
    scale = 1
    while len(found) > 1 and found[-1] in _SCALE_WORDS:
        scale, found = scale * _SCALE_WORDS[found[-1]], found[:-1]
    if scale > 1 and found[-1] in {"a", "an"} and len(found) > 1:
        found = found[:-1]
    part = _PARTS.get(found[-1])
    if part is None:
        return None
    before = found[:-1]
    added = Fraction(0)
    if "and" in before:
        cut = len(before) - 1 - before[::-1].index("and")
        number = read_cardinal(before[:cut])
        if number is None:
            return None
        added, before = Fraction(number), before[cut + 1 :]
    top = 1 if before in ([], ["a"], ["an"]) else read_cardinal(before)
    return None if top is None or (not before and part != 2) else (added + Fraction(top, part)) * scale
