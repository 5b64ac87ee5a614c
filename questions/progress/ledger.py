"""A learner in; what their log adds up to, out: settled days as they are kept, the days after them from the log."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any

from django.db.models import Count, Min, Subquery, Sum, Value
from django.db.models.functions import Coalesce

from questions.models import BandTally, DayTally, FactTally, Review
from questions.models.prepared import Prepared, a_day, number
from questions.practice.tallies import COLUMNS, OF_BAND, OF_DAY, Tallies, zeros

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from questions.models import User

OF_UNIT = ("count", "right", "expected")

LAST_KEPT = DayTally.objects.filter(learner=number("learner")).order_by("-day").values("day")[:1]


def later() -> QuerySet[Review]:
    """The answers of the days that are not kept."""
    after = Coalesce(Subquery(LAST_KEPT), Value(date.min))
    return Review.objects.of(number("learner")).filter(day__gt=after).order_by()


def kept(model: type[DayTally | BandTally | FactTally]) -> QuerySet[Any]:
    return model.objects.of(number("learner")).order_by()


DAYS = Prepared(lambda: kept(DayTally).filter(day__gte=a_day("since")).values_list("day", *OF_DAY, "due_since"))
BEFORE = Prepared(lambda: kept(DayTally).filter(day__lt=a_day("day")).values_list("day", "answers", "due_since"))
PRACTISED_BEFORE = Prepared(
    lambda: (
        kept(DayTally)
        .filter(day__lt=a_day("day"), answers__gt=0)
        .values("learner")
        .values_list(Min("day"), Count("pk"))
    )
)
KEPT_BANDS = Prepared(lambda: kept(BandTally).values_list("kind", "is_probe", "band", *OF_BAND))
KEPT_UNITS = Prepared(lambda: kept(FactTally).values_list("fact__unit").annotate(*(Sum(name) for name in OF_UNIT)))

LATER = Prepared(lambda: later().with_corrections().values_list(*COLUMNS, "fact__unit"))
FACT = COLUMNS.index("fact")


@dataclass(frozen=True, slots=True)
class Ledger:
    """`sums`: all bands, the days since the one asked for, facts only of the days not kept.

    `units`: by unit, in the order of `OF_UNIT`.
    """

    sums: Tallies = field(default_factory=Tallies)
    units: dict[int, list[int]] = field(default_factory=partial(zeros, OF_UNIT))


def ledger(learner: User, since: date) -> Ledger:
    """Four queries, whose cost is that of the days since `since` and of the last one, and not of the log."""
    asked, found = {"learner": learner.pk}, Ledger()
    sums, unit_of = found.sums, {}
    for row in LATER.rows(**asked):
        unit_of[row[FACT]] = row[-1]
        sums.add(row[:-1])
    for day, *of_day, due in DAYS.rows(since=since, **asked):
        sums.days[day], sums.due_since[day] = of_day, due
    for kind, is_probe, band, *of_band in KEPT_BANDS.rows(**asked):
        _add(sums.bands[kind, is_probe, band], of_band)
    for unit, *of_unit in KEPT_UNITS.rows(**asked):
        _add(found.units[unit], of_unit)
    for fact, (_, *of_fact) in sums.facts.items():
        _add(found.units[unit_of[fact]], of_fact)
    return found


def _add(sums: list[int], amounts: list[int]) -> None:
    for place, amount in enumerate(amounts):
        sums[place] += amount


def practised_before(learner: User, day: date) -> tuple[date | None, int]:
    """The first settled day with answers, and how many such days there are before `day`."""
    return PRACTISED_BEFORE.first(learner=learner.pk, day=day) or (None, 0)


def days_before(learner: User, day: date) -> Tallies:
    """The settled days before `day`, how many answers each had: for a run that is longer than what was read."""
    sums = Tallies()
    for each, answers, due in BEFORE.rows(learner=learner.pk, day=day):
        sums.days[each], sums.due_since[each] = [answers], due
    return sums
