"""Statements of a bank and a unit in; they and their facts in that unit, as an act that can be undone, out.

Keys never change, so whoever has met a fact goes on with what they know of it. The draft behind a statement goes along.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.db.models import Prefetch

from questions.models import Draft, Fact, Statement, Unit

from .acts import Act, NotPossible
from .many import POSITION, batches, write_numbers
from .settle import put_in_order

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from django.db.models import QuerySet

    from questions.models import Bank, DeskAct, User

    Between = dict[str, list[int]]
    """By the ids of statements, the unit each left and the one it went to."""

ELSEWHERE = "Some of these facts were moved or taken out since, so they stay where they are now."


def statements_of(bank: Bank, *, unit: Unit | None = None, search: str = "") -> QuerySet[Statement]:
    """What the bank says, in the order of teaching: of one unit, or with these words in it."""
    found = bank.statements.filter(retired_at=None).select_related("unit")
    if unit:
        found = found.filter(unit=unit)
    for word in search.split():
        found = found.filter(text__icontains=word)
    facts = Fact.objects.current().order_by("position")
    return found.prefetch_related(Prefetch("facts", facts)).order_by("position", "pk")


@transaction.atomic
def move_statements(statements: Iterable[Statement], unit: Unit, *, by: User, now: datetime) -> DeskAct:
    """Put `statements` with their facts into `unit`. Raise `NotPossible` with none to move."""
    going = [one for one in statements if one.unit_id != unit.pk and one.retired_at is None]
    if not going:
        raise NotPossible(f"There is nothing to move to “{unit.title}”: it is there already.")
    what = "a statement" if len(going) == 1 else f"{len(going):,} statements"
    act = Act(unit.bank, by, f"Moved {what} to “{unit.title[:80]}”", now=now)
    drafts = list(_drafts_of(unit.bank, going))
    carry(act, drafts, unit)
    drafted = {draft.fact.statement_id for draft in drafts}
    alone = [one for one in going if one.pk not in drafted]
    moved = {str(one.pk): [one.unit_id, unit.pk] for one in alone}
    if moved:
        act.row.statements = {"moved": moved, "order": _held({one.unit_id for one in alone})}
        move_again(unit.bank, act.row.statements)
    return act.finish()


def carry(act: Act, drafts: Iterable[Draft], unit: Unit) -> None:
    """Let drafts belong to `unit`; who reviewed them, and when, stays."""
    going = list(drafts)
    for reviewer in {(draft.reviewed_by_id, draft.reviewed_at) for draft in going}:
        same = [draft for draft in going if (draft.reviewed_by_id, draft.reviewed_at) == reviewer]
        act.change_all(same, unit_id=unit.pk, reviewed_by_id=reviewer[0], reviewed_at=reviewer[1])
    for draft in going:
        draft.unit = unit


def move_back(bank: Bank, statements: dict[str, Any]) -> None:
    """Put what an act moved where it was, in the order it had. Raise `NotPossible` where others moved it on."""
    if statements:
        _put(bank, {pk: [to, came] for pk, (came, to) in statements["moved"].items()})
        _in_their_order(statements["order"])
        put_in_order(bank)


def move_again(bank: Bank, statements: dict[str, Any]) -> None:
    """Put it there once more. Raise as `move_back` does."""
    if statements:
        _put(bank, statements["moved"])
        put_in_order(bank)


def _drafts_of(bank: Bank, statements: Iterable[Statement]) -> Iterable[Draft]:
    wanted = {one.pk for one in statements}
    accepted = Draft.objects.filter(bank=bank, state=Draft.State.ACCEPTED, fact__isnull=False)
    found = accepted.select_related("bank", "passage", "unit", "fact")
    return (draft for draft in found if draft.fact.statement_id in wanted)


def _put(bank: Bank, between: Between) -> None:
    """Write the unit each statement goes to, into its facts too."""
    open_units = set(Unit.objects.filter(bank=bank, retired_at=None).values_list("pk", flat=True))
    for way in {tuple(one) for one in between.values()}:
        left, goes = way
        pks = [int(pk) for pk, one in between.items() if tuple(one) == way]
        for some in batches(pks):
            there = Statement.objects.filter(pk__in=some, unit=left, retired_at=None)
            if goes not in open_units or there.update(unit=goes) != len(some):
                raise NotPossible(ELSEWHERE)
            Fact.objects.filter(statement__in=some).update(unit=goes)


def _held(units: set[int]) -> list[list[int]]:
    """What each of these units holds, in order."""
    rows = Statement.objects.filter(retired_at=None).order_by("position", "pk")
    return [list(rows.filter(unit=unit).values_list("pk", flat=True)) for unit in sorted(units)]


def _in_their_order(order: list[list[int]]) -> None:
    """Let the statements of each list share out the places they have in the order of the list."""
    for held in order:
        places: dict[int, int] = {}
        for some in batches(held):
            places |= dict(Statement.objects.filter(pk__in=some).values_list("pk", "position"))
        there = [pk for pk in held if pk in places]
        write_numbers(POSITION["statement"], dict(zip(there, sorted(places.values()), strict=True)))
