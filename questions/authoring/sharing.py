"""A bank in; who may see it, and whether it stands on the lists, changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from questions.models import Bank, Course

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import datetime

    from questions.models import User


@transaction.atomic
def share(bank: Bank, *, by: User, visibility: str, courses: Collection[Course]) -> None:
    """Make `courses` those of all that `by` teaches which have the bank; the courses of others keep or lack it."""
    Bank.objects.filter(pk=bank.pk).update(visibility=visibility)
    wanted = {course.pk for course in courses}
    taught = set(Course.objects.taught_by(by).values_list("pk", flat=True))
    bank.courses.remove(*(taught - wanted))
    bank.courses.add(*(taught & wanted))


def archive(bank: Bank, *, is_archived: bool, now: datetime) -> None:
    """Take the bank off all lists, or put it back on them. Who studies it goes on; every answer stays."""
    Bank.objects.filter(pk=bank.pk).update(archived_at=now if is_archived else None)
