"""Drafts as they stand after an act in; the bank's statements, facts and questions made to say the same.

An accepted draft has a statement and a fact for each blank; any other has none that is current. Keys are made once, of
the paragraph and the draft's own number, and never follow wording or place. To be called within a transaction that
has waited for the bank.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from questions.models import Draft, Fact, Statement, Unit

from .blanks import blanks_of
from .many import FACT_OF_DRAFT, POSITION, batches, write_numbers
from .pool import make_anew

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from questions.models import Bank

    from .blanks import Blank

WRITTEN_BY_HAND = "own"
BATCH = 200
SAID = ["unit", "text", "explanation", "start", "end", "retired_at"]
WRITTEN = ["statement", "unit", "answer", "answer_type", "accepted", "also_true", "changed_at", "retired_at"]


def settle(bank: Bank, drafts: Iterable[Draft], *, now: datetime) -> None:
    """Bring statements, facts and questions of `bank` to what `drafts` are; nothing is deleted, only retired."""
    changed = [one for one in drafts if one.state == Draft.State.ACCEPTED or one.fact_id]
    if not changed:
        return
    keys = _keys_of(bank, changed)
    statements = {row.key: row for row in Statement.objects.filter(bank=bank, key__in=keys.values())}
    _write_statements(bank, changed, statements, keys, now)
    _cite(changed, statements, keys)
    touched = _write_facts(bank, changed, statements, keys, now)
    put_in_order(bank)
    make_anew(bank, now=now, touched=touched)


def _keys_of(bank: Bank, drafts: list[Draft]) -> dict[int, str]:
    """The keys as they were made once: a draft that came with a new version of its document stands elsewhere now."""
    made = Draft.objects.filter(bank=bank, fact__isnull=False).values_list("pk", "fact__statement__key")
    known = dict(made) if any(draft.fact_id for draft in drafts) else {}
    return {draft.pk: known.get(draft.pk) or statement_key(draft) for draft in drafts}


def statement_key(draft: Draft) -> str:
    place = draft.passage.key if draft.passage else WRITTEN_BY_HAND
    return f"{place}-d{draft.pk}"


def put_in_order(bank: Bank) -> None:
    """Number statements and facts by unit, then by their place in the document."""
    places = dict(Draft.objects.filter(bank=bank, fact__isnull=False).values_list("fact__statement", "position"))
    current = Statement.objects.filter(bank=bank, retired_at=None).select_related("unit")
    rows = list(current.only("pk", "position", "text", "unit__position"))
    rows.sort(key=lambda one: (one.unit.position, places.get(one.pk, one.position), one.pk))
    write_numbers(POSITION["statement"], {row.pk: place for place, row in enumerate(rows) if row.position != place})
    order = {row.pk: (place, row.text) for place, row in enumerate(rows)}
    facts = list(Fact.objects.current().filter(bank=bank).values_list("pk", "position", "statement", "blank"))
    places = {pk: _place_of(blank, *order.get(statement, (0, ""))) for pk, _, statement, blank in facts}
    facts.sort(key=lambda one: (places[one[0]], one[1], one[0]))
    write_numbers(POSITION["fact"], {fact[0]: at for at, fact in enumerate(facts) if fact[1] != at})


def _place_of(blank: str, statement: int, text: str) -> tuple[int, int]:
    """The place of the statement, and that of the blank in it."""
    return statement, text.find(f":{blank})")


def unit_for(bank: Bank) -> Unit:
    """The first unit, made when there is none: where a draft without one goes."""
    first = bank.units.current().first()
    return first or Unit.objects.create(bank=bank, key=f"unit-{bank.units.count() + 1}", title=bank.title, position=0)


def _write_statements(
    bank: Bank, drafts: list[Draft], known: dict[str, Statement], keys: dict[int, str], now: datetime
) -> None:
    """Make or bring back the statements of accepted drafts and retire those of the others, in batches."""
    accepted = [draft for draft in drafts if draft.state == Draft.State.ACCEPTED]
    gone = [row.pk for draft in drafts if draft.state != Draft.State.ACCEPTED and (row := known.get(keys[draft.pk]))]
    for pks in batches(gone):
        Statement.objects.filter(pk__in=pks).update(retired_at=now)
    homes = {draft.unit_id for draft in accepted}
    units = set(Unit.objects.current().filter(pk__in=homes).values_list("pk", flat=True))
    new, back, old = [], [], []
    first = unit_for(bank).pk if homes - units else None  # a unit may have been removed while its draft was rejected
    for draft in accepted:
        key = keys[draft.pk]
        is_new = key not in known
        row = known.setdefault(key, Statement(bank=bank, key=key, position=draft.position))
        is_changed = _take(row, _said(draft, draft.unit_id if draft.unit_id in units else first))
        (new if is_new else old if is_changed else back).append(key)
    made = Statement.objects.bulk_create([known[key] for key in new], batch_size=BATCH)
    Statement.objects.bulk_update([known[key] for key in old], SAID, batch_size=BATCH)
    for pks in batches([known[key].pk for key in back]):
        Statement.objects.filter(pk__in=pks).update(retired_at=None)
    known |= {row.key: row for row in made}


def _said(draft: Draft, unit: int | None) -> dict[str, Any]:
    return {
        "unit_id": unit,
        "text": draft.text,
        "explanation": draft.explanation,
        "start": draft.start if draft.passage_id else None,
        "end": draft.end if draft.passage_id else None,
    }


def _take(row: Statement | Fact, content: dict[str, Any]) -> bool:
    """Give `row` this content and make it current; whether it said something else before."""
    is_changed = any(getattr(row, name) != value for name, value in content.items())
    for name, value in (content | {"retired_at": None}).items():
        setattr(row, name, value)
    return is_changed


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
) -> set[int]:
    """Bring facts to the blanks of their drafts; a draft's `fact` is that of its first blank. All of them come out."""
    known = {row.key: row for row in Fact.objects.filter(statement__in=statements.values())}
    wanted = {
        f"{bank.key}/{keys[draft.pk]}/{blank.key}": (draft, blank)
        for draft in drafts
        if draft.state == Draft.State.ACCEPTED
        for blank in blanks_of(draft)
    }
    back, old = [], []
    for key, (draft, blank) in wanted.items():
        row = known.setdefault(key, Fact(bank=bank, key=key, blank=blank.key, position=0, changed_at=now))
        is_changed = _take(row, _content(statements[keys[draft.pk]], blank))
        if row.pk is not None:
            (old if is_changed else back).append(row)
    gone = [known[key].pk for key in known.keys() - wanted.keys()]
    for pks in batches(gone):
        Fact.objects.current().filter(pk__in=pks).update(retired_at=now)
    for pks in batches([row.pk for row in back]):
        Fact.objects.filter(pk__in=pks).update(retired_at=None, changed_at=now)
    for row in old:
        row.changed_at = now
    Fact.objects.bulk_create([row for row in known.values() if row.pk is None], batch_size=BATCH)
    Fact.objects.bulk_update(old, WRITTEN, batch_size=BATCH)
    firsts = {draft.pk: (draft, known[key]) for key, (draft, _) in reversed(wanted.items())}
    write_numbers(FACT_OF_DRAFT, {pk: fact.pk for pk, (draft, fact) in firsts.items() if draft.fact_id != fact.pk})
    for draft, fact in firsts.values():
        draft.fact = fact
    return {row.pk for row in known.values()}


def _content(statement: Statement, blank: Blank) -> dict[str, Any]:
    return {
        "statement_id": statement.pk,
        "unit_id": statement.unit_id,
        "answer": blank.answer,
        "answer_type": str(blank.answer_type),
        "accepted": list(blank.accepted),
        "also_true": list(blank.also_true),
    }
