"""What was learnt from answers: the ease of each kind, a learner's own parameters. Rows in, rows out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from django.conf import settings
from django.db import models
from django.db.models import Q

from .library import Kind
from .practice import LearnerQuerySet

if TYPE_CHECKING:
    from datetime import datetime


class KindEase(models.Model):
    """By how much a kind is easier than unaided typing, site-wide: the ease b, in logits, learnt from answers."""

    kind = models.CharField(max_length=12, choices=Kind, unique=True)
    ease = models.FloatField()
    answers = models.PositiveIntegerField(help_text="Answers of this kind that it was learnt from.")
    learnt_at = models.DateTimeField()

    class Meta:
        ordering = ["kind"]
        constraints = [models.CheckConstraint(condition=Q(ease__gte=-1, ease__lte=3), name="ease_is_sane")]

    def __str__(self) -> str:
        return f"{self.kind} {self.ease:+.2f}"


class ParameterFitQuerySet(LearnerQuerySet):
    def under_way(self) -> Self:
        return self.filter(state__in=ParameterFit.UNDER_WAY)

    def begun_before(self, instant: datetime) -> Self:
        """Those that a worker began so long ago that it must be dead."""
        return self.filter(state=ParameterFit.State.RUNNING, started_at__lt=instant)


class ParameterFit(models.Model):
    """One fitting of a learner's own FSRS parameters: by which model, on how much, with what loss, and whether kept."""

    class State(models.TextChoices):
        WAITING = "waiting", "waiting"
        RUNNING = "running", "running"
        DONE = "done", "done"
        FAILED = "failed", "failed"

    UNDER_WAY = (State.WAITING, State.RUNNING)

    learner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="fits")
    state = models.CharField(max_length=10, choices=State, default=State.DONE)
    model = models.CharField(max_length=40)
    parameters = models.JSONField(default=list)
    answers = models.PositiveIntegerField(default=0)
    loss_before = models.FloatField(null=True, help_text="Log loss on later, unseen answers.")
    loss_after = models.FloatField(null=True)
    is_kept = models.BooleanField(default=False)
    message = models.CharField(max_length=500, blank=True, help_text="Why it failed.")
    task_id = models.CharField(max_length=64, blank=True)
    made_at = models.DateTimeField(help_text="When it was asked for.")
    started_at = models.DateTimeField(null=True)
    finished_at = models.DateTimeField(null=True)

    objects = ParameterFitQuerySet.as_manager()

    class Meta:
        ordering = ["-made_at", "-pk"]
        indexes = [models.Index(fields=["learner", "made_at"])]
        constraints = [
            models.UniqueConstraint(
                fields=["learner"], condition=Q(state__in=["waiting", "running"]), name="one_fit_at_a_time"
            )
        ]

    def __str__(self) -> str:
        return f"{self.learner_id} {self.state} {self.made_at:%Y-%m-%d}"

    @property
    def is_under_way(self) -> bool:
        return self.state in self.UNDER_WAY
