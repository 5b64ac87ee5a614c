"""A bank in; who may see it, who edits it, and whether it stands on the lists, changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from questions.models import Bank, Course, Editor

from .import_document import cancel

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
    """Take the bank off all lists, or put it back on them. Who studies it goes on with what
    they met; every answer stays."""
    Bank.objects.filter(pk=bank.pk).update(archived_at=now if is_archived else None)


def invite(person: User, *, to: Bank, now: datetime) -> None:
    """Let `person` edit the bank as its owner does: imports, desk, facts, reports. Sharing and archive stay theirs."""
    Editor.objects.get_or_create(bank=to, person=person, defaults={"invited_at": now})


@transaction.atomic
def withdraw(bank: Bank, person: int, *, now: datetime) -> str:
    """End it, and what they were still bringing in; what they settled stays, with their name. What became of it, in a
    sentence."""
    found = bank.editors.filter(person=person).select_related("person").first()
    if found is None:
        return "They did not edit this bank any more."
    found.delete()
    for one in bank.imports.filter(owner=person).under_way():
        cancel(one, now=now)
    return f"{found.person} does not edit this bank any more. What they settled stays."
