"""A bank in; what learners reported about its questions, and the answers given to them, out."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from questions.models import Report

if TYPE_CHECKING:
    from datetime import datetime

    from django.db.models import QuerySet

    from questions.models import Bank, User

ANSWERED_SHOWN = 20
NEWS_FOR = timedelta(days=7)
"""How long the day's page shows learners what was answered."""


def edits(user: User, bank: Bank) -> bool:
    """Whether `user` may write in the bank at hand; says the same as `Bank.objects.edited_by`."""
    return not bank.is_shipped and (bank.owner_id == user.pk or bank.editors.filter(person=user).exists())


def keeps(user: User, bank: Bank, *, may_edit: bool | None = None) -> bool:
    """Whether `user` answers the reports of `bank`; says the same as `Bank.objects.kept_by` of a bank at hand."""
    may_edit = edits(user, bank) if may_edit is None else may_edit
    return may_edit or (user.is_staff and bank.visibility != bank.Visibility.PRIVATE)


def reports_of(bank: Bank) -> QuerySet[Report]:
    """All reports with what is needed to judge them, in a fixed number of queries."""
    everything = Report.objects.of_bank(bank).select_related("question__fact__statement", "question__fact__unit")
    return everything.prefetch_related("question__fact__statement__passages")


def waiting(bank: Bank) -> QuerySet[Report]:
    """What nobody has answered yet: by the order of teaching, so that what is said of one question stands together."""
    return reports_of(bank).waiting().order_by("question__fact__position", "made_at")


def answered(bank: Bank) -> QuerySet[Report]:
    """The last that were answered."""
    return reports_of(bank).exclude(resolved_at=None).order_by("-resolved_at")[:ANSWERED_SHOWN]


def resolve(report: Report, word: str, *, now: datetime) -> bool:
    """Answer `report` with a word to its learner. False where it has been answered before: that answer stays."""
    word = word.replace("\0", "").strip()
    if not Report.objects.waiting().filter(pk=report.pk).update(resolution=word, resolved_at=now):
        report.refresh_from_db(fields=["resolution", "resolved_at"])
        return False
    report.resolution, report.resolved_at = word, now
    return True


def news_for(learner: User, *, now: datetime) -> QuerySet[Report]:
    """What was answered in the last days of all that `learner` reported."""
    return Report.objects.of(learner).answered_since(now - NEWS_FOR)
