"""What the package itself promises, apart from any bank."""

import io
import json
import sqlite3
import zipfile

import pytest

from questions.exchange.anki_types import FIELDS, Style
from questions.exchange.apkg import AnkiDeck, AnkiNote, write_package
from tests.exchange.samples import NOW


def note(style: Style = Style.BASIC, **fields: str) -> AnkiNote:
    values = dict.fromkeys(FIELDS, "") | {"Key": "b/s/a", "Prompt": "Who?", "Statement": "{{c1::Ashby}}"} | fields
    return AnkiNote("guid", style, tuple(values.values()), "recollect::b", 1, 1_700_000_000)


def rows(content: bytes, query: str) -> list[tuple[object, ...]]:
    db = sqlite3.connect(":memory:")
    db.deserialize(zipfile.ZipFile(io.BytesIO(content)).read("collection.anki2"))
    try:
        return db.execute(query).fetchall()
    finally:
        db.close()


def test_a_note_keeps_the_time_its_content_changed():
    content = write_package([AnkiDeck("Deck", [note()])], now=NOW)

    assert rows(content, "SELECT guid, mod, tags FROM notes") == [("guid", 1_700_000_000, " recollect::b ")]


def test_the_collection_says_which_scheduler_it_is_for():
    content = write_package([AnkiDeck("Deck", [note()])], now=NOW)

    ((conf,),) = rows(content, "SELECT conf FROM col")
    said = json.loads(conf)
    assert (said["schedVer"], said["sched2021"], said["creationOffset"]) == (2, True, 0)


def test_nothing_is_left_in_the_temporary_folder(tmp_path, monkeypatch):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))

    write_package([AnkiDeck("Deck", [note()])], now=NOW)

    assert list(tmp_path.iterdir()) == []


def test_a_package_is_packed():
    content = write_package([AnkiDeck("Deck", [note()] * 500)], now=NOW)

    entry = zipfile.ZipFile(io.BytesIO(content)).getinfo("collection.anki2")
    assert entry.compress_type == zipfile.ZIP_DEFLATED
    assert entry.compress_size * 5 < entry.file_size


@pytest.mark.parametrize(
    ("broken", "why"),
    [
        (note(Prompt=""), "b/s/a asks nothing."),
        (note(Style.CLOZE, Statement="Ashby"), "b/s/a has no deletion."),
        (note(Answer="a\x1fb"), "b/s/a holds the sign that parts fields."),
        (note()._replace(fields=("b/s/a", "Who?")), "b/s/a has 2 fields instead of 11."),
    ],
)
def test_a_note_anki_would_stumble_over_is_refused(broken, why):
    with pytest.raises(ValueError, match=f"^{why}$"):
        write_package([AnkiDeck("Deck", [broken])], now=NOW)
