"""A text that is a date in; out come its readings, each exactly as precise as the text."""

import re
from collections.abc import Iterator
from dataclasses import replace

from .calendar import Date, Precision, agrees, is_coarser, missing_parts, spans
from .fold import casefold, unaccent
from .numbers import SMALL, number_words_to_digits

__all__ = ["MONTHS", "Date", "Precision", "agrees", "dates_of", "is_coarser", "missing_parts", "parse_date", "spans"]

_MONTHS = "january february march april may june july august september october november december"
MONTHS = tuple(_MONTHS.split())
LONGEST = 120
"""Characters; a longer text is no date."""

_MONTH_NUMBERS = {form: n for n, name in enumerate(MONTHS, start=1) for form in (name, name[:3])} | {"sept": 9}
_SEASONS = {"spring": "spring", "summer": "summer", "autumn": "autumn", "fall": "autumn", "winter": "winter"}
_PARTS = {"beginning": "early", "start": "early", "early": "early", "mid": "mid", "middle": "mid", "late": "late"}
_PARTS |= {"end": "late", "1 half": "1 half", "2 half": "2 half"}
_SPOKEN = frozenset({"the", "of", "in", "on", "during", "year", "years", "month", "day", "from", "between"})
_SPOKEN |= {f"{day}day" for day in ("mon", "tues", "wednes", "thurs", "fri", "satur", "sun")}

_M = f"(?P<m>{'|'.join(sorted(_MONTH_NUMBERS, key=len, reverse=True))})"
_D = r"(?P<d>[0-3]?\d)"
_ERA = "(?:bce?|ad|ce)"
_Y = rf"(?P<y>\d{{3,4}}|\d{{1,2}}(?= {_ERA}\b))(?: (?P<era>{_ERA}))?"
_POINTS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"{_D} {_M}(?: {_Y})?",
        rf"{_M} {_D}(?: {_Y})?",
        rf"{_M}(?: {_Y})?",
        rf"{_Y}(?: {_M}(?: {_D})?)?",
        rf"(?P<season>{'|'.join(_SEASONS)})(?: {_Y})?",
        r"(?P<decade>\d{2,3}0)s",
        rf"(?P<century>\d{{1,2}}) (?:century|cent)(?: (?P<era>{_ERA}))?",
    )
)
_PART = re.compile(rf"({'|'.join(_PARTS)}) (?!half)(.+)")
_DAY_OR_DAY_AND_YEAR = re.compile(rf"{_D}(?: {_Y})?")
_NUMERIC = re.compile(r"(\d{1,4})([-./])(\d{1,2})(?:\2(\d{1,4}))?|(\d{1,2})[/.](\d{4})")
_WINTER = re.compile(r"winter (\d{4})[-~/](\d{2}|\d{4})")
_CONNECTOR = re.compile(r" ?[-~] ?| (?:to|until|till|through) ")
_TWO_YEARS = re.compile(r"\d{3,4} and \d{3,4}")
_CIRCA = re.compile(r"(?:c|ca|circa|about|around|approximately|roughly|some time|sometime)\.? ?(?=\d|\b)")
_NUMBER_HYPHEN = re.compile(rf"\b({'|'.join(SMALL)})-(?={'|'.join(SMALL)}|first|second|third|fif|nin|twelf)")


def parse_date(text: str) -> Date | None:
    """The one date that the whole text is; None if it is none or can be read in two ways ("3/4/1920")."""
    found = dates_of(text)
    return found[0] if len(found) == 1 else None


def dates_of(text: str) -> tuple[Date, ...]:
    """All readings of the whole text as a date, likeliest first; empty if it is none. Years 1 to 9999, never raises."""
    if len(text) > LONGEST:
        return ()
    tidy, is_circa, is_between = _tidy(text)
    found = [*_points(tidy), *_ranges(tidy, is_between=is_between)]
    return tuple(dict.fromkeys(replace(date, circa=True) if is_circa else date for date in found))


def _tidy(text: str) -> tuple[str, bool, bool]:
    """The text in small plain words: one kind of long dash (~), numbers in digits, no commas, articles, weekdays."""
    plain = re.sub("[‒–—―−]", " ~ ", casefold(text).replace("~", "c "))
    plain = unaccent(plain.replace("\N{NON-BREAKING HYPHEN}", "-")).replace("'", "")
    plain = re.sub(r"\b([a-z])\.([a-z])\.(?:([a-z])\.)?", r"\1\2\3", plain)
    plain = re.sub(r"(?<=[a-z])\.|,|\.$", " ", plain)
    plain = re.sub(r"\b(early|mid|late)-", r"\1 ", _NUMBER_HYPHEN.sub(r"\1 ", plain))
    found = number_words_to_digits(plain.split(), years=True)
    joined = " ".join(found)
    is_between = "between" in found
    joined = re.sub(r"\b(\d+)(?:st|nd|rd|th)\b", r"\1", joined)
    joined = " ".join(word for word in joined.split() if word not in _SPOKEN)
    joined = re.sub(r"\b(ad|ce) (\d{1,4})$", r"\2 \1", joined)
    is_between = is_between or bool(_TWO_YEARS.fullmatch(joined))
    circa = _CIRCA.match(joined)
    if circa:
        joined = joined[circa.end() :].strip()
    return joined.replace(" ~ ", "~"), bool(circa), is_between


def _points(text: str) -> Iterator[Date]:
    part = _PART.fullmatch(text)
    if part:
        for date in _points(part.group(2)):
            if date.day is None and not date.part and date.end is None and not date.season:
                yield replace(date, part=_PARTS[part.group(1)])
        return
    winter = _WINTER.fullmatch(text)
    if winter and (int(winter.group(1)) + 1) % 100 == int(winter.group(2)) % 100:
        year = int(winter.group(1))
        yield Date(year=year, month=12, end=Date(year=year + 1, month=2))
        return
    for pattern in _POINTS:
        found = pattern.fullmatch(text)
        if found:
            yield from (date for date in _dates(found.groupdict()) if date.is_possible)
            return
    yield from (date for date in _numeric(text) if date.is_possible)


def _dates(said: dict[str, str | None]) -> Iterator[Date]:
    before_christ = (said.get("era") or "").startswith("b")
    if (decade := said.get("decade")) is not None:
        yield Date(year=int(decade), decade=True)
        if decade.endswith("00"):
            yield Date(century=int(decade) // 100 + 1)
        return
    if (century := said.get("century")) is not None:
        if int(century) > 0:
            yield Date(century=-int(century) if before_christ else int(century))
        return
    year, month, day = said.get("y"), said.get("m"), said.get("d")
    if year is not None and int(year) == 0:
        return
    yield Date(
        year=None if year is None else -int(year) if before_christ else int(year),
        month=None if month is None else _MONTH_NUMBERS[month],
        day=None if day is None else int(day),
        season=_SEASONS.get(said.get("season") or "", ""),
    )


def _numeric(text: str) -> Iterator[Date]:
    found = _NUMERIC.fullmatch(text)
    if not found:
        return
    first, _, second, third, month, year = found.groups()
    if first is None:
        yield Date(year=int(year), month=int(month))
    elif len(first) == 4 and (third is None or len(third) <= 2):
        yield Date(year=int(first), month=int(second), day=int(third) if third else None)
    elif len(first) <= 2 and (third is None or len(third) == 4):
        known = int(third) if third else None
        if third or found.group(2) == "/":
            yield Date(year=known, month=int(second), day=int(first))
            yield Date(year=known, month=int(first), day=int(second))


def _ranges(text: str, *, is_between: bool) -> Iterator[Date]:
    cuts = [found.span() for found in _CONNECTOR.finditer(text)]
    if is_between:
        cuts = [found.span() for found in re.finditer(" and ", text)]
    for start, stop in cuts[:3]:
        for left in _sides(text[:start]):
            for right in [*_sides(text[stop:]), *_short_years(left, text[stop:])]:
                joined = _join(left, right)
                if joined is not None:
                    yield joined


def _sides(text: str) -> list[Date]:
    found = _DAY_OR_DAY_AND_YEAR.fullmatch(text)
    bare = list(_dates(found.groupdict())) if found else []
    return [*(date for date in _points(text) if date.end is None), *bare]


def _short_years(left: Date, text: str) -> list[Date]:
    """The end of 1918-22 or 1921-2."""
    if left.year is None or left.month is not None or left.decade or left.season or not re.fullmatch(r"\d{1,2}", text):
        return []
    unit = 10 ** len(text)
    return [Date(year=left.year // unit * unit + int(text))]


def _join(left: Date, right: Date) -> Date | None:
    if right.century is not None and left.day is not None and left.month is None and left.year is None:
        left = Date(century=left.day if right.century > 0 else -left.day)
    left, right = _fill(left, right), _fill(right, left)
    is_whole = left.is_possible and right.is_possible and left.is_dated == right.is_dated
    if not is_whole or ((left.day is None) != (right.day is None) and None in {left.month, right.month}):
        return None
    if left.is_dated:
        return replace(left, end=right) if spans(left)[0][1] < spans(right)[0][1] else None
    return replace(left, end=right) if (left.month or 0, left.day or 0) < (right.month or 0, right.day or 0) else None


def _fill(date: Date, other: Date) -> Date:
    """One end of a range with what its text leaves to the other end: the month of a bare day, the year of both."""
    if date.day is not None and date.month is None:
        date = replace(date, month=other.month)
    if not date.is_dated and other.century is None and (date.month is not None or date.season):
        date = replace(date, year=other.year)
    return date
