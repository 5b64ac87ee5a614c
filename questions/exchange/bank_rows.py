"""Wanted contents by key in; rows that say so out. What is unchanged is not touched, what is gone is retired."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Model, QuerySet

Content = Mapping[str, Any]
"""Field names and their values; foreign keys by their `_id`."""


@dataclass(frozen=True, slots=True)
class Brought:
    """The rows by key, and what was done to them: `changed` names the fields that differed."""

    rows: dict[str, Any]
    added: frozenset[str]
    changed: dict[str, frozenset[str]]
    retired: frozenset[str]
    returned: frozenset[str]


def bring(
    found: QuerySet[Any], wanted: Mapping[str, Content], *, owner: Content, now: datetime, fresh: Content | None = None
) -> Brought:
    """Make the rows of `found`, identified by `key`, say what `wanted` says; `owner` are the fields they all share.

    `fresh` are fields that only a new row is given. Rows without a `retired_at` stay as they are when they are gone.
    """
    model = found.model
    rows: dict[str, Any] = {row.key: row for row in found}
    new = [model(key=key, **owner, **(fresh or {}), **wanted[key]) for key in wanted if key not in rows]
    changed = {key: _set(rows[key], wanted[key]) for key in wanted if key in rows}
    retired, returned = _retire(rows, wanted, now) if hasattr(model, "retired_at") else (frozenset(), frozenset())
    touched = {key for key, fields in changed.items() if fields} | retired | returned
    _update(found, [rows[key] for key in touched], {*_fields(wanted), *({"retired_at"} if retired | returned else ())})
    rows |= {row.key: row for row in found.bulk_create(new)}
    return Brought(
        rows=rows,
        added=frozenset(row.key for row in new),
        changed={key: fields for key, fields in changed.items() if fields},
        retired=retired,
        returned=returned,
    )


def differs(row: Model, content: Content) -> frozenset[str]:
    """The names of the fields in which `row` says something else."""
    return frozenset(name for name, value in content.items() if getattr(row, name) != value)


def _set(row: Model, content: Content) -> frozenset[str]:
    names = differs(row, content)
    for name in names:
        setattr(row, name, content[name])
    return names


def _retire(
    rows: Mapping[str, Any], wanted: Mapping[str, Content], now: datetime
) -> tuple[frozenset[str], frozenset[str]]:
    retired = frozenset(key for key, row in rows.items() if key not in wanted and row.retired_at is None)
    returned = frozenset(key for key, row in rows.items() if key in wanted and row.retired_at is not None)
    for key in retired:
        rows[key].retired_at = now
    for key in returned:
        rows[key].retired_at = None
    return retired, returned


def _fields(wanted: Mapping[str, Content]) -> set[str]:
    return {name for content in wanted.values() for name in content}


def _update(found: QuerySet[Any], rows: list[Any], names: set[str]) -> None:
    if rows:
        found.bulk_update(rows, sorted(name.removesuffix("_id") for name in names), batch_size=200)
