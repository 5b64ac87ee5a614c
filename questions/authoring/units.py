"""A bank's units added, renamed, removed and put in another order, drafts moved into one; acts that can be undone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import Count, OuterRef, Subquery
from django.db.models.functions import Coalesce
from django.utils.text import slugify

from questions.models import DeskAct, Draft, Unit

from .acts import Act, NotPossible, who_is
from .moving import carry
from .restoring import refuse_unless_empty
from .settle import put_in_order

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import datetime

    from django.db.models import QuerySet

    from questions.models import Bank, User

LONGEST_KEY = 80


def units_of(bank: Bank, person: User) -> QuerySet[Unit]:
    """The units in order, each with `fact_count`, `met_count` by `person`, and `draft_count`: proposals to review."""
    drafts = Draft.objects.proposed().filter(unit=OuterRef("pk")).order_by().values("unit").annotate(n=Count("pk"))
    counted = Coalesce(Subquery(drafts.values("n")), 0)
    return bank.units.current().with_counts_for(person).annotate(draft_count=counted)


class StaleUnit(NotPossible):
    """Somebody changed the unit, or the order, since it was seen; the message says what is there now."""


@transaction.atomic
def rename_unit(unit: Unit, title: str, *, was: str, by: User, now: datetime) -> DeskAct:
    """Give the unit this title if it still has the one that was seen; raise `StaleUnit` when not."""
    act = Act(unit.bank, by, f"Renamed the unit “{was[:80]}”", now=now)
    _refuse_stale(unit, was, f"Your title was “{title}”.")
    act.row.units = {str(unit.pk): {"title": was}}
    Unit.objects.filter(pk=unit.pk).update(title=title)
    return act.finish()


@transaction.atomic
def move_unit(unit: Unit, *, up: bool, past: int | None, by: User, now: datetime) -> DeskAct:
    """Change places with the unit before (`up`) or after. Raise `StaleUnit` where that is not `past`, as it was seen,
    `NotPossible` at the end of the list.
    """
    act = Act(unit.bank, by, f"Moved the unit “{unit.title[:80]}”", now=now)
    units = list(unit.bank.units.current())
    place = next((place for place, one in enumerate(units) if one.pk == unit.pk), None)
    other = None if place is None else place - 1 if up else place + 1
    if past is None and other in {-1, len(units)}:
        raise NotPossible(f"“{unit.title}” is the {'first' if up else 'last'} unit already.")
    if other is None or not 0 <= other < len(units) or units[other].pk != past:
        raise StaleUnit(f"{_who_changed(unit)} changed the order in the meantime. Nothing was moved; this is it now.")
    act.row.units = {str(one.pk): {"position": one.position} for one in units}
    units[place], units[other] = units[other], units[place]
    for position, one in enumerate(units):
        one.position = position
    Unit.objects.bulk_update(units, ["position"])
    done = act.finish()
    put_in_order(unit.bank)
    return done


@transaction.atomic
def add_unit(bank: Bank, title: str, *, by: User, now: datetime) -> Unit:
    """A new unit after the others; undone, it is retired, while it is empty."""
    act = Act(bank, by, f"Added the unit “{title[:80]}”", now=now)
    stem = slugify(title)[:LONGEST_KEY].strip("-") or "unit"
    taken = set(bank.units.values_list("key", flat=True))
    key = next(one for one in (stem, *(f"{stem}-{n}" for n in range(2, len(taken) + 3))) if one not in taken)
    last = bank.units.order_by("-position").first()
    unit = Unit.objects.create(bank=bank, key=key, title=title, position=last.position + 1 if last else 0)
    act.row.units = {str(unit.pk): {"retired_at": now.isoformat()}}
    act.finish()
    return unit


@transaction.atomic
def remove_unit(unit: Unit, *, was: str, by: User, now: datetime) -> DeskAct:
    """Retire an empty unit; raise `NotPossible` when it holds something, `StaleUnit` when it was renamed or removed."""
    act = Act(unit.bank, by, f"Removed the unit “{was[:80]}”", now=now)
    _refuse_stale(unit, was)
    refuse_unless_empty(unit)
    act.row.units = {str(unit.pk): {"retired_at": None}}
    Unit.objects.filter(pk=unit.pk).update(retired_at=now)
    return act.finish()


def _refuse_stale(unit: Unit, was: str, lost: str = "") -> None:
    """Raise `StaleUnit` unless the unit is there under the title that was seen; to be asked when the bank waits."""
    unit.refresh_from_db(fields=["title", "retired_at"])
    if unit.retired_at is None and unit.title == was:
        return
    did = f"renamed “{was}” to “{unit.title}”" if unit.retired_at is None else f"removed “{was}”"
    raise StaleUnit(f"{_who_changed(unit)} {did} in the meantime. Nothing was overwritten. {lost}".strip())


def _who_changed(unit: Unit) -> str:
    """Who did, undid or did again the last act on this unit."""
    acts = DeskAct.objects.filter(bank=unit.bank_id, units__has_key=str(unit.pk)).select_related("by")
    last = acts.order_by(Coalesce("undone_at", "at").desc(), "-pk").first()
    return who_is(last and last.by)


@transaction.atomic
def move_drafts(drafts: Collection[Draft], unit: Unit, *, by: User, now: datetime) -> DeskAct:
    """Put `drafts`, and the facts of those that are in the bank, into `unit`. Raise `NotPossible` with none to move."""
    going = [draft for draft in drafts if draft.unit_id != unit.pk and draft.state != Draft.State.MERGED]
    if not going:
        raise NotPossible(f"There is nothing to move to “{unit.title}”: it is there already.")
    what = f"“{going[0].answer[:60]}”" if len(going) == 1 else f"{len(going)} drafts"
    act = Act(unit.bank, by, f"Moved {what} to “{unit.title[:80]}”", now=now)
    carry(act, going, unit)
    return act.finish()
