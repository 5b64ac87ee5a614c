"""A due day that was moved without an answer, and why. Rows in, rows out; they only grow."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from .library import Fact
from .practice import LearnerQuerySet


class DueMove(models.Model):
    """The decision that a fact due on one day comes on another. It holds while the fact is due on `due_from`."""

    class Reason(models.TextChoices):
        AWAY = "away", "a planned break"
        BACK = "back", "a break called off"
        CORRECTED = "corrected", "an answer corrected"
        KEPT = "kept", "kept under other parameters"
        NEIGHBOUR = "neighbour", "its answer was given for another fact"

    learner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="due_moves")
    fact = models.ForeignKey(Fact, on_delete=models.PROTECT, related_name="+")
    reason = models.CharField(max_length=10, choices=Reason)
    due_from = models.DateField()
    due_to = models.DateField()
    day = models.DateField(help_text="The learner's day on which it was decided.")
    made_at = models.DateTimeField()

    objects = LearnerQuerySet.as_manager()

    class Meta:
        ordering = ["day", "made_at", "pk"]
        constraints = [models.CheckConstraint(condition=~Q(due_from=F("due_to")), name="a_move_moves")]
        indexes = [models.Index(fields=["learner", "fact"])]

    def __str__(self) -> str:
        return f"{self.learner_id} {self.fact_id} {self.due_from} to {self.due_to}"
