"""What a learner's settled days add up to. Whole numbers only, so that a sum kept and a sum made anew are equal.

A row is the sum over those reviews of the effective log whose day is not after the learner's last `DayTally`; later
days are read from the log itself. `practice/kept_tallies.py` alone writes; `rebuild_tallies` proves the rows equal.
"""

from __future__ import annotations

from django.conf import settings
from django.db import models

from .choices import Kind
from .library import Fact
from .practice import LearnerQuerySet


class DayTally(models.Model):
    """One learner's day. `due_since`: the earliest due day of the facts answered on it, undone or not."""

    learner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+", db_index=False)
    day = models.DateField()
    answers = models.PositiveIntegerField(default=0)
    right = models.PositiveIntegerField(default=0)
    milliseconds = models.PositiveBigIntegerField(default=0, help_text="A thought counts a minute at most.")
    due_since = models.DateField(null=True)

    objects = LearnerQuerySet.as_manager()

    class Meta:
        ordering = ["day"]
        constraints = [models.UniqueConstraint(fields=["learner", "day"], name="one_tally_a_day")]

    def __str__(self) -> str:
        return f"{self.learner_id} on {self.day}: {self.answers}"


class BandTally(models.Model):
    """Answers that moved a memory met before, by kind and band of predicted success; probes by themselves."""

    learner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+", db_index=False)
    kind = models.CharField(max_length=12, choices=Kind)
    is_probe = models.BooleanField()
    band = models.PositiveSmallIntegerField()
    count = models.PositiveIntegerField(default=0)
    right = models.PositiveIntegerField(default=0)
    expected = models.PositiveBigIntegerField(default=0, help_text="Millionths: the sum of predicted success.")
    recalled = models.PositiveBigIntegerField(default=0, help_text="Millionths: the sum of predicted unaided recall.")

    objects = LearnerQuerySet.as_manager()

    class Meta:
        ordering = ["kind", "is_probe", "band"]
        constraints = [
            models.UniqueConstraint(fields=["learner", "kind", "is_probe", "band"], name="one_tally_a_band"),
        ]

    def __str__(self) -> str:
        return f"{self.learner_id} {self.kind} {self.band}: {self.right} of {self.count}"


class FactTally(models.Model):
    """What one fact was answered; by facts and not by units, because a fact may move to another unit."""

    learner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+", db_index=False)
    fact = models.ForeignKey(Fact, on_delete=models.PROTECT, related_name="+", db_index=False)
    answers = models.PositiveIntegerField(default=0)
    count = models.PositiveIntegerField(default=0, help_text="Of program-graded answers that moved the memory.")
    right = models.PositiveIntegerField(default=0, help_text="Of those.")
    expected = models.PositiveBigIntegerField(default=0, help_text="Millionths, of those.")

    objects = LearnerQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["learner", "fact"], name="one_tally_a_fact")]

    def __str__(self) -> str:
        return f"{self.learner_id} {self.fact_id}: {self.right} of {self.count}"
