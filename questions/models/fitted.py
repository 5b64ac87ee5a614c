"""What was learnt from answers: the ease of each kind, a learner's own parameters. Rows in, rows out."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from .library import Kind
from .practice import LearnerQuerySet


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


class ParameterFit(models.Model):
    """One fitting of a learner's own FSRS parameters: by which model, on how much, with what loss, and whether kept."""

    learner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="fits")
    model = models.CharField(max_length=40)
    parameters = models.JSONField()
    answers = models.PositiveIntegerField()
    loss_before = models.FloatField(help_text="Log loss on later, unseen answers.")
    loss_after = models.FloatField()
    is_kept = models.BooleanField()
    made_at = models.DateTimeField()

    objects = LearnerQuerySet.as_manager()

    class Meta:
        ordering = ["-made_at", "-pk"]
        indexes = [models.Index(fields=["learner", "made_at"])]

    def __str__(self) -> str:
        return f"{self.learner_id} {self.loss_before:.4f} to {self.loss_after:.4f}"
