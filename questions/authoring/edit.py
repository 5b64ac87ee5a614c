"""A draft and what an author wrote in; the draft so changed, or a new one written by hand, out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.db.models import Max

from questions.models import Draft, Review

from .acts import Act, NotPossible
from .blanks import blanks_of
from .change import Change
from .checks import has_question, without
from .pool import facts_in
from .settle import unit_for
from .telling import tell

if TYPE_CHECKING:
    from datetime import datetime

    from questions.models import Bank, DeskAct, Passage, Unit, User

    from .blanks import Blank

IS_MERGED = "This draft was merged into another one; edit that one."
SAY_WHAT = "Somebody has practised this fact. Say what kind of change it is, so that what they remember is kept or not."
NOTHING_ASKED = "No question can be made of it so, and it is in the bank. The checks below say why."
KEPT = {Change.WORDING, Change.ANSWER}
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


@dataclass(frozen=True, slots=True)
class Place:
    """What a statement written by hand cites: `passage.text[start:end]`. It stands where the passage does."""

    passage: Passage
    start: int
    end: int

    @property
    def fields(self) -> dict[str, Any]:
        near = Draft.objects.filter(passage=self.passage, start__lte=self.start).order_by("-start", "-position").first()
        return {
            "passage": self.passage,
            "document_id": self.passage.document_id,
            "sentence": self.passage.text[self.start : self.end],
            "start": self.start,
            "end": self.end,
        } | ({"position": near.position} if near else {})


def is_practised(draft: Draft) -> bool:
    """Whether a fact of an accepted draft was ever answered by anybody."""
    if draft.state != Draft.State.ACCEPTED or not draft.fact_id:
        return False
    return Review.objects.filter(fact__statement__facts=draft.fact_id).exists()


@transaction.atomic
def edit(
    draft: Draft, written: Written, *, by: User, version: int, now: datetime, change: Change | None = None
) -> DeskAct:
    """Make `draft` say what was written. A proposal stays one, and what is in the bank stays there, changed.

    Where somebody has practised it, `change` says what becomes of memories: a wording keeps them, an answer makes
    them fragile, a new fact begins anew beside the old one, which is retired. Raise `StaleDraft`, `NotPossible`.
    """
    act = Act(draft.bank, by, f"Edited “{written.blanks[0].answer[:80]}”", now=now)
    if draft.version == version and draft.state == Draft.State.MERGED:
        raise NotPossible(IS_MERGED)
    if draft.state != Draft.State.ACCEPTED:
        act.change(draft, version=version, state=Draft.State.PROPOSED, **_changed(draft, written))
        return act.finish()
    return _edit_in_bank(act, draft, written, version=version, change=change)


def _edit_in_bank(act: Act, draft: Draft, written: Written, *, version: int, change: Change | None) -> DeskAct:
    if change is None and is_practised(draft):
        raise NotPossible(SAY_WHAT)
    old_text, before = draft.text, {blank.key: blank.answer for blank in blanks_of(draft)}
    others = {fact.key: fact for fact in without(draft, facts_in(draft.bank))}
    fields = _changed(draft, written)
    if change is Change.NEW_FACT:
        act.change(draft, version=version, state=Draft.State.REJECTED)
        act.make(_successor(draft, written, by=act.row.by, now=act.now))
    else:
        act.change(draft, version=version, **fields)
    if not has_question(act.touched[-1], others):
        raise NotPossible(NOTHING_ASKED)
    done = act.finish()
    if change in KEPT:
        tell(draft, old_text, before, done, is_answer=change is Change.ANSWER)
    return done


@transaction.atomic
def write(bank: Bank, written: Written, *, by: User, now: datetime, place: Place | None = None) -> Draft:
    """A statement by hand, proposed like any other; it cites `place`, or nothing where that is not known."""
    act = Act(bank, by, f"Wrote “{written.blanks[0].answer[:80]}”", now=now)
    last = Draft.objects.of_bank(bank).aggregate(last=Max("position"))["last"]
    draft = Draft(bank=bank, position=0 if last is None else last + 1, score=BY_HAND, reviewed_by=by, reviewed_at=now)
    for name, value in (written.fields | (place.fields if place else {})).items():
        setattr(draft, name, value)
    draft.unit_id = draft.unit_id or unit_for(bank).pk
    act.make(draft)
    act.finish()
    return draft


def _changed(draft: Draft, written: Written) -> dict[str, Any]:
    fields = written.fields
    if written.text == draft.text and list(written.blanks) == blanks_of(draft):
        fields.pop("details")  # nothing of the questions was touched: what was proposed stays whole
    return fields


def _successor(draft: Draft, written: Written, *, by: User, now: datetime) -> Draft:
    """A draft of the same place, accepted; a key of its own, its facts are new."""
    names = (
        "bank_id",
        "document_id",
        "passage_id",
        "position",
        "sentence",
        "start",
        "end",
        "score",
        "resolved",
    )
    kept = {name: getattr(draft, name) for name in names}
    state = {"state": Draft.State.ACCEPTED, "reviewed_by": by, "reviewed_at": now}
    return Draft(**kept, **written.fields, **state)
