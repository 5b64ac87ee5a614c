"""Drafts, units and how they were in; they are so again, and what they are now is kept, for the way back."""

from __future__ import annotations

import json
from collections import defaultdict
from datetime import datetime
from typing import TYPE_CHECKING, Any

from questions.models import Draft, Unit

from .acts import BATCH, NotPossible, as_it_is, write_same
from .settle import put_in_order

if TYPE_CHECKING:
    from questions.models import Bank

State = dict[str, dict[str, Any]]
FEW = 20
"""Kinds of change that are written one by one; of more, each draft by itself."""


def restore_drafts(drafts: dict[str, Draft], states: State) -> State:
    """Give each of these drafts the fields of its state and one version more; what they said before comes out."""
    now = {pk: as_it_is(drafts[pk], state) for pk, state in states.items()}
    alike: defaultdict[str, list[str]] = defaultdict(list)
    for pk, state in states.items():
        alike[json.dumps(state, sort_keys=True)].append(pk)
        for name, value in _read(state).items():
            setattr(drafts[pk], name, value)
    if len(alike) <= FEW:
        for pks in alike.values():
            write_same([drafts[pk] for pk in pks], _read(states[pks[0]]))
    for pk in states:
        drafts[pk].version += 1
    if len(alike) > FEW:
        names = sorted({name.removesuffix("_id") for state in states.values() for name in state})
        Draft.objects.bulk_update([drafts[pk] for pk in states], [*names, "version"], batch_size=BATCH // 5)
    return now


def restore_units(bank: Bank, states: State) -> State:
    """The same of units; statements and facts follow their order."""
    units = {str(unit.pk): unit for unit in Unit.objects.filter(bank=bank, pk__in=states)}
    now = {pk: {name: _plain(getattr(units[pk], name)) for name in state} for pk, state in states.items()}
    for pk, state in states.items():
        if state.get("retired_at"):
            refuse_unless_empty(units[pk])
        Unit.objects.filter(pk=pk).update(**state)
    if states:
        put_in_order(bank)
    return now


def refuse_unless_empty(unit: Unit) -> None:
    """Raise `NotPossible` where something is left in a unit that is to go."""
    if unit.statements.filter(retired_at=None).exists() or unit.drafts.proposed().exists():
        raise NotPossible(f"“{unit.title}” is not empty. Move what it holds to another unit first.")


def _read(state: dict[str, Any]) -> dict[str, Any]:
    """The fields of a draft, moments read from their text."""
    moment = state.get("reviewed_at")
    return state | ({"reviewed_at": datetime.fromisoformat(moment)} if moment else {})


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, datetime) else value
