"""Drafts in; accepted into the bank, rejected, or put back to be decided again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from questions.models import Draft

from .acts import Act, NotPossible
from .alike import followers
from .checks import askable, has_question
from .pool import facts_in

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import datetime

    from questions.models import DeskAct, User

NOTHING_ASKED = "No question can be made of it, so it cannot be accepted. The checks say why; edit it, or reject it."
IS_MERGED = "This draft was merged into another one."


@transaction.atomic
def accept(draft: Draft, *, by: User, version: int, now: datetime) -> DeskAct:
    """Make a statement, its facts and their questions of `draft`.

    Raise `StaleDraft` when it has moved on, `NotPossible` when nothing could be asked of it.
    """
    if draft.state == Draft.State.MERGED:
        raise NotPossible(IS_MERGED)
    act = Act(draft.bank, by, f"Accepted “{_short(draft)}”", now=now)
    if draft.version == version and not has_question(draft, facts_in(draft.bank)):
        raise NotPossible(NOTHING_ASKED)
    act.change(draft, version=version, state=Draft.State.ACCEPTED)
    return act.finish()


@transaction.atomic
def reject(draft: Draft, *, by: User, version: int, now: datetime) -> DeskAct:
    """Leave `draft` out; what it had brought into the bank is retired."""
    if draft.state == Draft.State.MERGED:
        raise NotPossible(IS_MERGED)
    act = Act(draft.bank, by, f"Rejected “{_short(draft)}”", now=now)
    act.change(draft, version=version, state=Draft.State.REJECTED)
    return act.finish()


@transaction.atomic
def put_back(draft: Draft, *, by: User, version: int, now: datetime) -> DeskAct:
    """Make `draft` a proposal again, to be decided anew."""
    act = Act(draft.bank, by, f"Put “{_short(draft)}” back", now=now)
    act.change(draft, version=version, state=Draft.State.PROPOSED, merged_into_id=None)
    return act.finish()


@transaction.atomic
def accept_above(drafts: Collection[Draft], *, by: User, score: float, now: datetime) -> int:
    """Accept those of `drafts` that are proposed and score at least `score`; how many. One act, undone at once.

    Of near-duplicates only the best is accepted, and nothing that could not be asked.
    """
    good = sorted((one for one in drafts if one.state == Draft.State.PROPOSED and one.score >= score), key=_rank)
    if not good:
        return 0
    bank = good[0].bank
    doubled = followers(good)
    chosen = askable([one for one in good if one.pk not in doubled], facts_in(bank).values())
    if chosen:
        act = Act(bank, by, f"Accepted {len(chosen)} drafts scoring {score:g} or more", now=now)
        act.change_all(chosen, state=Draft.State.ACCEPTED)
        act.finish()
    return len(chosen)


def _rank(draft: Draft) -> tuple[float, int, int]:
    return -draft.score, draft.position, draft.pk


def _short(draft: Draft) -> str:
    return draft.answer if len(draft.answer) <= 80 else f"{draft.answer[:79]}…"
