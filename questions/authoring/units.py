"""A bank's units added, renamed, removed and put in another order, drafts moved into one; acts that can be undone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import Count, OuterRef, Subquery
from django.db.models.functions import Coalesce
from django.utils.text import slugify

from questions.models import Draft, Unit

from .acts import Act, NotPossible
from .moving import carry
from .restoring import refuse_unless_empty
from .settle import put_in_order

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import datetime

    from django.db.models import QuerySet

    from questions.models import Bank, DeskAct, User

LONGEST_KEY = 80


def units_of(bank: Bank, person: User) -> QuerySet[Unit]:
    """The units in order, each with `fact_count`, `met_count` by `person`, and `draft_count`: proposals to review."""
    drafts = Draft.objects.proposed().filter(unit=OuterRef("pk")).order_by().values("unit").annotate(n=Count("pk"))
    counted = Coalesce(Subquery(drafts.values("n")), 0)
    return bank.units.current().with_counts_for(person).annotate(draft_count=counted)


@transaction.atomic
def rename_unit(unit: Unit, title: str, *, by: User, now: datetime) -> DeskAct:
    act = Act(unit.bank, by, f"Renamed the unit “{unit.title[:80]}”", now=now)
    act.row.units = {str(unit.pk): {"title": unit.title}}
    Unit.objects.filter(pk=unit.pk).update(title=title)
    return act.finish()


@transaction.atomic
def move_unit(unit: Unit, *, up: bool, by: User, now: datetime) -> DeskAct:
    """Change places with the unit before (`up`) or after; raise `NotPossible` at the end of the list."""
    units = list(unit.bank.units.current())
    place = units.index(unit)
    other = place - 1 if up else place + 1
    if not 0 <= other < len(units):
        raise NotPossible(f"“{unit.title}” is the {'first' if up else 'last'} unit already.")
    act = Act(unit.bank, by, f"Moved the unit “{unit.title[:80]}”", now=now)
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
    stem = slugify(title)[:LONGEST_KEY].strip("-") or "unit"
    taken = set(bank.units.values_list("key", flat=True))
    key = next(one for one in (stem, *(f"{stem}-{n}" for n in range(2, len(taken) + 3))) if one not in taken)
    last = bank.units.order_by("-position").first()
    unit = Unit.objects.create(bank=bank, key=key, title=title, position=last.position + 1 if last else 0)
    act = Act(bank, by, f"Added the unit “{title[:80]}”", now=now)
    act.row.units = {str(unit.pk): {"retired_at": now.isoformat()}}
    act.finish()
    return unit


@transaction.atomic
def remove_unit(unit: Unit, *, by: User, now: datetime) -> DeskAct:
    """Retire an empty unit; raise `NotPossible` when it holds something."""
    refuse_unless_empty(unit)
    act = Act(unit.bank, by, f"Removed the unit “{unit.title[:80]}”", now=now)
    act.row.units = {str(unit.pk): {"retired_at": None}}
    Unit.objects.filter(pk=unit.pk).update(retired_at=now)
    return act.finish()


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
