"""What the worker runs of practice: the number of a fit in, the fit carried out. Shares the doorway to django-tasks."""

from __future__ import annotations

from django.utils import timezone
from django_tasks import task

from .parameters import carry_out_fit


@task()
def fit_own_parameters(pk: int) -> None:
    """Carry out the fit `pk`; run twice, the second does nothing."""
    carry_out_fit(pk, clock=timezone.now)
