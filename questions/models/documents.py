"""Documents and their paragraphs: what facts cite. Rows in, places as a person reads them out."""

from __future__ import annotations

from django.conf import settings
from django.db import models

EARLIER = "in an earlier version"


class Document(models.Model):
    """A text to learn from."""

    title = models.CharField(max_length=300)
    author = models.CharField(max_length=300, blank=True)
    publication = models.CharField(max_length=300, blank=True)
    year = models.CharField(max_length=20, blank=True)
    link = models.URLField(max_length=500, blank=True)
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="documents"
    )

    def __str__(self) -> str:
        return self.title


class PassageManager(models.Manager["Passage"]):
    def get_queryset(self) -> models.QuerySet[Passage]:
        """Each with `is_earlier`: whether a newer version of its document has come."""
        newer = Document.objects.filter(pk=models.OuterRef("document"), replaced_by__isnull=False)
        return super().get_queryset().annotate(is_earlier=models.Exists(newer))


class Passage(models.Model):
    """One paragraph of a document. Of shipped documents only the place and the hash are kept, never the text."""

    document = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="passages")
    key = models.CharField(max_length=100)
    section = models.CharField(max_length=300, blank=True)
    paragraph = models.PositiveIntegerField()
    sha256 = models.CharField(max_length=64, blank=True)
    text = models.TextField(blank=True)

    is_earlier = False
    objects = PassageManager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["document", "key"], name="one_passage_per_key")]

    def __str__(self) -> str:
        place = f"{self.section}, paragraph {self.paragraph}" if self.section else f"paragraph {self.paragraph}"
        return f"{place} ({EARLIER})" if self.is_earlier else place
