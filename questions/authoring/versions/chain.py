"""A bank and a document in; the versions that lie before and after it out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from questions.models import DocumentVersion

if TYPE_CHECKING:
    from questions.models import Bank


def documents_before(bank: Bank, document: int) -> list[int]:
    """The ids of all versions of `document` in `bank`, the newest first; itself alone where there is one."""
    rows = list(DocumentVersion.objects.filter(bank=bank).order_by("pk").values_list("replaces", "document"))
    family = {document}
    for _ in rows:
        family |= {pk for row in rows if family & set(row) for pk in row}
    order = {new: place for place, (_, new) in enumerate(rows)}
    return sorted(family, key=lambda pk: -order.get(pk, -1))
