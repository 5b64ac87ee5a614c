"""What the worker runs: the key of an import in, the import carried out. The doorway to django-tasks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.core.exceptions import ValidationError
from django.utils import timezone
from django_tasks import TaskResultStatus, task
from django_tasks_db.models import DBTaskResult

from .carrying_out import carry_out

if TYPE_CHECKING:
    from datetime import datetime


@task()
def carry_out_import(pk: int) -> None:
    """Read and draft the import `pk`; run twice, the second does nothing."""
    carry_out(pk, clock=timezone.now)


def give_up_task(task_id: str, *, now: datetime) -> None:
    """Mark a task whose worker died as failed; one that is not in the database's queue is left alone."""
    try:
        running = DBTaskResult.objects.filter(pk=task_id, status=TaskResultStatus.RUNNING)
        running.update(status=TaskResultStatus.FAILED, finished_at=now, traceback="Its worker died.")
    except ValidationError:  # another queue's number
        return
