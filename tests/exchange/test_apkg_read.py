"""Packages that are broken, or mean harm."""

from __future__ import annotations

import io
import sqlite3
import zipfile
from typing import TYPE_CHECKING

import pytest
import zstandard

from questions.exchange import apkg_child
from questions.exchange.apkg_child import named, texts_and_numbers
from questions.exchange.apkg_read import NoteIn, PackageError, read_package

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

TABLES = """
CREATE TABLE col (models text, decks text);
CREATE TABLE notes (id integer primary key, guid text, mid integer, tags text, flds text);
CREATE TABLE cards (id integer primary key, nid integer, did integer);
"""
MODELS = """{"7": {"name": "Mine", "type": 0, "flds": [{"name": "Front"}, {"name": "Back"}],
 "tmpls": [{"qfmt": "{{Front}}", "afmt": "{{FrontSide}} {{Back}}"}]}}"""
DECKS = '{"3": {"name": "Words::Animals"}}'


def collection(folder: Path, change: Callable[[sqlite3.Connection], object] = lambda _: None) -> bytes:
    """A collection of one note, `change`d."""
    path = folder / "made.sqlite"
    path.unlink(missing_ok=True)
    db = sqlite3.connect(path)
    db.executescript(TABLES)
    db.execute("INSERT INTO col VALUES (?, ?)", (MODELS, DECKS))
    db.execute("INSERT INTO notes VALUES (1, 'g', 7, ' a b ', ?)", ("hund\x1fdog",))
    db.execute("INSERT INTO cards VALUES (1, 1, 3)")
    change(db)
    db.commit()
    db.close()
    return path.read_bytes()


def package(folder: Path, members: dict[str, bytes]) -> Path:
    path = folder / "made.apkg"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return path


def refusal(path: Path) -> str:
    with pytest.raises(PackageError) as raised:
        read_package(path)
    return str(raised.value).removeprefix(f"{path} is not a package that can be read. ")


@pytest.mark.parametrize("name", ["collection.anki2", "collection.anki21"])
def test_a_note_is_read_with_its_deck_tags_and_templates(tmp_path, name):
    (note,) = read_package(package(tmp_path, {name: collection(tmp_path)}))

    assert note == NoteIn(
        guid="g",
        fields={"Front": "hund", "Back": "dog"},
        front=("Front",),
        back=("FrontSide", "Back"),
        tags=("a", "b"),
        deck="Words::Animals",
        is_cloze=False,
    )


def test_the_newest_collection_is_read_and_the_others_are_not(tmp_path):
    newest = zstandard.compress(collection(tmp_path))

    (note,) = read_package(package(tmp_path, {"collection.anki2": b"please update", "collection.anki21b": newest}))

    assert note.guid == "g"


def test_a_note_longer_than_any_fact_arrives_without_its_fields(tmp_path):
    long = collection(tmp_path, lambda db: db.execute("UPDATE notes SET flds = ?", ("x" * 100_001,)))

    assert read_package(package(tmp_path, {"collection.anki2": long}))[0].fields == {}


def test_a_note_of_no_known_type_or_deck_is_still_a_note(tmp_path):
    def lose(db):
        db.execute("UPDATE notes SET mid = 99")
        db.execute("DELETE FROM cards")

    (note,) = read_package(package(tmp_path, {"collection.anki2": collection(tmp_path, lose)}))

    assert (note.fields, note.deck) == ({}, "Anki")


@pytest.mark.parametrize(
    ("members", "why"),
    [
        ({"media": b"{}"}, "It is a zip file without an Anki collection."),
        ({"collection.anki2": b"please update"}, "It is damaged: file is not a database."),
        ({"collection.anki2": b""}, "Its collection has not the tables of Anki."),
        ({"collection.anki21b": b"no zstd"}, "It is damaged: zstd decompress error: Unknown frame descriptor."),
    ],
)
def test_what_is_no_package_says_what_it_is(tmp_path, members, why):
    assert refusal(package(tmp_path, members)) == why


def test_a_file_that_is_no_zip_or_not_there_is_said(tmp_path):
    path = tmp_path / "a.apkg"
    assert refusal(path) == f"{path} cannot be read: No such file or directory."
    path.write_bytes(b"text")
    assert refusal(path) == "It is damaged: File is not a zip file."


def test_a_damaged_collection_is_said(tmp_path):
    content = collection(tmp_path)

    said = refusal(package(tmp_path, {"collection.anki2": content[:4096] + b"\xff" * (len(content) - 4096)}))

    assert said.startswith("It is damaged: ")


@pytest.mark.parametrize("models", ["[]", "null", '{"1": []}', '{"1": {"tmpls": 5, "flds": []}}', "[" * 100_000])
def test_note_types_of_another_shape_are_damage(tmp_path, models):
    changed = collection(tmp_path, lambda db: db.execute("UPDATE col SET models = ?", [models]))

    assert refusal(package(tmp_path, {"collection.anki2": changed})).startswith("It is damaged: ")


def test_a_locked_package_is_said(tmp_path):
    path = package(tmp_path, {"collection.anki2": collection(tmp_path)})
    content = bytearray(path.read_bytes())
    for mark, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        content[content.index(mark) + flags] |= 1
    path.write_bytes(content)

    assert refusal(path) == "It is locked with a password."


def test_a_bomb_is_not_unpacked(tmp_path):
    """300 MB of nothing in a few kilobytes, in zstd within zip."""
    bomb = io.BytesIO()
    with zstandard.ZstdCompressor().stream_writer(bomb, closefd=False) as out:
        for _ in range(300):
            out.write(bytes(1 << 20))

    assert refusal(package(tmp_path, {"collection.anki21b": bomb.getvalue()})) == (
        "Its collection unpacks to more than 200 MB."
    )


ENDLESS_VIEW = """
DROP TABLE notes;
CREATE VIEW notes AS WITH RECURSIVE n(id) AS (SELECT 1 UNION ALL SELECT id + 1 FROM n)
SELECT id, 'g' AS guid, 7 AS mid, '' AS tags, 'x' AS flds FROM n;
"""
MODULE = "DROP TABLE notes; CREATE VIRTUAL TABLE notes USING fts5(id, guid, mid, tags, flds);"


@pytest.mark.parametrize("schema", [ENDLESS_VIEW, MODULE])
def test_a_table_that_is_a_program_is_refused(tmp_path, schema):
    content = collection(tmp_path, lambda db: db.executescript(schema))

    assert refusal(package(tmp_path, {"collection.anki2": content})) == "Its collection has not the tables of Anki."


def test_more_notes_than_a_person_learns_are_refused(tmp_path):
    def fill(db):
        db.executemany("INSERT INTO notes VALUES (?, 'g', 7, '', 'x')", ((n,) for n in range(2, 20_003)))

    said = refusal(package(tmp_path, {"collection.anki2": collection(tmp_path, fill)}))

    assert said == "It holds more than 20000 notes. Export one deck at a time."


def test_a_child_that_says_nothing_is_said(tmp_path, monkeypatch):
    """As when it was ended for taking too much memory or time."""
    silent = tmp_path / "silent.py"
    silent.write_text("")
    monkeypatch.setattr(apkg_child, "__file__", str(silent))
    path = package(tmp_path, {"collection.anki2": collection(tmp_path)})

    assert refusal(path) == f"{path} needs too much memory or time to be read. Export one deck at a time."


def test_nothing_is_left_behind(tmp_path, monkeypatch):
    path = package(tmp_path, {"collection.anki2": collection(tmp_path)})
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(folder))

    read_package(path)

    assert list(folder.iterdir()) == []


@pytest.mark.parametrize(
    ("template", "fields"),
    [
        ("{{Front}} {{ Back }} {{Front}}", ["Front", "Back"]),
        ("{{#Extra}}{{cloze:Text}}{{/Extra}}{{^No}}{{hint:nc:More}}{{/No}}", ["Text", "More"]),
        ("{{Front}}{{type:Back}}", ["Front", "Back"]),
        ("no field { {{ }} {", []),
    ],
)
def test_a_template_names_its_fields(template, fields):
    assert named(template) == fields


def test_what_is_to_be_typed_is_not_asked():
    assert named("{{Front}}{{type:nc:Back}}", asks=True) == ["Front"]


def test_a_protobuf_message_is_read_by_hand():
    assert texts_and_numbers(b"\x08\x96\x01\x12\x02hi\x1d\x00\x00\x00\x00") == {1: 150, 2: b"hi", 3: b"\0\0\0\0"}


@pytest.mark.parametrize("message", [b"\x80", b"\x0b", b"\xff" * 20])
def test_a_broken_message_is_a_value_error(message):
    with pytest.raises(ValueError, match="cannot be read"):
        texts_and_numbers(message)
