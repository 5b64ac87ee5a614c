"""A draft and what an author wrote in; the draft so changed, or a new one written by hand, out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.db.models import Max

from questions.models import Draft

from .acts import Act, NotPossible
from .blanks import blanks_of
from .settle import unit_for

if TYPE_CHECKING:
    from datetime import datetime

    from questions.models import Bank, DeskAct, Unit, User

    from .blanks import Blank

IN_THE_BANK = "It is in the bank. Put it back first; then it can be changed."
BY_HAND = 1.0
"""The score of what a person wrote."""


@dataclass(frozen=True, slots=True)
class Written:
    """What the editor sends: a sound statement with its blanks, its unit and an explanation."""

    text: str
    blanks: tuple[Blank, ...]
    unit: Unit | None = None
    explanation: str = ""

    @property
    def fields(self) -> dict[str, Any]:
        first = self.blanks[0]
        return {
            "text": self.text,
            "unit_id": self.unit.pk if self.unit else None,
            "explanation": self.explanation,
            "answer": first.answer,
            "answer_type": str(first.answer_type),
            "accepted": list(first.accepted),
            "also_true": list(first.also_true),
            "options": list(first.options),
            "details": {blank.key: blank.details for blank in self.blanks},
        }


@transaction.atomic
def edit(draft: Draft, written: Written, *, by: User, version: int, now: datetime) -> DeskAct:
    """Make `draft` say what was written; it stays a proposal.

    Raise `StaleDraft` when it has moved on, `NotPossible` when it is in the bank.
    """
    act = Act(draft.bank, by, f"Edited “{written.blanks[0].answer[:80]}”", now=now)
    if draft.version == version and draft.state in {Draft.State.ACCEPTED, Draft.State.MERGED}:
        raise NotPossible(IN_THE_BANK)
    fields = written.fields
    if written.text == draft.text and list(written.blanks) == blanks_of(draft):
        fields.pop("details")  # nothing of the questions was touched: what was proposed stays whole
    act.change(draft, version=version, state=Draft.State.PROPOSED, **fields)
    return act.finish()


@transaction.atomic
def write(bank: Bank, written: Written, *, by: User, now: datetime) -> Draft:
    """A statement by hand, proposed like any other; the place it comes from is not known."""
    act = Act(bank, by, f"Wrote “{written.blanks[0].answer[:80]}”", now=now)
    last = Draft.objects.of_bank(bank).aggregate(last=Max("position"))["last"]
    draft = Draft(bank=bank, position=0 if last is None else last + 1, score=BY_HAND, reviewed_by=by, reviewed_at=now)
    for name, value in written.fields.items():
        setattr(draft, name, value)
    draft.unit_id = draft.unit_id or unit_for(bank).pk
    act.make(draft)
    act.finish()
    return draft
