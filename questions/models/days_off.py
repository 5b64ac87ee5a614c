"""Days that a learner planned to be away, also those that are over: a run of days is not broken by them."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from .practice import LearnerQuerySet


class DayOff(models.Model):
    """From the first day to the last one of a planned break, both within."""

    learner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="days_off")
    first = models.DateField()
    last = models.DateField()

    objects = LearnerQuerySet.as_manager()

    class Meta:
        ordering = ["first"]
        constraints = [models.CheckConstraint(condition=Q(first__lte=F("last")), name="days_off_begin_and_end")]

    def __str__(self) -> str:
        return f"{self.learner_id} off {self.first} to {self.last}"
