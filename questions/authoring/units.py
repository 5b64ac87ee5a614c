"""A bank's units renamed and put in another order, a draft moved into one of them; each an act that can be undone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.text import slugify

from questions.models import Unit

from .acts import Act, NotPossible
from .settle import put_in_order

if TYPE_CHECKING:
    from datetime import datetime

    from questions.models import Bank, DeskAct, User

LONGEST_KEY = 80


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


def add_unit(bank: Bank, title: str) -> Unit:
    """A new unit after the others; an empty unit harms nothing, so that this is not undone."""
    stem = slugify(title)[:LONGEST_KEY].strip("-") or "unit"
    taken = set(bank.units.values_list("key", flat=True))
    key = next(one for one in (stem, *(f"{stem}-{n}" for n in range(2, len(taken) + 3))) if one not in taken)
    last = bank.units.order_by("-position").first()
    return Unit.objects.create(bank=bank, key=key, title=title, position=last.position + 1 if last else 0)
