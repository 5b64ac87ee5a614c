"""The path of an Anki package in; its notes as plain values out. A child process opens it; nothing is trusted."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from questions.sources.child_process import ChildEnded, said_by_child

from . import apkg_child

MOST_PACKAGE_BYTES = 1 << 30
MOST_SAID = 300 << 20
MOST_SECONDS = 90


class PackageError(Exception):
    """The package cannot be read; the sentence says why and what to do."""


@dataclass(frozen=True, slots=True)
class NoteIn:
    """One note. `fields` are HTML by name; `front` and `back` name the fields its first card shows.

    `fields` is empty for a note that is too long to be one fact.
    """

    guid: str
    fields: dict[str, str]
    front: tuple[str, ...]
    back: tuple[str, ...]
    tags: tuple[str, ...]
    deck: str
    is_cloze: bool


def read_package(path: Path) -> list[NoteIn]:
    """The notes of the package at `path`, in the order in which they were made.

    Raise `PackageError` for a file that is no package, is damaged, locked, too large, or takes too long to read.
    """
    try:
        size = path.stat().st_size
    except OSError as error:
        raise PackageError(f"{path} cannot be read: {error.strerror}.") from error
    if size > MOST_PACKAGE_BYTES:
        raise PackageError(f"{path} has more than 1 GB. Export it from Anki without media.")
    said = _ask_child(path)
    if "refused" in said:
        raise PackageError(f"{path} is not a package that can be read. {said['refused']}")
    return _notes(said)


def _ask_child(path: Path) -> dict[str, Any]:
    with tempfile.TemporaryDirectory(prefix="recollect-") as folder:
        limits = {"most_seconds": MOST_SECONDS, "most_bytes": MOST_SAID}
        try:
            return said_by_child(apkg_child.__file__, str(path.resolve()), folder, folder=Path(folder), **limits)
        except ChildEnded as ended:
            raise PackageError(
                f"{path} needs too much memory or time to be read. Export one deck at a time."
            ) from ended


def _notes(said: dict[str, Any]) -> list[NoteIn]:
    decks, types = said["decks"], said["note_types"]
    nothing = {"fields": [], "front": [], "back": [], "is_cloze": False}
    return [
        _note(guid, types.get(kind, nothing), tags, fields, decks.get(deck, "Anki"))
        for guid, kind, tags, fields, deck in said["notes"]
    ]


def _note(guid: str, note_type: dict[str, Any], tags: str, fields: str | None, deck: str) -> NoteIn:
    values = fields.split("\x1f") if fields is not None else []
    return NoteIn(
        guid=guid,
        fields=dict(zip(note_type["fields"], values, strict=False)),
        front=tuple(note_type["front"]),
        back=tuple(note_type["back"]),
        tags=tuple(tags.split()),
        deck=deck,
        is_cloze=note_type["is_cloze"],
    )
