"""Packages as the real Anki makes them, in its old and in its new format."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.exchange.anki_judge import Judge, anki

if TYPE_CHECKING:
    from pathlib import Path

FORMATS = {"old": True, "new": False}
"""collection.anki21, and collection.anki21b packed with zstd; both beside a collection.anki2 that says nothing."""


class Profile(Judge):
    """A person's Anki, in which they write notes and from which they export them."""

    def add(self, note_type: str, deck: str, *fields: str) -> anki.Note:
        note = self.col.new_note(self.col.models.by_name(note_type))
        for place, text in enumerate(fields):
            note.fields[place] = text
        self.col.add_note(note, self.col.decks.id(deck))
        return note

    def export(self, form: str) -> Path:
        path = self.folder / f"{form}.apkg"
        options = anki.ExportAnkiPackageOptions(with_scheduling=False, with_media=False, legacy=FORMATS[form])
        self.col.export_anki_package(out_path=str(path), options=options, limit=None)
        return path
