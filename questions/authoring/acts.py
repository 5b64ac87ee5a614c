"""What a reviewer does to drafts: versions guarded, everything kept that undoing needs, the bank settled after it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from questions.models import DeskAct, Draft

from .settle import settle

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from questions.models import Bank, User

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
BATCH = 200


class StaleDraft(Exception):
    """Somebody changed the draft meanwhile; `draft` is as it is now."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        super().__init__(what_happened(draft))


class NotPossible(Exception):
    """The act makes no sense for this draft; the message says why."""


def what_happened(draft: Draft) -> str:
    """Who did what to the draft last, in one sentence."""
    who = (draft.reviewed_by.get_full_name() or draft.reviewed_by.username) if draft.reviewed_by else "Somebody"
    did = {
        Draft.State.ACCEPTED: "accepted",
        Draft.State.REJECTED: "rejected",
        Draft.State.MERGED: "merged",
    }.get(Draft.State(draft.state), "changed")
    return f"{who} {did} this draft in the meantime. Nothing of it was overwritten; look at it as it is now."


class Act:
    """One act under way: change drafts through it, then `finish`. To be used within a transaction."""

    def __init__(self, bank: Bank, by: User, said: str, *, now: datetime) -> None:
        self.row = DeskAct(bank=bank, by=by, at=now, said=said[:200])
        self.now = now
        self.touched: list[Draft] = []

    def change(self, draft: Draft, *, version: int, **fields: Any) -> None:
        """Give `draft` these fields if it still has `version`; raise `StaleDraft` when not."""
        before = _as_it_is(draft)
        fields = {"reviewed_by_id": self.row.by_id, "reviewed_at": self.now} | fields | {"version": version + 1}
        guarded = Draft.objects.filter(pk=draft.pk, version=version)
        if draft.version != version or not guarded.update(**fields):
            raise StaleDraft(Draft.objects.select_related("passage", "unit", "reviewed_by").get(pk=draft.pk))
        for name, value in fields.items():
            setattr(draft, name, value)
        self.row.before[str(draft.pk)] = before
        self.row.after[str(draft.pk)] = version + 1
        self.touched.append(draft)

    def change_all(self, drafts: Iterable[Draft], **fields: Any) -> None:
        """The same for many drafts as they were read a moment ago; those that moved on meanwhile are left alone."""
        found = list(drafts)
        fields = {"reviewed_by_id": self.row.by_id, "reviewed_at": self.now} | fields
        for draft in found:
            self.row.before[str(draft.pk)] = _as_it_is(draft)
            self.row.after[str(draft.pk)] = draft.version + 1
            draft.version += 1
            for name, value in fields.items():
                setattr(draft, name, value)
        Draft.objects.bulk_update(found, [*(name.removesuffix("_id") for name in fields), "version"], batch_size=BATCH)
        self.touched += found

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


def _as_it_is(draft: Draft) -> dict[str, Any]:
    moment = draft.reviewed_at.isoformat() if draft.reviewed_at else None
    return {name: getattr(draft, name) for name in FIELDS} | {"reviewed_at": moment}
