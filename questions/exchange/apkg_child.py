"""A package's file in; its notes, decks and note types as one JSON text on standard output out. A program of its own.

Whoever made the package may mean harm: zip, zstd and SQLite are opened here, in a child process with little memory,
little time and no way to write but its own folder. `apkg_read` starts it and reads what it says. Called as
`python -I apkg_child.py PACKAGE FOLDER`; a refusal is printed as {"refused": sentence}. The doorway to zstandard.
"""

from __future__ import annotations

import json
import re
import sqlite3
import sys
import zipfile
import zlib
from pathlib import Path
from typing import IO, Any
from urllib.parse import quote

import zstandard

try:
    import resource
except ImportError:  # not on Windows; the time limit of the parent remains
    resource = None  # type: ignore[assignment] # a module where there is one

MEGABYTE = 1 << 20
MOST_BYTES = 200 * MEGABYTE
"""Of a collection, unpacked."""
MOST_MEMORY = 1024 * MEGABYTE
MOST_SECONDS = 60
MOST_MEMBERS = 100_000
MOST_NOTES = 20_000
LONGEST_NOTE = 100_000
"""Characters in all fields of a note together; longer ones arrive without their fields."""
WINDOW = 128 * MEGABYTE
COLLECTIONS = ("collection.anki21b", "collection.anki21", "collection.anki2")
"""Newest first: newer packages carry an older one beside it that only says “please update”."""

FAULTS = (
    *(zipfile.BadZipFile, zlib.error, NotImplementedError, zstandard.ZstdError, sqlite3.Error),
    *(MemoryError, RecursionError, OSError, LookupError, TypeError, AttributeError, ValueError),
)
"""What damage looks like; zipfile says NotImplementedError to a way of packing it does not know."""

Row = tuple[Any, ...]


class Refused(Exception):
    """The package cannot be read; the sentence says why."""


def main(package: str, folder: str) -> None:
    limit_resources()
    try:
        path = unpack(Path(package), Path(folder))
        said = read_collection(path)
    except Refused as refused:
        said = {"refused": str(refused)}
    except FAULTS as error:
        said = {"refused": f"It is damaged: {str(error) or type(error).__name__}."}
    sys.stdout.write(json.dumps(said))


def limit_resources() -> None:
    if resource:
        for kind, most in (
            (resource.RLIMIT_AS, MOST_MEMORY),
            (resource.RLIMIT_CPU, MOST_SECONDS),
            (resource.RLIMIT_FSIZE, MOST_BYTES),
            (resource.RLIMIT_CORE, 0),
        ):
            resource.setrlimit(kind, (most, most))


def unpack(package: Path, folder: Path) -> Path:
    """The newest collection of `package`, as a file in `folder`."""
    with zipfile.ZipFile(package) as archive:
        names = archive.namelist()
        if len(names) > MOST_MEMBERS:
            raise Refused(f"It holds more than {MOST_MEMBERS} files.")
        found = next((name for name in COLLECTIONS if name in names), None)
        if found is None:
            raise Refused("It is a zip file without an Anki collection.")
        if archive.getinfo(found).flag_bits & 1:
            raise Refused("It is locked with a password.")
        path = folder / "collection.sqlite"
        with archive.open(found) as packed, path.open("xb") as out:
            if found.endswith("b"):
                with zstandard.ZstdDecompressor(max_window_size=WINDOW).stream_reader(packed) as stream:
                    copy(stream, out)
            else:
                copy(packed, out)
    return path


def copy(source: IO[bytes], out: IO[bytes]) -> None:
    written = 0
    while piece := source.read(MEGABYTE):
        written += len(piece)
        if written > MOST_BYTES:
            raise Refused(f"Its collection unpacks to more than {MOST_BYTES // MEGABYTE} MB.")
        out.write(piece)


def read_collection(path: Path) -> dict[str, Any]:
    db = sqlite3.connect(f"file:{quote(str(path))}?mode=ro&immutable=1", uri=True)
    try:
        calm(db)
        has_tables = {"notetypes", "fields", "templates", "decks"} <= tables_of(db)
        return {
            "notes": notes_of(db),
            "decks": decks_of(db) if has_tables else old_decks_of(db),
            "note_types": note_types_of(db) if has_tables else old_note_types_of(db),
        }
    finally:
        db.close()


def calm(db: sqlite3.Connection) -> None:
    """Nothing but reading, no functions hidden in the schema, no end of patience."""
    db.create_collation("unicase", lambda one, other: (one.lower() > other.lower()) - (one.lower() < other.lower()))
    db.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, 50 * MEGABYTE)
    for pragma in ("trusted_schema = OFF", "cell_size_check = ON", "query_only = ON"):
        db.execute(f"PRAGMA {pragma}")
    db.set_authorizer(only_reading)
    if not {"notes", "cards", "col"} <= tables_of(db):
        raise Refused("Its collection has not the tables of Anki.")


def tables_of(db: sqlite3.Connection) -> set[str]:
    """Real tables: no views, and none that a module would compute."""
    found = rows(
        db, "SELECT name FROM sqlite_master WHERE type = 'table' AND upper(substr(sql, 1, 13)) = 'CREATE TABLE '"
    )
    return {str(name) for (name,) in found}


def only_reading(action: int, *_: object) -> int:
    allowed = {sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ, sqlite3.SQLITE_FUNCTION}
    return sqlite3.SQLITE_OK if action in allowed else sqlite3.SQLITE_DENY


def rows(db: sqlite3.Connection, query: str) -> list[Row]:
    return db.execute(query).fetchall()


def notes_of(db: sqlite3.Connection) -> list[Row]:
    """(guid, note type, tags, fields, deck) of each note, in the order in which they were made."""
    found = db.execute(
        "SELECT n.guid, n.mid, n.tags, n.flds, min(c.did) FROM notes n LEFT JOIN cards c ON c.nid = n.id"
        " GROUP BY n.id ORDER BY n.id"
    ).fetchmany(MOST_NOTES + 1)
    if len(found) > MOST_NOTES:
        raise Refused(f"It holds more than {MOST_NOTES} notes. Export one deck at a time.")
    return [
        (str(guid), str(kind), str(tags), None if len(str(fields)) > LONGEST_NOTE else str(fields), str(deck))
        for guid, kind, tags, fields, deck in found
    ]


def decks_of(db: sqlite3.Connection) -> dict[str, str]:
    return {str(key): str(name).replace("\x1f", "::") for key, name in rows(db, "SELECT id, name FROM decks")}


def note_types_of(db: sqlite3.Connection) -> dict[str, dict[str, Any]]:
    fields: dict[str, list[str]] = {}
    for kind, name in rows(db, "SELECT ntid, name FROM fields ORDER BY ntid, ord"):
        fields.setdefault(str(kind), []).append(str(name))
    fronts: dict[str, tuple[str, str]] = {}
    for kind, config in rows(db, "SELECT ntid, config FROM templates ORDER BY ntid, ord"):
        wire = texts_and_numbers(config)
        fronts.setdefault(str(kind), (wire_text(wire, 1), wire_text(wire, 2)))
    types = {}
    for key, name, config in rows(db, "SELECT id, name, config FROM notetypes"):
        front, back = fronts.get(str(key), ("", ""))
        is_cloze = texts_and_numbers(config).get(1) == 1
        types[str(key)] = _note_type(str(name), fields.get(str(key), []), front, back, is_cloze=is_cloze)
    return types


def old_decks_of(db: sqlite3.Connection) -> dict[str, str]:
    ((text,),) = rows(db, "SELECT decks FROM col LIMIT 1")
    return {str(key): str(deck["name"]) for key, deck in json.loads(text).items()}


def old_note_types_of(db: sqlite3.Connection) -> dict[str, dict[str, Any]]:
    ((text,),) = rows(db, "SELECT models FROM col LIMIT 1")
    types = {}
    for key, model in json.loads(text).items():
        template = model["tmpls"][0] if model["tmpls"] else {"qfmt": "", "afmt": ""}
        names = [str(field["name"]) for field in model["flds"]]
        front, back = str(template["qfmt"]), str(template["afmt"])
        types[str(key)] = _note_type(str(model["name"]), names, front, back, is_cloze=model.get("type") == 1)
    return types


def _note_type(name: str, fields: list[str], front: str, back: str, *, is_cloze: bool) -> dict[str, Any]:
    return {"name": name, "fields": fields, "front": named(front, asks=True), "back": named(back), "is_cloze": is_cloze}


def named(template: str, *, asks: bool = False) -> list[str]:
    """The fields a template shows, in order; no conditions, and in a front that `asks` nothing that is to be typed."""
    found = re.findall(r"\{\{(?![#^/!])((?:[^{}:]*:)*)([^{}:]+)\}\}", template[:100_000])
    return list(
        dict.fromkeys(name.strip() for filters, name in found if name.strip() and not (asks and "type:" in filters))
    )


def texts_and_numbers(message: bytes) -> dict[int, bytes | int]:
    """The first value of each field of a protobuf message: bytes or a number. Raise `ValueError` for a broken one."""
    found: dict[int, bytes | int] = {}
    at = 0
    while at < len(message):
        key, at = varint(message, at)
        value: bytes | int
        if key & 7 == 0:
            value, at = varint(message, at)
        elif key & 7 == 2:
            size, at = varint(message, at)
            value, at = message[at : at + size], at + size
        elif key & 7 in {1, 5}:
            size = 8 if key & 7 == 1 else 4
            value, at = message[at : at + size], at + size
        else:
            raise ValueError("a note type cannot be read")
        found.setdefault(key >> 3, value)
    return found


def varint(message: bytes, at: int) -> tuple[int, int]:
    number = shift = 0
    while at < len(message) and shift < 64:
        byte = message[at]
        number |= (byte & 0x7F) << shift
        at, shift = at + 1, shift + 7
        if byte < 0x80:
            return number, at
    raise ValueError("a note type cannot be read")


def wire_text(wire: dict[int, bytes | int], field: int) -> str:
    value = wire.get(field, b"")
    return value.decode("utf-8", "replace") if isinstance(value, bytes) else ""


if __name__ == "__main__":
    main(*sys.argv[1:3])
