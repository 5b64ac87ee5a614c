"""A bank and a reviewer in; their last act at the desk taken back, or the last they took back done again.

Undone, an act is as if it had not been, but for versions; what it had brought into the bank is retired. Each reviewer
goes back, and forth, through what they did themselves, for as long as nobody else changed the same drafts or units.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import transaction

from questions.models import DeskAct, Draft

from .acts import NotPossible, StaleDraft, wait_for
from .moving import move_again, move_back
from .restoring import restore_drafts, restore_units
from .settle import settle
from .telling import tell_again, tell_undone

if TYPE_CHECKING:
    from datetime import datetime

    from django.db.models import QuerySet

    from questions.models import Bank, User

NOTHING_LEFT = "There is nothing left to undo."
NOTHING_AGAIN = "There is nothing to do again."
IS_GONE = "A draft of it is gone by now, so it stays as it is."
UNIT_CHANGED = "Somebody changed the same unit since, so it stays as it is."


@transaction.atomic
def undo(bank: Bank, by: User, *, now: datetime) -> DeskAct:
    """Take back the last act of `by` in `bank`.

    Raise `NotPossible` when there is none, `StaleDraft` when somebody else has changed one of its drafts since.
    """
    wait_for(bank)
    act = DeskAct.objects.standing(bank, by).first()
    if act is None or not DeskAct.objects.filter(pk=act.pk, undone_at=None).update(undone_at=now):
        raise NotPossible(NOTHING_LEFT)
    drafts = _drafts(act)
    _refuse_stale(drafts, act.after)
    _refuse_changed_units(act)
    act.again |= {"units": restore_units(bank, act.units), "made": _rows(act.made)}
    act.again["drafts"] = restore_drafts(drafts, act.before)
    move_back(bank, act.statements)
    changed = [drafts[pk] for pk in act.before]
    settle(bank, changed, now=now)
    tell_undone(act, changed, now=now)
    _tell(DeskAct.objects.filter(bank=bank, undone_at=None, pk__lt=act.pk).order_by("-pk"), "after", act, drafts)
    _take_away(bank, [drafts[str(pk)] for pk in act.made], now)
    act.again["after"] = {pk: drafts[pk].version for pk in act.before}
    act.save(update_fields=["again"])
    return act


@transaction.atomic
def redo(bank: Bank, by: User, *, now: datetime) -> DeskAct:
    """Do again what `by` undid last, if nothing else was done by them since. Raise as `undo` does."""
    wait_for(bank)
    act = DeskAct.objects.undone(bank, by).first()
    if (
        act is None
        or not act.again
        or not DeskAct.objects.filter(pk=act.pk).exclude(undone_at=None).update(undone_at=None)
    ):
        raise NotPossible(NOTHING_AGAIN)
    undone_at = act.undone_at
    drafts = {pk: draft for pk, draft in _drafts(act).items() if pk in act.before}
    _refuse_stale(drafts, act.again["after"])
    _refuse_changed_units(act)
    restore_units(bank, act.again["units"])
    made = [Draft(**row) for row in act.again["made"]]
    Draft.objects.bulk_create(made)
    restore_drafts(drafts, act.again["drafts"])
    move_again(bank, act.statements)
    settle(bank, [*drafts.values(), *made], now=now)
    tell_again(act, drafts.values(), undone_at=undone_at, now=now)
    act.after = {pk: draft.version for pk, draft in drafts.items()} | {str(one.pk): one.version for one in made}
    act.undone_at = None
    act.save(update_fields=["after", "again", "undone_at"])
    later = DeskAct.objects.filter(bank=bank, by=by, pk__gt=act.pk).exclude(undone_at=None).order_by("pk")
    _tell(later, "again", act, drafts)
    return act


def _drafts(act: DeskAct) -> dict[str, Draft]:
    wanted = [*act.before, *map(str, act.made)]
    return {str(one.pk): one for one in Draft.objects.filter(pk__in=wanted).select_related("passage", "unit")}


def _refuse_stale(drafts: dict[str, Draft], versions: dict[str, int]) -> None:
    for pk, version in versions.items():
        if pk not in drafts:
            raise NotPossible(IS_GONE)
        if drafts[pk].version != version:
            raise StaleDraft(drafts[pk])


def _refuse_changed_units(act: DeskAct) -> None:
    """Raise `NotPossible` where a later act that stands wrote the same of a unit: it would be lost."""
    if not act.units:
        return
    later = DeskAct.objects.filter(bank=act.bank_id, undone_at=None, pk__gt=act.pk)
    for units in later.values_list("units", flat=True):
        if any(units.get(pk, {}).keys() & state for pk, state in act.units.items()):
            raise NotPossible(UNIT_CHANGED)


def _rows(pks: list[int]) -> list[dict[str, Any]]:
    """All columns of drafts as plain values, so that they can be made again under their own numbers."""
    rows = Draft.objects.filter(pk__in=pks).order_by("pk").values()
    return [
        row | {"reviewed_at": row["reviewed_at"] and row["reviewed_at"].isoformat(), "fact_id": None} for row in rows
    ]


def _tell(acts: QuerySet[DeskAct], column: str, act: DeskAct, drafts: dict[str, Draft]) -> None:
    """Tell the nearest of `acts` on each draft the version it has now: what that act left is there again."""
    left = set(act.before)
    for other in acts:
        versions = other.after if column == "after" else other.again.get("after", {})
        if same := left.intersection(versions):
            versions |= {pk: drafts[pk].version for pk in same}
            other.save(update_fields=[column])
            left -= same
        if not left:
            return


def _take_away(bank: Bank, made: list[Draft], now: datetime) -> None:
    """Drafts that the act made are gone again; what became of them in the bank is retired."""
    for draft in made:
        draft.state = Draft.State.REJECTED
    settle(bank, made, now=now)
    Draft.objects.filter(pk__in=[draft.pk for draft in made]).delete()
