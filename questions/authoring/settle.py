"""Drafts as they stand after an act in; the bank's statements, facts and questions made to say the same.

An accepted draft has a statement and a fact for each blank; any other has none that is current. Keys are made once, of
the paragraph and the draft's own number, and never follow wording or place. To be called within a transaction.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from questions.models import Bank, Draft, Fact, Statement, Unit

from .blanks import blanks_of
from .pool import make_anew

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from .blanks import Blank

WRITTEN_BY_HAND = "own"
BATCH = 200
WRITTEN = ["statement", "unit", "answer", "answer_type", "accepted", "also_true", "changed_at", "retired_at"]


def settle(bank: Bank, drafts: Iterable[Draft], *, now: datetime) -> None:
    """Bring statements, facts and questions of `bank` to what `drafts` are; nothing is deleted, only retired."""
    changed = [one for one in drafts if one.state == Draft.State.ACCEPTED or one.fact_id]
    if not changed:
        return
    Bank.objects.select_for_update().get(pk=bank.pk)  # two acts at once would both write the same pools
    keys = {one.pk: statement_key(one) for one in changed}
    statements = {row.key: row for row in Statement.objects.filter(bank=bank, key__in=keys.values())}
    for draft in changed:
        _write_statement(bank, draft, statements, keys[draft.pk], now)
    _cite(changed, statements, keys)
    _write_facts(bank, changed, statements, keys, now)
    put_in_order(bank)
    make_anew(bank, now=now)


def statement_key(draft: Draft) -> str:
    place = draft.passage.key if draft.passage else WRITTEN_BY_HAND
    return f"{place}-d{draft.pk}"


def put_in_order(bank: Bank) -> None:
    """Number statements and facts by unit, then by their place in the document."""
    places = dict(Draft.objects.filter(bank=bank, fact__isnull=False).values_list("fact__statement", "position"))
    rows = list(Statement.objects.filter(bank=bank, retired_at=None).select_related("unit"))
    rows.sort(key=lambda one: (one.unit.position, places.get(one.pk, one.position), one.pk))
    moved = [row for place, row in enumerate(rows) if row.position != place]
    for place, row in enumerate(rows):
        row.position = place
    Statement.objects.bulk_update(moved, ["position"], batch_size=BATCH)
    order = {row.pk: place for place, row in enumerate(rows)}
    facts = list(Fact.objects.current().filter(bank=bank).only("pk", "statement_id", "position", "bank_id"))
    facts.sort(key=lambda one: (order.get(one.statement_id, 0), one.position, one.pk))
    late = [fact for place, fact in enumerate(facts) if fact.position != place]
    for place, fact in enumerate(facts):
        fact.position = place
    Fact.objects.bulk_update(late, ["position"], batch_size=BATCH)


def unit_for(bank: Bank) -> Unit:
    """The first unit, made when there is none: where a draft without one goes."""
    first = bank.units.current().first()
    return first or Unit.objects.create(bank=bank, key=f"unit-{bank.units.count() + 1}", title=bank.title, position=0)


def _write_statement(bank: Bank, draft: Draft, known: dict[str, Statement], key: str, now: datetime) -> None:
    row = known.get(key)
    if draft.state != Draft.State.ACCEPTED:
        if row:
            row.retired_at = now
            row.save(update_fields=["retired_at"])
        return
    content = {
        "unit": draft.unit or unit_for(bank),
        "text": draft.text,
        "explanation": draft.explanation,
        "start": draft.start if draft.passage_id else None,
        "end": draft.end if draft.passage_id else None,
        "retired_at": None,
    }
    if row is None:
        known[key] = Statement.objects.create(bank=bank, key=key, position=draft.position, **content)
        return
    for name, value in content.items():
        setattr(row, name, value)
    row.save(update_fields=list(content))


def _cite(drafts: list[Draft], statements: dict[str, Statement], keys: dict[int, str]) -> None:
    cites = Statement.passages.through
    ties = [
        cites(statement_id=statements[keys[one.pk]].pk, passage_id=one.passage_id)
        for one in drafts
        if one.passage_id and keys[one.pk] in statements
    ]
    cites.objects.bulk_create(ties, ignore_conflicts=True)


def _write_facts(
    bank: Bank, drafts: list[Draft], statements: dict[str, Statement], keys: dict[int, str], now: datetime
) -> None:
    """Bring facts to the blanks of their drafts; a draft's `fact` is that of its first blank."""
    known = {row.key: row for row in Fact.objects.filter(statement__in=statements.values())}
    wanted = {
        f"{bank.key}/{keys[draft.pk]}/{blank.key}": (draft, blank)
        for draft in drafts
        if draft.state == Draft.State.ACCEPTED
        for blank in blanks_of(draft)
    }
    for key, (draft, blank) in wanted.items():
        content = _content(statements[keys[draft.pk]], blank) | {"changed_at": now, "retired_at": None}
        known.setdefault(key, Fact(bank=bank, key=key, blank=blank.key, position=0))
        for name, value in content.items():
            setattr(known[key], name, value)
    for key in known.keys() - wanted.keys():
        known[key].retired_at = known[key].retired_at or now
    old = [row for row in known.values() if row.pk is not None]
    Fact.objects.bulk_create([row for row in known.values() if row.pk is None], batch_size=BATCH)
    Fact.objects.bulk_update(old, WRITTEN, batch_size=BATCH)
    firsts = {draft.pk: (draft, known[key]) for key, (draft, _) in reversed(wanted.items())}
    for draft, fact in firsts.values():
        draft.fact = fact
    Draft.objects.bulk_update([draft for draft, _ in firsts.values()], ["fact"], batch_size=BATCH)


def _content(statement: Statement, blank: Blank) -> dict[str, Any]:
    return {
        "statement_id": statement.pk,
        "unit_id": statement.unit_id,
        "answer": blank.answer,
        "answer_type": str(blank.answer_type),
        "accepted": list(blank.accepted),
        "also_true": list(blank.also_true),
    }
