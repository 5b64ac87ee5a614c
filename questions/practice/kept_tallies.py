"""A learner's log in; what their settled days add up to, kept beside it, out.

A day is *settled* when a later one has begun, and nothing can be logged on it any more but a quiz handed in late.
Settled days are kept as sums; a correction of one, or a late answer, changes the sums in its own transaction. What lies
after the last day kept is read from the log, so that an answer writes nothing more for this.
"""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.db.models import Max

from questions.models import BandTally, DayTally, FactTally, Review, User

from .learner import day_began
from .tallies import OF_BAND, OF_DAY, OF_FACT, Tallies, add_up, earlier

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from datetime import datetime

    from django.db.models import Model

STILL_COMING = timedelta(hours=1)
"""So long after a day ended an answer begun on it may still be on its way into the log."""

BATCH = 1_000


@dataclass(frozen=True, slots=True)
class Table:
    """Where one of the sums is kept: by which columns, and in which. Every sum of nothing is left out, but of a day."""

    model: type[Model]
    keys: tuple[str, ...]
    names: tuple[str, ...]
    of: Callable[[Tallies], dict[Any, list[int]]]
    keeps_nothing: bool = False

    def made(self, tallies: Tallies) -> dict[tuple[Any, ...], list[int]]:
        sums = ((key if isinstance(key, tuple) else (key,), each) for key, each in self.of(tallies).items())
        return {key: each for key, each in sums if self.keeps_nothing or any(each)}

    def kept(self, learner: User, tallies: Tallies | None = None) -> dict[tuple[Any, ...], list[int]]:
        """The sums kept; with `tallies` only those that it would change."""
        rows = self.model.objects.of(learner).values_list(*self.keys, *self.names)
        if tallies is not None:
            first = {key if not isinstance(key, tuple) else key[0] for key in self.of(tallies)}
            rows = rows.filter(**{f"{self.keys[0]}__in": first})
        return {row[: len(self.keys)]: list(row[len(self.keys) :]) for row in rows}


TABLES = (
    Table(DayTally, ("day",), OF_DAY, lambda tallies: tallies.days, keeps_nothing=True),
    Table(BandTally, ("kind", "is_probe", "band"), OF_BAND, lambda tallies: tallies.bands),
    Table(FactTally, ("fact_id",), OF_FACT, lambda tallies: tallies.facts),
)


def settle(learner: User, day: date, *, now: datetime) -> None:
    """Keep the sums of the days before `day`, on which an answer has just been logged. Wants a transaction.

    Costs nothing where they are kept already, as they are from the day's second answer on: `tallied_through` is a hint
    that saves the asking, and may lie behind.
    """
    last = _last_settled(learner, day, now)
    if learner.tallied_through is not None and learner.tallied_through >= last:
        return
    through = _locked_through(learner)
    if through is None:
        _keep_anew(learner, last)
    elif through < last:
        _add_to_kept(learner, add_up(Review.objects.of(learner).filter(day__gt=through, day__lte=last)))
    learner.tallied_through = last
    User.objects.filter(pk=learner.pk).update(tallied_through=last)


def add_late(learner: User, reviews: Iterable[Review]) -> None:
    """Add reviews just logged, those whose day is settled: of a quiz handed in. Wants a transaction."""
    through = _locked_through(learner)
    late = [review.token for review in reviews if through is not None and review.day <= through]
    if late:
        _add_to_kept(learner, add_up(Review.objects.of(learner).filter(token__in=late)))


@contextmanager
def following(review: Review) -> Iterator[None]:
    """Around the correction of a review: the sums follow it where its day is settled. Wants a transaction."""
    through = _locked_through(review.learner)
    if through is None or review.day > through:
        yield
        return
    itself = Review.objects.filter(learner_id=review.learner_id, pk=review.pk)
    changes = add_up(itself, sign=-1)
    yield
    _add_to_kept(review.learner, add_up(itself, changes))


@transaction.atomic
def rebuild(learner: User, *, now: datetime) -> int:
    """Throw away what is kept and make it anew from the log; how many days are settled."""
    _locked_through(learner)
    last = Review.objects.of(learner).aggregate(day=Max("day"))["day"]
    return _keep_anew(learner, _last_settled(learner, last, now)) if last else 0


@transaction.atomic
def differences(learner: User) -> list[str]:
    """Each sum that is not what the log says, in words; empty where all are equal."""
    through = _locked_through(learner)
    logged = Review.objects.of(learner).filter(day__lte=through) if through else Review.objects.none()
    made, found = add_up(logged), []
    for table in TABLES:
        expected, kept = table.made(made), table.kept(learner)
        for key in sorted(expected.keys() | kept.keys()):
            for name, should, stands in zip(
                table.names, expected.get(key, _nothing(table)), kept.get(key, _nothing(table)), strict=True
            ):
                if should != stands:
                    at = ", ".join(str(part) for part in key)
                    found.append(f"{learner.username}: {table.model.__name__} {at}: {name} {stands}, log {should}")
    return found + _due_differences(learner, made)


def _nothing(table: Table) -> list[int]:
    return [0] * len(table.names)


def _due_differences(learner: User, made: Tallies) -> list[str]:
    kept = dict(DayTally.objects.of(learner).values_list("day", "due_since"))
    return [
        f"{learner.username}: DayTally {day}: due_since {kept.get(day)}, log {made.due_since.get(day)}"
        for day in sorted(made.due_since.keys() | kept.keys())
        if kept.get(day) != made.due_since.get(day)
    ]


def _last_settled(learner: User, day: date, now: datetime) -> date:
    """The last day settled when answers are on `day`, behind which the log does not go back."""
    is_over = now - day_began(learner, day) >= STILL_COMING
    return day - timedelta(days=1 if is_over else 2)


def _locked_through(learner: User) -> date | None:
    """The last day kept; whoever would change the sums waits here for whoever is changing them."""
    User.objects.select_for_update(no_key=True).only("pk").get(pk=learner.pk)
    return DayTally.objects.of(learner).aggregate(day=Max("day"))["day"]


def _keep_anew(learner: User, last: date) -> int:
    made = add_up(Review.objects.of(learner).filter(day__lte=last))
    for table in TABLES:
        table.model.objects.of(learner).delete()
        table.model.objects.bulk_create(_rows(learner, table, table.made(made), made.due_since), batch_size=BATCH)
    return len(made.days)


def _add_to_kept(learner: User, changes: Tallies) -> None:
    for table in TABLES:
        sums = table.kept(learner, changes)
        for key, amounts in table.made(changes).items():
            sums[key] = [was + amount for was, amount in zip(sums.get(key, _nothing(table)), amounts, strict=True)]
        due = _due_since(learner, changes) if table.model is DayTally else {}
        _write(learner, table, sums, due)


def _due_since(learner: User, changes: Tallies) -> dict[date, date | None]:
    kept = DayTally.objects.of(learner).filter(day__in=changes.due_since).values_list("day", "due_since")
    known = dict(kept)
    return {day: earlier(due, known.get(day)) for day, due in changes.due_since.items()}


def _write(learner: User, table: Table, sums: dict[tuple[Any, ...], list[int]], due: dict[date, date | None]) -> None:
    filled = {key: each for key, each in sums.items() if table.keeps_nothing or any(each)}
    table.model.objects.bulk_create(
        _rows(learner, table, filled, due),
        update_conflicts=True,
        unique_fields=["learner", *(key.removesuffix("_id") for key in table.keys)],
        update_fields=[*table.names, *(["due_since"] if table.model is DayTally else [])],
        batch_size=BATCH,
    )
    for key in sums.keys() - filled.keys():
        table.model.objects.of(learner).filter(**dict(zip(table.keys, key, strict=True))).delete()


def _rows(
    learner: User, table: Table, sums: dict[tuple[Any, ...], list[int]], due: dict[date, date | None]
) -> Iterator[Model]:
    for key, each in sums.items():
        columns = dict(zip((*table.keys, *table.names), (*key, *each), strict=True))
        if table.model is DayTally:
            columns["due_since"] = due.get(key[0])
        yield table.model(learner_id=learner.pk, **columns)
