"""Who works at the review desk beside the owner, and what was done there. Acts in, the next to undo or redo out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from django.conf import settings
from django.db import models
from django.db.models.functions import Coalesce

from .library import Bank

if TYPE_CHECKING:
    from .people import User


class Editor(models.Model):
    """A person whom the owner of a bank invited to work on it: its imports, its desk, its facts; nothing else of it."""

    bank = models.ForeignKey(Bank, on_delete=models.CASCADE, related_name="editors")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="editing")
    invited_at = models.DateTimeField()

    class Meta:
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["bank", "person"], name="one_editor_per_person")]

    def __str__(self) -> str:
        return f"{self.person_id} edits {self.bank_id}"


class DeskActQuerySet(models.QuerySet["DeskAct"]):
    def standing(self, bank: Bank, person: User) -> Self:
        """What `person` did in `bank` and has not undone, the last first."""
        return self.filter(bank=bank, by=person, undone_at=None).order_by("-pk")

    def undone(self, bank: Bank, person: User) -> Self:
        """What `person` undid in `bank` since their last act that stands, the one to do again first at the head."""
        last = self.standing(bank, person).values("pk")[:1]
        since = Coalesce(models.Subquery(last), 0)
        return self.filter(bank=bank, by=person, undone_at__isnull=False, pk__gt=since).order_by("pk")


class DeskAct(models.Model):
    """One act of one reviewer, with all that is needed to undo it.

    `before` holds {draft: {field: value}} for each draft it changed, of the fields it changed; `after` their versions
    since; `made` are the drafts it made; `units` {unit: {title, position, retired_at}} as they were;
    `statements`, of those without a draft, {moved: {statement: [unit it left, unit it went to]}, order: [what a unit
    held, in order]}. `again` is filled when it is undone: the same of what was there then, to be done again.
    """

    bank = models.ForeignKey(Bank, on_delete=models.CASCADE, related_name="desk_acts")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="desk_acts")
    at = models.DateTimeField()
    said = models.CharField(max_length=200, help_text="What was done, in words.")
    before = models.JSONField(default=dict, blank=True)
    after = models.JSONField(default=dict, blank=True)
    made = models.JSONField(default=list, blank=True)
    units = models.JSONField(default=dict, blank=True)
    statements = models.JSONField(default=dict, blank=True)
    again = models.JSONField(default=dict, blank=True)
    undone_at = models.DateTimeField(null=True, blank=True)

    objects = DeskActQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        indexes = [models.Index(fields=["bank", "by", "undone_at"])]

    def __str__(self) -> str:
        return self.said
