"""What became of a bank when its document or its facts changed. Rows in, rows out; they are never deleted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from django.conf import settings
from django.db import models

from .library import Bank, Document, Fact, Passage, Statement

if TYPE_CHECKING:
    from datetime import datetime


class DocumentVersion(models.Model):
    """A newer text of a document of a bank. `passages`, `statements` count how many became what, by the names of
    `Difference.Kind`, and `unchanged`, `moved`, `new` beside them."""

    bank = models.ForeignKey(Bank, on_delete=models.CASCADE, related_name="document_versions")
    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="versions")
    replaces = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="replaced_by")
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="document_versions"
    )
    made_at = models.DateTimeField()
    passages = models.JSONField(default=dict)
    statements = models.JSONField(default=dict)

    class Meta:
        ordering = ["-made_at", "-pk"]

    def __str__(self) -> str:
        return f"{self.document_id} replaces {self.replaces_id}"


class DifferenceQuerySet(models.QuerySet["Difference"]):
    def of_bank(self, bank: Bank) -> Self:
        return self.filter(version__bank=bank)

    def standing(self) -> Self:
        """Those that no later version of the document has overtaken, nor the end of their statement settled."""
        ended = models.Q(decision="", statement__retired_at__isnull=False)
        return self.exclude(ended).exclude(decision=Difference.Decision.OVERTAKEN)

    def waiting(self) -> Self:
        """For a decision about a statement that is still asked."""
        return self.filter(decision="", statement__retired_at=None)

    def worst_first(self) -> Self:
        return self.order_by("-weight", "statement__position", "pk")


class Difference(models.Model):
    """A statement whose sentence is another one in a newer version, or is gone, and what its author decided.

    `passage`, `start`, `end` are the new place. `before` holds what undoing needs; `turn` grows with every decision, so
    that two people do not overwrite each other.
    """

    class Kind(models.TextChoices):
        CHANGED = "changed", "changed"
        GONE = "gone", "gone"
        REWORDED = "reworded", "reworded"

    class Decision(models.TextChoices):
        ANSWER = "answer", "new answer"
        WORDING = "wording", "new wording"
        KEPT = "kept", "kept as it is"
        RETIRED = "retired", "retired"
        OVERTAKEN = "overtaken", "overtaken by a later version"

    version = models.ForeignKey(DocumentVersion, on_delete=models.CASCADE, related_name="differences")
    statement = models.ForeignKey(Statement, on_delete=models.CASCADE, related_name="differences")
    kind = models.CharField(max_length=10, choices=Kind)
    weight = models.IntegerField(default=0, help_text="How much it asks for a decision; the highest first.")
    old_sentence = models.TextField()
    new_sentence = models.TextField(blank=True)
    passage = models.ForeignKey(Passage, null=True, on_delete=models.PROTECT, related_name="differences")
    start = models.PositiveIntegerField(default=0)
    end = models.PositiveIntegerField(default=0)
    decision = models.CharField(max_length=10, choices=Decision, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="differences_decided"
    )
    decided_at = models.DateTimeField(null=True)
    before = models.JSONField(default=dict)
    turn = models.PositiveIntegerField(default=1)

    objects = DifferenceQuerySet.as_manager()

    class Meta:
        ordering = ["-weight", "pk"]
        indexes = [models.Index(fields=["version", "decision", "weight"])]

    def __str__(self) -> str:
        return f"{self.statement_id} {self.kind} ({self.decision or 'waiting'})"


class FactChangeQuerySet(models.QuerySet["FactChange"]):
    def of(self, fact: Fact) -> Self:
        """What was changed of the fact, the last first."""
        return self.filter(fact=fact).select_related("made_by", "version__document").order_by("-pk")

    def answer_since(self, fact: Fact, moment: datetime) -> FactChange | None:
        """The first change of its answer made at `moment` or later."""
        return self.filter(fact=fact, made_at__gte=moment).exclude(old_answer=models.F("answer")).order_by("pk").first()


class FactChange(models.Model):
    """A fact of a bank as it was and as it became: what a learner is told of it, and who changed it last."""

    fact = models.ForeignKey(Fact, on_delete=models.CASCADE, related_name="changes")
    old_text = models.TextField()
    text = models.TextField()
    old_answer = models.TextField()
    answer = models.TextField()
    why = models.CharField(max_length=300, blank=True)
    version = models.ForeignKey(DocumentVersion, null=True, on_delete=models.SET_NULL, related_name="fact_changes")
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="fact_changes"
    )
    made_at = models.DateTimeField()

    objects = FactChangeQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        indexes = [models.Index(fields=["fact", "made_at"])]

    def __str__(self) -> str:
        return f"{self.fact_id}: {self.old_answer} → {self.answer}"
