"""What was done at the review desk. Acts in, the last one that can be undone out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from django.conf import settings
from django.db import models

from .library import Bank

if TYPE_CHECKING:
    from .people import User


class DeskActQuerySet(models.QuerySet["DeskAct"]):
    def standing(self, bank: Bank, person: User) -> Self:
        """What `person` did in `bank` and has not undone, the last first."""
        return self.filter(bank=bank, by=person, undone_at=None).order_by("-pk")


class DeskAct(models.Model):
    """One act of one reviewer, with all that is needed to undo it.

    `before` holds {draft: {field: value}} for each draft it changed, `after` their versions since; `made` are the
    drafts it made; `units` {unit: {title, position}} as they were.
    """

    bank = models.ForeignKey(Bank, on_delete=models.CASCADE, related_name="desk_acts")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="desk_acts")
    at = models.DateTimeField()
    said = models.CharField(max_length=200, help_text="What was done, in words.")
    before = models.JSONField(default=dict, blank=True)
    after = models.JSONField(default=dict, blank=True)
    made = models.JSONField(default=list, blank=True)
    units = models.JSONField(default=dict, blank=True)
    undone_at = models.DateTimeField(null=True, blank=True)

    objects = DeskActQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        indexes = [models.Index(fields=["bank", "by", "undone_at"])]

    def __str__(self) -> str:
        return self.said
