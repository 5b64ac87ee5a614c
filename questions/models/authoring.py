"""A document on its way to a bank: its import and the drafts made of it. Nothing here ever reaches a student."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from django.conf import settings
from django.db import models
from django.db.models import Exists, F, OuterRef, Q

from .library import AnswerType, Bank, Document, Fact, Passage, Unit

if TYPE_CHECKING:
    from datetime import datetime

    from .people import User


class ImportQuerySet(models.QuerySet["Import"]):
    def of(self, person: User) -> Self:
        """Those into banks that they edit, whoever began them, and their own that have no bank yet."""
        return self.filter(Q(owner=person, bank=None) | Q(bank__in=Bank.objects.edited_by(person)))

    def under_way(self) -> Self:
        return self.filter(state__in=Import.UNDER_WAY)

    def silent_since(self, instant: datetime) -> Self:
        """Those a worker had begun and of which nothing was heard since `instant`: their worker is dead."""
        return self.filter(state__in=[Import.State.READING, Import.State.DRAFTING], heard_at__lt=instant)

    def same_as(self, sha256: str, bank: Bank) -> Self:
        """Those that brought, or are bringing, the same content into `bank`."""
        states = [*Import.UNDER_WAY, Import.State.DONE]
        return self.filter(sha256=sha256, bank=bank, state__in=states)


class Import(models.Model):
    """One document being read and drafted. Its bank and document are made at the end, with everything else."""

    class State(models.TextChoices):
        WAITING = "waiting", "waiting"
        READING = "reading", "reading"
        DRAFTING = "drafting", "drafting"
        DONE = "done", "done"
        FAILED = "failed", "failed"
        CANCELLED = "cancelled", "cancelled"

    UNDER_WAY = (State.WAITING, State.READING, State.DRAFTING)

    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="imports")
    bank = models.ForeignKey(Bank, null=True, blank=True, on_delete=models.CASCADE, related_name="imports")
    document = models.ForeignKey(Document, null=True, blank=True, on_delete=models.SET_NULL, related_name="imports")
    replaces = models.ForeignKey(
        Document,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="replacements",
        help_text="The document of the bank of which this is a newer version.",
    )
    file_name = models.CharField(max_length=300, blank=True, help_text="Empty for pasted text.")
    sha256 = models.CharField(max_length=64)
    size = models.PositiveIntegerField(help_text="Bytes.")
    title = models.CharField(max_length=300, blank=True, help_text="Of the document; empty: as it calls itself.")
    bank_title = models.CharField(max_length=200, blank=True, help_text="Of the bank to make, where none is named.")
    author = models.CharField(max_length=300, blank=True)
    year = models.CharField(max_length=20, blank=True)
    link = models.URLField(max_length=500, blank=True)
    state = models.CharField(max_length=10, choices=State, default=State.WAITING)
    progress = models.PositiveSmallIntegerField(default=0)
    message = models.CharField(max_length=500, blank=True, help_text="What went wrong, or what was found.")
    task_id = models.CharField(max_length=64, blank=True)
    created_at = models.DateTimeField()
    started_at = models.DateTimeField(null=True, blank=True)
    heard_at = models.DateTimeField(null=True, blank=True, help_text="The worker's last sign of life.")
    finished_at = models.DateTimeField(null=True, blank=True)

    objects = ImportQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at", "-pk"]
        indexes = [models.Index(fields=["owner", "created_at"]), models.Index(fields=["bank", "sha256"])]
        constraints = [models.CheckConstraint(condition=Q(progress__lte=100), name="progress_is_a_percentage")]

    def __str__(self) -> str:
        return f"{self.title or self.file_name or 'pasted text'} ({self.state})"

    @property
    def is_under_way(self) -> bool:
        return self.state in self.UNDER_WAY

    @property
    def can_be_retried(self) -> bool:
        """Whether it failed by no fault of its file, so that the file is still there."""
        return self.state == self.State.FAILED and Upload.objects.filter(of=self).exists()


class Upload(models.Model):
    """The bytes of an import until they are read. A row of its own, so that nothing else loads them."""

    of = models.OneToOneField(Import, on_delete=models.CASCADE, related_name="upload")
    content = models.BinaryField()

    def __str__(self) -> str:
        return f"upload of import {self.of_id}"


class DraftQuerySet(models.QuerySet["Draft"]):
    def of_bank(self, bank: Bank) -> Self:
        return self.filter(bank=bank)

    def proposed(self) -> Self:
        return self.filter(state=Draft.State.PROPOSED)

    def best_first(self) -> Self:
        return self.order_by("-score", "position", "pk")


class Draft(models.Model):
    """One proposed fact: a blank of a statement, the questions made of it, and what a reviewer decided.

    `sentence` is `passage.text[start:end]`, verbatim. `text` is the statement as statements are written, with its
    blank: `In [1871](date:b1) …`. `questions` are {kind, wording, prompt, answer, accepted, distractors} in the order
    of trust; `options` the pool of wrong options, best first; `reasons` {kind, reason, message} for each kind refused;
    `resolved` what was filled in so that the sentence stands alone, in words for the reviewer. `details` is empty till
    a person edits; then it holds, by the key of each blank, its {prompts, accepted, options, also_true}.
    """

    class State(models.TextChoices):
        PROPOSED = "proposed", "proposed"
        ACCEPTED = "accepted", "accepted"
        REJECTED = "rejected", "rejected"
        MERGED = "merged", "merged"

    bank = models.ForeignKey(Bank, on_delete=models.CASCADE, related_name="drafts")
    document = models.ForeignKey(Document, null=True, blank=True, on_delete=models.CASCADE, related_name="drafts")
    passage = models.ForeignKey(Passage, null=True, blank=True, on_delete=models.CASCADE, related_name="drafts")
    unit = models.ForeignKey(Unit, null=True, blank=True, on_delete=models.SET_NULL, related_name="drafts")
    position = models.PositiveIntegerField(help_text="Place in the document's order.")
    sentence = models.TextField(blank=True)
    start = models.PositiveIntegerField(default=0)
    end = models.PositiveIntegerField(default=0)
    text = models.TextField()
    explanation = models.TextField(blank=True)
    answer = models.TextField()
    answer_type = models.CharField(max_length=20, choices=AnswerType)
    accepted = models.JSONField(default=list, blank=True)
    also_true = models.JSONField(default=list, blank=True)
    options = models.JSONField(default=list, blank=True)
    details = models.JSONField(default=dict, blank=True)
    questions = models.JSONField(default=list, blank=True)
    reasons = models.JSONField(default=list, blank=True)
    resolved = models.JSONField(default=list, blank=True)
    score = models.FloatField(default=0)
    state = models.CharField(max_length=10, choices=State, default=State.PROPOSED)
    merged_into = models.ForeignKey("self", null=True, blank=True, on_delete=models.SET_NULL, related_name="merged")
    version = models.PositiveIntegerField(default=1)
    reviewed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="reviewed_drafts"
    )
    reviewed_at = models.DateTimeField(null=True, blank=True)
    fact = models.ForeignKey(Fact, null=True, blank=True, on_delete=models.SET_NULL, related_name="drafts")

    objects = DraftQuerySet.as_manager()

    class Meta:
        ordering = ["bank", "position", "pk"]
        indexes = [models.Index(fields=["bank", "state", "score"]), models.Index(fields=["document", "position"])]
        constraints = [models.CheckConstraint(condition=Q(end__gte=F("start")), name="draft_ends_after_its_start")]

    def __str__(self) -> str:
        return f"{self.bank_id} {self.position} {self.answer} ({self.state})"


class LeftOutQuerySet(models.QuerySet["LeftOut"]):
    def waiting(self, bank: Bank) -> Self:
        """Those of the newest versions of its documents of which nobody has written a statement since."""
        within = {"start__gte": OuterRef("start"), "end__lte": OuterRef("end")}
        written = Draft.objects.filter(passage=OuterRef("passage"), **within).exclude(state=Draft.State.REJECTED)
        newest = self.filter(bank=bank, passage__document__replaced_by=None)
        return newest.exclude(Exists(written)).select_related("passage__document").order_by("passage", "start")


class LeftOut(models.Model):
    """A sentence of a document from which nothing was proposed: `passage.text[start:end]`; `why` is a code."""

    bank = models.ForeignKey(Bank, on_delete=models.CASCADE, related_name="left_out")
    passage = models.ForeignKey(Passage, on_delete=models.CASCADE, related_name="left_out")
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    why = models.CharField(max_length=20)

    objects = LeftOutQuerySet.as_manager()

    class Meta:
        ordering = ["passage", "start"]
        indexes = [models.Index(fields=["bank", "why"])]
        constraints = [models.CheckConstraint(condition=Q(end__gte=F("start")), name="left_out_ends_after_its_start")]

    def __str__(self) -> str:
        return f"{self.sentence[:80]} ({self.why})"

    @property
    def sentence(self) -> str:
        return self.passage.text[self.start : self.end]
