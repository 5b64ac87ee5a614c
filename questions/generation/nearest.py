"""A fact and the answers of its bank in; those of its form out one by one, the nearest first, without looking at all.

Near is close in time or size, then of the same unit, then near in the order of teaching.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from dataclasses import dataclass, field
from functools import lru_cache
from heapq import merge
from itertools import groupby
from math import log
from typing import TYPE_CHECKING

from questions.text.dates import parse_date, spans
from questions.text.fold import fold
from questions.text.quantities import parse_quantity
from questions.vocabulary import AnswerType

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from .facts import FactIn

Dated = lru_cache(maxsize=20_000)(parse_date)
Counted = lru_cache(maxsize=20_000)(parse_quantity)
Form = tuple[object, ...]


@dataclass(slots=True)
class Lineup:
    """The answers of one form. `taught` in the order of teaching, `units` the same by unit, `unknown` those without a
    day or size; `values` the days or sizes from the smallest up, and `valued` whose they are."""

    taught: list[FactIn] = field(default_factory=list)
    units: dict[str, list[FactIn]] = field(default_factory=lambda: defaultdict(list))
    unknown: list[FactIn] = field(default_factory=list)
    values: list[float] = field(default_factory=list)
    valued: list[FactIn] = field(default_factory=list)


def line_up(facts: Iterable[FactIn]) -> dict[Form, Lineup]:
    """All answers by type and form."""
    found: defaultdict[Form, Lineup] = defaultdict(Lineup)
    values: defaultdict[Form, list[tuple[float, int, FactIn]]] = defaultdict(list)
    for place, fact in enumerate(sorted(facts, key=lambda one: one.position)):
        form = form_of(fact)
        lineup, value = found[form], _value_of(fact)
        lineup.taught.append(fact)
        lineup.units[fact.unit].append(fact)
        if value is None:
            lineup.unknown.append(fact)
        else:
            values[form].append((value, place, fact))
    for form, rows in values.items():
        rows.sort(key=lambda row: row[:2])
        found[form].values = [value for value, _, _ in rows]
        found[form].valued = [fact for _, _, fact in rows]
    return dict(found)


def nearest(fact: FactIn, lineups: Mapping[Form, Lineup]) -> Iterator[FactIn]:
    """The answers of the form of `fact`, its own among them where it is one of the bank."""
    lineup = lineups.get(form_of(fact))
    if lineup is None:
        return
    value = _value_of(fact)
    if value is None:
        yield from _outwards(fact, lineup.units.get(fact.unit, ()))
        yield from (other for other in _outwards(fact, lineup.taught) if other.unit != fact.unit)
        return
    for _, group in groupby(_by_value(value, lineup), key=lambda found: found[0]):
        yield from sorted((other for _, other in group), key=lambda other: _apart(fact, other))
    yield from sorted(lineup.unknown, key=lambda other: _apart(fact, other))


def form_of(fact: FactIn) -> Form:
    """The type, and what must agree beside it: a date's precision, a quantity's unit, else the capital."""
    if fact.answer_type is AnswerType.DATE:
        date = Dated(fact.answer)
        if date is None:
            return (fact.answer_type, "no date", fact.key)
        return (fact.answer_type, date.precision, date.is_dated, date.end is not None, bool(date.part))
    if fact.answer_type is AnswerType.QUANTITY:
        count = Counted(fact.answer)
        unit = fold(fact.unit_of_measure) or (count.unit if count else "")
        return (fact.answer_type, unit or fact.key, count is not None and count.is_range, count is None)
    return (fact.answer_type, fact.answer[:1].isupper() or not fact.answer[:1].isalpha())


def _by_value(value: float, lineup: Lineup) -> Iterator[tuple[float, FactIn]]:
    """How far off, and whose it is, the nearest first."""
    start = bisect_left(lineup.values, value)
    below = ((value - lineup.values[place], lineup.valued[place]) for place in range(start - 1, -1, -1))
    above = ((lineup.values[place] - value, lineup.valued[place]) for place in range(start, len(lineup.values)))
    return merge(below, above, key=lambda found: found[0])


def _outwards(fact: FactIn, taught: Sequence[FactIn]) -> Iterator[FactIn]:
    start = bisect_left(taught, fact.position, key=lambda one: one.position)
    before, after = (taught[place] for place in range(start - 1, -1, -1)), iter(taught[start:])
    return merge(before, after, key=lambda other: abs(other.position - fact.position))


def _apart(fact: FactIn, other: FactIn) -> tuple[bool, int, int]:
    return other.unit != fact.unit, abs(other.position - fact.position), other.position


def _value_of(fact: FactIn) -> float | None:
    """The day of a date, the size of a quantity as its logarithm; None where there is none."""
    if fact.answer_type is AnswerType.DATE:
        return _day_number(fact.answer)
    if fact.answer_type is AnswerType.QUANTITY:
        count = Counted(fact.answer)
        return None if count is None or count.low <= 0 else log(count.low)
    return None


def _day_number(text: str) -> float | None:
    """Days, roughly; undated texts count within one year."""
    date = Dated(text)
    if date is None:
        return None
    if not date.is_dated:
        return (date.month or 1) * 30.4 + (date.day or 1)
    year, month, day = spans(date)[0][0]
    return year * 365.25 + month * 30.4 + day
