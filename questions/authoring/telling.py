"""An edit of what is in the bank in; what learners are told of it, and memories made fragile or given back, out."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from questions.models import Fact, FactChange
from questions.practice.facts import strengthen, weaken

if TYPE_CHECKING:
    from collections.abc import Iterable

    from questions.models import DeskAct, Draft


def tell(draft: Draft, old_text: str, before: dict[str, str], act: DeskAct, *, is_answer: bool) -> None:
    """Keep what became of each answer that changed; where it is another answer, memories become fragile."""
    facts = Fact.objects.current().filter(statement__facts=draft.fact_id)
    changed = [fact for fact in facts if before.get(fact.blank) not in {None, fact.answer}]
    if is_answer:
        weaken(changed, now=act.at)
    FactChange.objects.bulk_create(
        FactChange(
            fact=fact,
            old_text=old_text,
            text=draft.text,
            old_answer=before[fact.blank],
            answer=fact.answer,
            made_by=act.by,
            made_at=act.at,
        )
        for fact in changed
    )


def tell_undone(act: DeskAct, drafts: Iterable[Draft], *, now: datetime) -> None:
    """The edit was taken back: so are the changes, and memories it made fragile are again what they were."""
    told_at = act.again.get("told_at")
    when = datetime.fromisoformat(told_at) if told_at else act.at
    facts = _turned(act, drafts, when, now)
    act.again["fragile"] = bool(strengthen(facts, weakened_at=when, made_by=act.by, now=now)) if facts else False


def tell_again(act: DeskAct, drafts: Iterable[Draft], *, undone_at: datetime, now: datetime) -> None:
    """The edit was done again: so are the changes, and memories are fragile again."""
    facts = _turned(act, drafts, undone_at, now)
    if facts and act.again.get("fragile"):
        weaken(facts, now=now)
    act.again["told_at"] = now.isoformat()


def _turned(act: DeskAct, drafts: Iterable[Draft], told_at: datetime, now: datetime) -> list[Fact]:
    """The facts of which `act` told a change at that moment; the way back is told now."""
    statements = Fact.objects.filter(pk__in=[one.fact_id for one in drafts if one.fact_id]).values("statement")
    told = FactChange.objects.filter(fact__statement__in=statements, made_by=act.by, made_at=told_at)
    rows = list(told.select_related("fact"))
    FactChange.objects.bulk_create(
        FactChange(
            fact=row.fact,
            old_text=row.text,
            text=row.old_text,
            old_answer=row.answer,
            answer=row.old_answer,
            made_by=act.by,
            made_at=now,
        )
        for row in rows
    )
    return [row.fact for row in rows]
