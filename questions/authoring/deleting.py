"""A bank that nobody has used in; it gone, with what was imported for it alone, out. Deleting never destroys anyone's
history: a bank in which anything was ever answered or set is kept, and can only be put in the archive."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from questions.models import (
    Bank,
    Difference,
    Document,
    DocumentVersion,
    DueMove,
    Fact,
    Item,
    Memory,
    Question,
    Report,
    Review,
)

from .import_document import cancel

if TYPE_CHECKING:
    from datetime import datetime

    from django.db.models import QuerySet

ANSWERED = "It cannot be deleted, because somebody has answered questions of it and deleting never destroys a history."
SET = "It cannot be deleted, because a quiz asks a question of it. Take it out of the quiz, if it is a draft."
STUDIED = "It cannot be deleted, because somebody else studies it."
REMEMBERED = "It cannot be deleted, because somebody's wishes or reports about its facts are kept."


class NotDeletable(Exception):
    """Something of it is part of somebody's history; the message says what."""


def why_kept(bank: Bank) -> str:
    """Why the bank cannot be deleted, in a sentence; empty where it can."""
    facts = Fact.objects.filter(bank=bank).values("pk")
    if Review.objects.filter(fact__bank=bank).exists() or Review.objects.filter(mistaken_for__bank=bank).exists():
        return ANSWERED
    if Item.objects.filter(fact__bank=bank).exists():
        return SET
    if bank.studies.exclude(learner=bank.owner_id).exists():
        return STUDIED
    questions = Question.objects.filter(fact__bank=bank).values("pk")
    kept = Memory.objects.filter(fact__in=facts), Report.objects.filter(question__in=questions)
    if any(rows.exists() for rows in (*kept, DueMove.objects.filter(fact__in=facts))):
        return REMEMBERED
    return ""


@transaction.atomic
def delete_bank(bank: Bank, *, now: datetime) -> None:
    """Delete the bank, its desk and the documents that no other bank has; raise `NotDeletable` where it is kept.

    What is answered meanwhile is protected by the database itself: a review keeps its fact.
    """
    Bank.objects.select_for_update().get(pk=bank.pk)
    if reason := why_kept(bank):
        raise NotDeletable(reason)
    for one in bank.imports.under_way():
        cancel(one, now=now)
    documents = _documents_of(bank)
    Difference.objects.filter(version__bank=bank).delete()  # they and their versions hold on to the documents
    DocumentVersion.objects.filter(bank=bank).delete()
    Bank.objects.filter(pk=bank.pk).delete()
    _unused(documents, bank.owner_id).delete()


def _documents_of(bank: Bank) -> list[int]:
    """The documents it was made of: its own, those of its drafts, and their earlier and newer versions."""
    found = set(bank.drafts.filter(document__isnull=False).values_list("document", flat=True))
    found |= set(bank.imports.filter(document__isnull=False).values_list("document", flat=True))
    for pair in bank.document_versions.values_list("document", "replaces"):
        found |= set(pair)
    return sorted(found | ({bank.document_id} if bank.document_id else set()))


def _unused(documents: list[int], owner: int | None) -> QuerySet[Document]:
    """Those of `documents` that are the owner's and that nothing cites, reads or replaces any more."""
    found = Document.objects.filter(pk__in=documents, owner=owner, owner__isnull=False, banks=None, imports=None)
    return found.filter(drafts=None, versions=None, replaced_by=None, passages__statements=None)
