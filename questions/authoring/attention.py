"""Banks and a person in; of each how many drafts, reports and changes wait for that person's decision, out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Count, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce

from questions.models import Bank, Difference, Draft, Report

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from questions.models import User


def with_waiting(banks: QuerySet[Bank], person: User) -> QuerySet[Bank]:
    """Each bank with `drafts_waiting`, `changes_waiting` and `reports_waiting`; none where others decide."""
    edited, kept = Bank.objects.edited_by(person).values("pk"), Bank.objects.kept_by(person).values("pk")
    return banks.annotate(
        drafts_waiting=_count(Draft.objects.proposed().filter(bank__in=edited), "bank"),
        changes_waiting=_count(Difference.objects.waiting().filter(version__bank__in=edited), "version__bank"),
        reports_waiting=_count(Report.objects.waiting().filter(question__fact__bank__in=kept), "question__fact__bank"),
    )


def waiting_for(person: User) -> QuerySet[Bank]:
    """The banks in which something waits for `person`, those with reports of learners first; one query."""
    any_waits = Q(drafts_waiting__gt=0) | Q(changes_waiting__gt=0) | Q(reports_waiting__gt=0)
    kept = with_waiting(Bank.objects.kept_by(person).filter(archived_at=None), person)
    return kept.filter(any_waits).order_by("-reports_waiting", "-changes_waiting", "title")


def _count(rows: QuerySet, bank: str) -> Coalesce:
    found = rows.filter(**{bank: OuterRef("pk")}).order_by()
    return Coalesce(Subquery(found.values(bank).annotate(n=Count("pk")).values("n")), 0)
