"""A waiting import in; its document read, drafted and stored in one transaction out, or the reason why not.

A document is drafted as a whole, sentence by sentence. Every so many characters the worker gives a sign of life, so
that progress moves and a cancelled import ends soon; who hears none for long takes it for dead.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

from django.db import transaction

from questions.generation.drafts import draft
from questions.models import Import, Upload
from questions.sources.extraction import extract
from questions.sources.intake.errors import IntakeError
from questions.sources.intake.read import read_document

from .leaving_out import Leavings
from .storing import MOST_DRAFTS, Drafted, store
from .watched import Watched

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from questions.sources.document_text import DocumentText

READ = 15
DRAFTED = 95
"""Percent done when the document is read, and when it is drafted."""
NOT_ENGLISH = 0.12
"""A text in which a smaller share of the words is among the most common English ones is in another language."""
LEAST_WORDS = 40
"""Below, nothing is said about the language."""
BROKE = (
    "Something went wrong that is not your file's fault. Nothing was stored; try again, or tell whoever runs the site."
)
FOREIGN = "does not seem to be in English. Questions can be made from English texts only, so far."
NOTHING = (
    "was read, but no sentence in it says something that can be asked by itself. "
    "A longer text with dates, names or numbers gives more."
)
_COMMON = frozenset(
    "the of and to in a is was for on that by with as at from it his her an be were are which this had has".split()
)


class _Gone(Exception):
    """The import was cancelled, or taken for dead, meanwhile."""


def carry_out(pk: int, *, clock: Callable[[], datetime]) -> None:
    """Carry out the import `pk` if it is waiting. Its failure is written into it; what is no fault of the file is
    raised as well."""
    now = clock()
    waiting = Import.objects.filter(pk=pk, state=Import.State.WAITING)
    if not waiting.update(state=Import.State.READING, started_at=now, heard_at=now):
        return
    one = Import.objects.select_related("owner", "bank").get(pk=pk)
    try:
        _carry_out(one, clock)
    except _Gone:
        return
    except IntakeError as error:
        _fail(one, str(error), now=clock(), is_over=True)
    except Exception:
        _fail(one, BROKE, now=clock(), is_over=False)
        raise


def _carry_out(one: Import, clock: Callable[[], datetime]) -> None:
    content = bytes(Upload.objects.values_list("content", flat=True).get(of=one))
    document = read_document(content, name=one.file_name, waiting=lambda: _beat(one, now=clock()))
    _tell(one, READ, now=clock())
    if not is_english(document):
        raise IntakeError(f"{_subject(one)} {FOREIGN}")
    leavings = Leavings()
    found = best_of(document, lambda share: _tell(one, READ + int((DRAFTED - READ) * share), now=clock()), leavings)
    _tell(one, DRAFTED, now=clock())
    if not found and not one.replaces_id:
        raise IntakeError(f"{_subject(one)} {NOTHING}")
    with transaction.atomic():
        is_ours = Import.objects.filter(pk=one.pk, state=Import.State.DRAFTING).update(heard_at=clock())
        if not is_ours:
            raise _Gone
        left_out = leavings.beside(found, is_all=len(found) < MOST_DRAFTS)
        store(one, document, found, left_out, now=clock())
        Upload.objects.filter(of=one).delete()


def best_of(document: DocumentText, tell: Callable[[float], None], leavings: Leavings) -> list[Drafted]:
    """The best drafts of `document`, at most `MOST_DRAFTS`; `tell` hears the share done, and is heard if it raises;
    `leavings` hear of the sentences that are left out."""
    watched = replace(document, paragraphs=Watched(document.paragraphs, tell))
    drafts = draft(leavings.passing(extract(watched, leavings.leave_out)), watched)
    return [Drafted(each.fact.paragraph, each) for each in islice(drafts, MOST_DRAFTS)]


def _beat(one: Import, *, now: datetime) -> None:
    """The same while its file is read, and nothing can be said of how far that is."""
    if not Import.objects.filter(pk=one.pk, state=Import.State.READING).update(heard_at=now):
        raise _Gone


def _tell(one: Import, progress: int, *, now: datetime) -> None:
    """Give a sign of life. Raise `_Gone` when nobody waits for it any more."""
    working = Import.objects.filter(pk=one.pk, state__in=[Import.State.READING, Import.State.DRAFTING])
    if not working.update(state=Import.State.DRAFTING, progress=progress, heard_at=now):
        raise _Gone


def _fail(one: Import, message: str, *, now: datetime, is_over: bool) -> None:
    """Write the failure; where trying again changes nothing (`is_over`) the file goes too."""
    with transaction.atomic():
        failed = Import.objects.filter(pk=one.pk).under_way()
        failed.update(state=Import.State.FAILED, message=message[:500], finished_at=now)
        if is_over:
            Upload.objects.filter(of=one).delete()


def is_english(document: DocumentText) -> bool:
    """Whether enough of its words are common English ones; a very short text is taken for English."""
    words = [word for paragraph in document.paragraphs[:200] for word in paragraph.text.lower().split()]
    return len(words) < LEAST_WORDS or sum(word in _COMMON for word in words) >= NOT_ENGLISH * len(words)


def _subject(one: Import) -> str:
    return f"“{one.file_name}”" if one.file_name else "The pasted text"
