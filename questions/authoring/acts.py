"""What a reviewer does to drafts: versions guarded, everything kept that undoing needs, the bank settled after it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db.models import F

from questions.models import Bank, DeskAct, Draft

from .settle import settle

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from questions.models import User

FIELDS = (
    "unit_id",
    "text",
    "explanation",
    "answer",
    "answer_type",
    "accepted",
    "also_true",
    "options",
    "details",
    "state",
    "merged_into_id",
    "reviewed_by_id",
)
"""Of a draft: all that an act may change and undoing brings back, beside the moment of review."""
KEPT = {*FIELDS, "reviewed_at"}
BATCH = 1000


class StaleDraft(Exception):
    """Somebody changed the draft meanwhile; `draft` is as it is now."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        super().__init__(what_happened(draft))


class NotPossible(Exception):
    """The act makes no sense for this draft; the message says why."""


def what_happened(draft: Draft) -> str:
    """Who did what to the draft last, in one sentence."""
    did = {
        Draft.State.ACCEPTED: "accepted",
        Draft.State.REJECTED: "rejected",
        Draft.State.MERGED: "merged",
    }.get(Draft.State(draft.state), "changed")
    who = who_is(draft.reviewed_by)
    return f"{who} {did} this draft in the meantime. Nothing of it was overwritten; look at it as it is now."


def who_is(person: User | None) -> str:
    return (person.get_full_name() or person.username) if person else "Somebody"


def wait_for(bank: Bank) -> None:
    """Until nobody else is at an act in `bank`: two at once would write the same pools, or drafts."""
    Bank.objects.select_for_update(no_key=True).only("pk").get(pk=bank.pk)


class Act:
    """One act under way: change drafts through it, then `finish`. To be used within a transaction."""

    def __init__(self, bank: Bank, by: User, said: str, *, now: datetime) -> None:
        wait_for(bank)
        self.row = DeskAct(bank=bank, by=by, at=now, said=said[:200])
        self.now = now
        self.touched: list[Draft] = []

    def change(self, draft: Draft, *, version: int, **fields: Any) -> None:
        """Give `draft` these fields if it still has `version`; raise `StaleDraft` when not."""
        fields = {"reviewed_by_id": self.row.by_id, "reviewed_at": self.now} | fields | {"version": version + 1}
        before = as_it_is(draft, fields)
        guarded = Draft.objects.filter(pk=draft.pk, version=version)
        if draft.version != version or not guarded.update(**fields):
            raise StaleDraft(Draft.objects.select_related("passage", "unit", "reviewed_by").get(pk=draft.pk))
        for name, value in fields.items():
            setattr(draft, name, value)
        self.row.before[str(draft.pk)] = before
        self.row.after[str(draft.pk)] = version + 1
        self.touched.append(draft)

    def change_all(self, drafts: Iterable[Draft], **fields: Any) -> None:
        """Give many drafts the same fields; one that moved on since it was read is left as it is."""
        fields = {"reviewed_by_id": self.row.by_id, "reviewed_at": self.now} | fields
        found = self._unmoved(list(drafts))
        for draft in found:
            self.row.before[str(draft.pk)] = as_it_is(draft, fields)
            self.row.after[str(draft.pk)] = draft.version + 1
            draft.version += 1
            for name, value in fields.items():
                setattr(draft, name, value)
        write_same(found, fields)
        self.touched += found

    def _unmoved(self, drafts: list[Draft]) -> list[Draft]:
        pks = [draft.pk for draft in drafts]
        rows = Draft.objects.select_for_update().filter(pk__in=pks).values_list("pk", "version")
        versions = dict(rows)
        return [draft for draft in drafts if versions.get(draft.pk) == draft.version]

    def make(self, draft: Draft) -> None:
        """Store a draft that this act brings into the world."""
        draft.save(force_insert=True)
        self.row.made.append(draft.pk)
        self.row.after[str(draft.pk)] = draft.version
        self.touched.append(draft)

    def finish(self) -> DeskAct:
        """Bring the bank to what the drafts say now, and keep the act."""
        settle(self.row.bank, self.touched, now=self.now)
        self.row.save()
        return self.row


def write_same(drafts: Iterable[Draft], fields: dict[str, Any]) -> None:
    """Write these fields, alike in all of `drafts`, and one version more; a query for each batch."""
    pks = [draft.pk for draft in drafts]
    for start in range(0, len(pks), BATCH):
        Draft.objects.filter(pk__in=pks[start : start + BATCH]).update(**fields, version=F("version") + 1)


def as_it_is(draft: Draft, names: Iterable[str]) -> dict[str, Any]:
    """What `draft` says now in these fields; moments as text."""
    moment = draft.reviewed_at.isoformat() if draft.reviewed_at else None
    return {name: moment if name == "reviewed_at" else getattr(draft, name) for name in names if name in KEPT}
