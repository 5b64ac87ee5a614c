"""Bytes and where they come from in; an Import that waits for a worker out. Cancelled, retried and reaped here too."""

from __future__ import annotations

import hashlib
from codecs import BOM_UTF8
from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import TYPE_CHECKING

from django.db import transaction

from questions.models import Import, Upload

from .tasks import carry_out_import, give_up_task

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from questions.models import Bank, Document, User

SILENCE = timedelta(seconds=90)
"""A worker silent for so long is dead: reading and drafting speak every few seconds."""
DIED = "The program that was reading it was stopped. Nothing was stored; try again."


class AlreadyImported(Exception):
    """The bank has this very content already, or is getting it; `earlier` is that import."""

    def __init__(self, earlier: Import) -> None:
        self.earlier = earlier
        super().__init__("This very text was imported into this bank before.")


@dataclass(frozen=True, slots=True)
class Source:
    """What is imported: its bytes, its file's name (empty for pasted text), and what a person said about it."""

    content: bytes
    file_name: str = ""
    about: Mapping[str, str] = field(default_factory=dict)
    """Any of title, author, year, link; empty or missing ones are left to the document."""

    @property
    def sha256(self) -> str:
        """The hash of what it says: a pasted text is the same as its file, whatever the ends of lines and the edges."""
        said = self.content.removeprefix(BOM_UTF8).replace(b"\r\n", b"\n").replace(b"\r", b"\n")
        return hashlib.sha256(said.strip()).hexdigest()


@transaction.atomic
def import_document(
    source: Source,
    *,
    owner: User,
    bank: Bank | None,
    bank_title: str = "",
    now: datetime,
    again: bool = False,
    replaces: Document | None = None,
) -> Import:
    """Have `source` read into `bank`, or into a new private bank called `bank_title`; the work is done elsewhere.

    With `replaces` it is a newer version of that document of `bank`. Raise `AlreadyImported` when `bank` has this
    content already, unless it is wanted `again`.
    """
    sha256 = source.sha256
    if bank and not again and (earlier := _earlier(source, bank)):
        raise AlreadyImported(earlier)
    made = Import.objects.create(
        owner=owner,
        bank=bank,
        bank_title="" if bank else bank_title,
        replaces=replaces,
        file_name=source.file_name[-300:],
        sha256=sha256,
        size=len(source.content),
        created_at=now,
        **{name: source.about.get(name, "") for name in ("title", "author", "year", "link")},
    )
    Upload.objects.create(of=made, content=source.content)
    _enqueue(made)
    return made


def _earlier(source: Source, bank: Bank) -> Import | None:
    """An import of the same; one of an earlier release has the hash of its very bytes."""
    hashes = (source.sha256, hashlib.sha256(source.content).hexdigest())
    return next((one for sha256 in hashes if (one := Import.objects.same_as(sha256, bank).first())), None)


def import_version(source: Source, *, of: Document, bank: Bank, by: User, now: datetime, again: bool = False) -> Import:
    """Have `source` read as a newer version of the document `of` of `bank`; what is not said of it stays as it was.

    Raise `AlreadyImported` when it is the version that the bank has.
    """
    about = {name: source.about.get(name) or getattr(of, name) for name in ("title", "author", "year", "link")}
    return import_document(replace(source, about=about), owner=by, bank=bank, now=now, again=again, replaces=of)


@transaction.atomic
def cancel(one: Import, *, now: datetime) -> bool:
    """End `one` before it is done; nothing of it is kept. False when it had ended already."""
    is_ended = Import.objects.filter(pk=one.pk).under_way().update(state=Import.State.CANCELLED, finished_at=now)
    if is_ended:
        Upload.objects.filter(of=one).delete()
    one.refresh_from_db()
    return bool(is_ended)


@transaction.atomic
def retry(one: Import) -> bool:
    """Begin a failed import again. False when it has not failed, or its file is gone."""
    if not Upload.objects.filter(of=one).exists():
        return False
    fresh = {"state": Import.State.WAITING, "progress": 0, "message": "", "heard_at": None, "finished_at": None}
    is_begun = Import.objects.filter(pk=one.pk, state=Import.State.FAILED).update(**fresh)
    if is_begun:
        one.refresh_from_db()
        _enqueue(one)
    return bool(is_begun)


def reap(*, now: datetime) -> int:
    """End the imports whose worker died, so that none runs for ever; how many there were."""
    dead = list(Import.objects.silent_since(now - SILENCE))
    for one in dead:
        with transaction.atomic():
            found = Import.objects.filter(pk=one.pk).silent_since(now - SILENCE)
            found.update(state=Import.State.FAILED, message=DIED, finished_at=now)
            give_up_task(one.task_id, now=now)
    return len(dead)


def _enqueue(one: Import) -> None:
    """Within the caller's transaction: rolled back, there is no task either."""
    task = carry_out_import.enqueue(one.pk)
    Import.objects.filter(pk=one.pk).update(task_id=str(task.id))
    one.refresh_from_db()
