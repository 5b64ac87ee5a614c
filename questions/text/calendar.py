"""A date as exact as a text made it in; out comes the time it covers, and whether two dates agree or one is coarser.

Nothing is ever filled in: "July 1918" has no day, "11 November" no year. Ideas from EDTF (ISO 8601-2), not its syntax.
"""

from dataclasses import dataclass
from enum import StrEnum

Day = tuple[int, int, int]
"""Year (BC negative), month, day; a month's last day is written 31."""

Span = tuple[Day, Day]

SEASONS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11)}
"""First and last month, northern; winter lies across the new year."""

PARTS = {"early": (0, 1 / 3), "mid": (1 / 3, 2 / 3), "late": (2 / 3, 1), "1 half": (0, 1 / 2), "2 half": (1 / 2, 1)}
"""The share of the whole that a part covers."""

_MONTH_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


class Precision(StrEnum):
    """How exact a date is."""

    DAY = "day"
    MONTH = "month"
    SEASON = "season"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"


@dataclass(frozen=True)
class Date:
    """A point or stretch of time; what the text did not say is None.

    `year` is negative BC, and a decade's first year when `decade`; `century` counts from 1, negative BC; `part` is a
    key of PARTS; `end` makes it a range from this date to that; `circa` is not compared.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    season: str = ""
    decade: bool = False
    century: int | None = None
    part: str = ""
    end: "Date | None" = None
    circa: bool = False

    @property
    def precision(self) -> Precision:
        """The finest thing said."""
        if self.day is not None:
            return Precision.DAY
        if self.month is not None:
            return Precision.MONTH
        if self.season:
            return Precision.SEASON
        if self.century is not None:
            return Precision.CENTURY
        return Precision.DECADE if self.decade else Precision.YEAR

    @property
    def is_dated(self) -> bool:
        """Whether it lies at one place in history: "11 November" does not."""
        return self.year is not None or self.century is not None

    @property
    def is_possible(self) -> bool:
        """Whether the calendar has such a day."""
        if self.day is None:
            return self.month is None or 1 <= self.month <= 12
        if self.month is None or not 1 <= self.month <= 12 or not 1 <= self.day <= _MONTH_DAYS[self.month - 1]:
            return False
        is_leap_day = (self.month, self.day) == (2, 29)
        return not is_leap_day or self.year is None or _is_leap(self.year)


def spans(date: Date) -> tuple[Span, ...]:
    """The first and last day a dated date covers; more than one where the words allow it ("winter 1919")."""
    if not date.is_dated:
        return ()
    if date.end is not None:
        ends = spans(date.end)
        return ((_own_spans(date)[0][0], ends[-1][1]),) if ends else ()
    return _own_spans(date)


def _own_spans(date: Date) -> tuple[Span, ...]:
    if date.century is not None:
        first = (date.century - 1) * 100 if date.century > 0 else date.century * 100
        return (_years(first, first + 100, date.part),)
    year = date.year or 0
    if date.day is not None and date.month is not None:
        return (((year, date.month, date.day), (year, date.month, date.day)),)
    if date.season == "winter":
        return ((year, 12, 1), (year + 1, 2, 31)), ((year - 1, 12, 1), (year, 2, 31))
    return (_years(year, year + 9, date.part) if date.decade else _months(date, year),)


def _months(date: Date, year: int) -> Span:
    low, high = PARTS.get(date.part, (0, 1))
    if date.month is not None:
        return (year, date.month, int(low * 30) + 1), (year, date.month, 31 if high == 1 else int(high * 30))
    first, last = SEASONS.get(date.season, (int(low * 12) + 1, int(high * 12)))
    return (year, first, 1), (year, last, 31)


def _years(first: int, last: int, part: str) -> Span:
    low, high = PARTS.get(part, (0, 1))
    length = last - first
    return (first + int(low * length), 1, 1), (first + int(high * length), 12, 31)


def agrees(asked: Date, given: Date) -> bool:
    """Whether `given` says all that `asked` says, and nothing against it; it may be finer (4 July for July).

    A range agrees only with a range whose two ends agree, or with one date that covers the same days.
    """
    if spans(asked) and set(spans(asked)) & set(spans(given)):
        return True
    if asked.end is not None or given.end is not None:
        if asked.end is None or given.end is None:
            return False
        return agrees(_start(asked), _start(given)) and agrees(asked.end, given.end)
    if asked.is_dated:
        return any(_covers(outer, inner) for outer in spans(asked) for inner in spans(given))
    return _says_the_same_without_year(asked, given)


def is_coarser(asked: Date, given: Date) -> bool:
    """Whether `given` is right as far as it goes but says less than `asked`: 1918 for 11 November 1918.

    One date for a range is coarser when it is one of the range's ends or covers the whole range.
    """
    if agrees(asked, given):
        return False
    if asked.end is not None:
        if given.end is not None:
            return _ends_fit(asked, given)
        return _start_or_end(asked, given) or any(_covers(o, i) for o in spans(given) for i in spans(asked))
    if given.end is not None:
        return False
    if asked.is_dated and given.is_dated:
        return any(_covers(outer, inner) for outer in spans(given) for inner in spans(asked))
    return _lacks_only(asked, given)


def missing_parts(asked: Date, given: Date) -> tuple[str, ...]:
    """What `given` still lacks of `asked`, in the words day, month, season, year, decade, part, both ends."""
    if asked.end is not None and given.end is None:
        return ("both ends",)
    lacking = []
    if asked.day is not None and given.day is None:
        lacking.append("day")
    if asked.month is not None and given.month is None:
        lacking.append("month")
    if asked.season and not given.season and given.month is None:
        lacking.append("season")
    if asked.year is not None and given.year is None:
        lacking.append("decade" if asked.decade else "year")
    elif given.decade and not asked.decade:
        lacking.append("year")
    if not lacking and asked.end is not None and given.end is not None:
        return missing_parts(asked.end, given.end)
    return tuple(lacking) or ("part",)


def _start(date: Date) -> Date:
    return Date(date.year, date.month, date.day, date.season, date.decade, date.century, date.part)


def _ends_fit(asked: Date, given: Date) -> bool:
    return all(
        agrees(want, have) or is_coarser(want, have)
        for want, have in ((_start(asked), _start(given)), (asked.end, given.end))
        if want is not None and have is not None
    )


def _start_or_end(asked: Date, given: Date) -> bool:
    return agrees(_start(asked), given) or (asked.end is not None and agrees(asked.end, given))


def _covers(outer: Span, inner: Span) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def _says_the_same_without_year(asked: Date, given: Date) -> bool:
    if asked.season:
        return given.season == asked.season or (given.month is not None and _season_of(given.month) == asked.season)
    return given.month == asked.month and asked.day in {None, given.day} and asked.part in {"", given.part}


def _lacks_only(asked: Date, given: Date) -> bool:
    """One of the two has no year: whether what `given` says of month, day and season is right."""
    if given.season and not given.is_dated:
        return given.season == (asked.season or (asked.month and _season_of(asked.month)))
    if given.month is None or asked.month is None:
        return bool(asked.season and given.month) and _season_of(given.month or 1) == asked.season
    return given.month == asked.month and (asked.day is None or given.day in {None, asked.day})


def _season_of(month: int) -> str:
    return next((season for season, (first, last) in SEASONS.items() if first <= month <= last), "winter")


def _is_leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0 or year < 1583)
