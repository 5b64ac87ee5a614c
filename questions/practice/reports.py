"""A review and what is wrong with its question in; a report for the people who keep the bank out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from questions.models import Report

if TYPE_CHECKING:
    from datetime import datetime

    from questions.models import Review, User


def report(learner: User, review: Review, *, reason: str, note: str, now: datetime) -> Report:
    """The report, with the answer that was given; sent twice in the same words, it is one."""
    said = {"question_id": review.question_id, "reason": reason, "note": note.replace("\0", "")[:2000]}
    found = Report.objects.of(learner).filter(**said, resolved_at=None).first()
    return found or Report.objects.create(learner=learner, given=review.given, made_at=now, **said)
