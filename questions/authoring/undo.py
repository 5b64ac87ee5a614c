"""A bank and a reviewer in; their last act at the desk taken back. As if it had not been, but for versions."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.db import transaction

from questions.models import DeskAct, Draft, Unit

from .acts import NotPossible, StaleDraft
from .settle import put_in_order, settle

if TYPE_CHECKING:
    from questions.models import Bank, User

NOTHING_LEFT = "There is nothing left to undo."


@transaction.atomic
def undo(bank: Bank, by: User, *, now: datetime) -> DeskAct:
    """Take back the last act of `by` in `bank`: drafts are as before, what it brought into the bank is retired.

    Raise `NotPossible` when there is none, `StaleDraft` when somebody else has changed one of its drafts since.
    """
    act = DeskAct.objects.standing(bank, by).first()
    if act is None or not DeskAct.objects.filter(pk=act.pk, undone_at=None).update(undone_at=now):
        raise NotPossible(NOTHING_LEFT)
    wanted = [*act.before, *map(str, act.made)]
    drafts = {str(one.pk): one for one in Draft.objects.filter(pk__in=wanted).select_related("passage", "unit")}
    for pk, version in act.after.items():
        if drafts[pk].version != version:
            raise StaleDraft(drafts[pk])
    for pk, before in act.before.items():
        _restore(drafts[pk], before)
    names = sorted({name.removesuffix("_id") for before in act.before.values() for name in before})
    if act.before:
        changed = [drafts[pk] for pk in act.before]
        Draft.objects.bulk_update(changed, [*names, "version"], batch_size=200)
        settle(bank, changed, now=now)
        _follow(act, drafts)
    _take_away(bank, [drafts[str(pk)] for pk in act.made], now)
    _restore_units(bank, act.units)
    return act


def _restore(draft: Draft, before: dict[str, Any]) -> None:
    for name, value in before.items():
        is_moment = name == "reviewed_at" and value
        setattr(draft, name, datetime.fromisoformat(value) if is_moment else value)
    draft.version += 1


def _follow(act: DeskAct, drafts: dict[str, Draft]) -> None:
    """Tell the last act before `act` on each draft the version it has now: what that act left is there again."""
    left = set(act.before)
    for earlier in DeskAct.objects.filter(bank=act.bank_id, undone_at=None, pk__lt=act.pk).order_by("-pk"):
        if same := left.intersection(earlier.after):
            earlier.after |= {pk: drafts[pk].version for pk in same}
            earlier.save(update_fields=["after"])
            left -= same
        if not left:
            return


def _take_away(bank: Bank, made: list[Draft], now: datetime) -> None:
    """Drafts that the act made are gone again; what became of them in the bank is retired."""
    for draft in made:
        draft.state = Draft.State.REJECTED
    settle(bank, made, now=now)
    Draft.objects.filter(pk__in=[draft.pk for draft in made]).delete()


def _restore_units(bank: Bank, units: dict[str, dict[str, Any]]) -> None:
    for pk, before in units.items():
        Unit.objects.filter(bank=bank, pk=pk).update(**before)
    if units:
        put_in_order(bank)
