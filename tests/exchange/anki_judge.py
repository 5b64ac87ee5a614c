"""A package in, what the real Anki makes of it out. Anki is the judge only; the application never imports it."""

from __future__ import annotations

from html.parser import HTMLParser
from pathlib import Path

import pytest

anki = pytest.importorskip(
    "anki.collection", reason="THE REAL ANKI IS NOT INSTALLED: packages are not judged. Install the dev dependencies."
)
from anki.import_export_pb2 import ImportAnkiPackageRequest  # noqa: E402


class Judge:
    """A fresh profile into which packages are imported as its owner would."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.col = anki.Collection(str(folder / "collection.anki2"))

    def imports(self, content: bytes, *, with_progress: bool = False) -> dict[str, int]:
        """How many notes Anki counted under each heading of its import log; headings without notes are left out."""
        path = self.folder / "package.apkg"
        path.write_bytes(content)
        options = self.col._backend.get_import_anki_package_presets()
        options.with_scheduling = with_progress
        log = self.col.import_anki_package(ImportAnkiPackageRequest(package_path=str(path), options=options)).log
        lists = {name.name: len(getattr(log, name.name)) for name in log.DESCRIPTOR.fields if name.is_repeated}
        return {name: n for name, n in lists.items() if n}

    def objections(self) -> list[str]:
        """What Anki's own database check repairs, and the empty cards it finds."""
        said, _ = self.col.fix_integrity()
        empty = [str(note.note_id) for note in self.col.get_empty_cards().notes]
        return [line for line in said.splitlines() if "rebuilt and optimized" not in line and line] + empty

    def notes(self) -> list[anki.Note]:
        return [self.col.get_note(note_id) for note_id in self.col.find_notes("")]

    def note(self, key: str) -> anki.Note:
        return next(note for note in self.notes() if note["Key"] == key)

    def card(self, key: str) -> anki.Card:
        (card,) = self.note(key).cards()
        return card

    def shown(self, key: str) -> tuple[str, str]:
        """The words of a card's front and back as a person reads them."""
        output = self.card(key).render_output()
        return words(output.question_text), words(output.answer_text)


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.parts: list[str] = []

    def handle_data(self, data: str) -> None:
        self.parts.append(data)


def words(html: str) -> str:
    parser = _Words()
    parser.feed(html)
    return " ".join("".join(parser.parts).split())
