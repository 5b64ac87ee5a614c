"""A learner and the facts that keep slipping from them in; another kind to ask them in, and a word to whoever keeps
the bank, out.

A fact slips where it was forgotten six times by the log as corrected, and still does not hold three weeks: what was
hard once and holds now is no leech. FSRS's difficulty does not tell: it nears its ceiling after three lapses.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Q

from questions.models import Memory, Report, Review
from questions.vocabulary import Kind

from .ladder import RUNGS

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import datetime

    from questions.models import Fact, User

LAPSES = 6
HOLDS = 21
"""Days of stability from which a fact holds."""

SLIPPING = Q(lapse_count__gte=LAPSES, stability__lt=HOLDS)


def slips(memory: Memory) -> bool:
    """Whether the fact keeps slipping; the same as `SLIPPING`."""
    return memory.lapse_count >= LAPSES and memory.stability is not None and memory.stability < HOLDS


def another_kind(kinds: Collection[Kind], version: int) -> tuple[Kind, int]:
    """The kind to ask a slipping fact in, and its rung: all that it has take turns, whatever the rung says."""
    ranked = [(kind, rung) for rung, of_rung in enumerate(RUNGS) for kind in of_rung if kind in kinds]
    return ranked[version % len(ranked)]


def propose_rewrite(learner: User, fact: Fact, *, note: str, now: datetime) -> Report | None:
    """The proposal to word a slipping fact otherwise, one that is open at a time; None for a fact never answered."""
    last = Review.objects.of(learner).filter(fact=fact).order_by("-pk").first()
    if last is None:
        return None
    reason = Report.Reason.REWRITE
    found = Report.objects.of(learner).filter(question__fact=fact, reason=reason, resolved_at=None).first()
    said = note.replace("\0", "")[:2000]
    return found or Report.objects.create(
        learner=learner, question_id=last.question_id, reason=reason, note=said, given=last.given, made_at=now
    )
