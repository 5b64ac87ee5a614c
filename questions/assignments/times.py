"""A published quiz and other times for it, or for one of its students, in; saved, and open attempts close by them, out.

An attempt whose time ran out before is closed first: it was over, and no later change opens it again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from questions.models import Assignment, Attempt, Extension

from .hand_in import close_overdue

if TYPE_CHECKING:
    from datetime import datetime

    from questions.models import User


@transaction.atomic
def extend(
    quiz: Assignment, student: User, *, due_at: datetime, extra_attempts: int, reason: str, now: datetime
) -> Extension:
    """More time or more attempts for one student; an attempt that is still open closes at the new time."""
    Assignment.objects.still_set(quiz.pk)  # an attempt begun at this moment is begun before, or sees the extension
    close_overdue(now=now, student=student, quiz=quiz)
    extension, _ = Extension.objects.update_or_create(
        assignment=quiz,
        student=student,
        defaults={"due_at": due_at, "extra_attempts": extra_attempts, "reason": reason},
    )
    Attempt.objects.of(student).filter(assignment=quiz).open().update(closes_at=max(quiz.due_at, due_at))
    return extension


@transaction.atomic
def reschedule(quiz: Assignment, *, now: datetime) -> None:
    """Save a published quiz with its new times; attempts that are open close by them."""
    close_overdue(now=now, quiz=quiz)
    quiz.save()
    extended = dict(Extension.objects.filter(assignment=quiz).values_list("student_id", "due_at"))
    attempts = list(Attempt.objects.filter(assignment=quiz).open())
    for attempt in attempts:
        attempt.closes_at = max(quiz.due_at, extended.get(attempt.student_id, quiz.due_at))
    Attempt.objects.bulk_update(attempts, ["closes_at"])
