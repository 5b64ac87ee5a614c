"""Notes in, the bytes of an Anki package out. The only doorway to genanki, and where its odd habits are tamed.

genanki 0.13.1 leaves a temporary file behind, packs without compression, stamps every note with the time of the
export and carries no scheduling. Here the collection is built in memory, written in batches, deflated, and each
note keeps the time its content changed, so that a re-import touches only what is new. With the same `now` the bytes
are the same.
"""

from __future__ import annotations

import io
import itertools
import json
import sqlite3
import zipfile
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

import genanki

from .anki_text import stable_id
from .anki_types import CSS, FIELDS, NOTE_TYPES, SORT_FIELD, TEMPLATES_CHANGED_AT, Style

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import datetime

COLLECTION_DAY_ZERO = date(2014, 9, 19)
"""The local day on which genanki's fixed collection began; a due card counts its days from there."""

NO_EASE = 2500
"""Per mille; Anki wants an ease factor in every review card, FSRS never reads it."""

NEW, REVIEW, SUSPENDED = 0, 2, -1
ONE_DATE = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class LogRow:
    """One answer. `at` in milliseconds since 1970, `rating` 1 to 4, intervals in days, `difficulty` 1 to 10."""

    at: int
    rating: int
    interval: int
    last_interval: int
    difficulty: float
    milliseconds: int
    is_first: bool


@dataclass(frozen=True, slots=True)
class Schedule:
    """What a learner remembers of a fact. Interval and stability in days, `last_answered` seconds since 1970."""

    due: date
    interval: int
    reps: int
    lapses: int
    stability: float
    difficulty: float
    retention: float
    decay: float
    last_answered: int
    log: tuple[LogRow, ...] = ()


class AnkiNote(NamedTuple):
    """One fact as Anki gets it: eleven fields of safe HTML, one card. `changed_at` in seconds since 1970."""

    guid: str
    style: Style
    fields: tuple[str, ...]
    tag: str
    position: int
    changed_at: int
    schedule: Schedule | None = None
    is_suspended: bool = False


@dataclass(frozen=True, slots=True)
class AnkiDeck:
    """A deck by its full name, levels parted by `::`. The description is HTML."""

    name: str
    notes: list[AnkiNote] = field(default_factory=list)
    description: str = ""


def write_package(decks: Iterable[AnkiDeck], *, now: datetime) -> bytes:
    """A package Anki imports. `now` is aware; it numbers the notes and cards, and nothing else of it is kept.

    Raise `ValueError` for a note that has not eleven fields, whose front is empty, or whose cloze has no deletion.
    """
    db = sqlite3.connect(":memory:")
    try:
        cursor = db.cursor()
        timestamp = now.timestamp()
        package = genanki.Package([_Deck(deck) for deck in decks])
        package.write_to_db(cursor, timestamp, itertools.count(int(timestamp * 1000)))
        _mark_scheduler(cursor)
        db.commit()
        return _zipped(db.serialize())
    finally:
        db.close()


def _mark_scheduler(cursor: sqlite3.Cursor) -> None:
    """Say which scheduler the numbers are for, or Anki upgrades from its first one and rewrites the log."""
    conf = json.loads(cursor.execute("SELECT conf FROM col").fetchone()[0])
    conf.update(schedVer=2, sched2021=True, creationOffset=0)
    cursor.execute("UPDATE col SET conf = ?", (json.dumps(conf),))


def _zipped(collection: bytes) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as package:
        for name, content in (("collection.anki2", collection), ("media", b"{}")):
            entry = zipfile.ZipInfo(name, ONE_DATE)  # a name alone would be stamped with the clock
            entry.compress_type = zipfile.ZIP_DEFLATED
            package.writestr(entry, content, compresslevel=1)
    return packed.getvalue()


class _Model(genanki.Model):  # type: ignore[misc] # genanki is untyped, so its classes are Any
    """A note type that is newer only when its templates are."""

    def to_json(self, timestamp: float, deck_id: int) -> dict[str, Any]:
        return super().to_json(TEMPLATES_CHANGED_AT, deck_id)  # type: ignore[no-any-return] # untyped there: JSON as a dict


def _model(style: Style) -> _Model:
    note_type = NOTE_TYPES[style]
    return _Model(
        stable_id("note type", style, "1"),
        note_type.name,
        fields=[{"name": name} for name in FIELDS],
        templates=[{"name": "Card", "qfmt": note_type.front, "afmt": note_type.back}],
        css=CSS,
        model_type=genanki.Model.CLOZE if style is Style.CLOZE else genanki.Model.FRONT_BACK,
        sort_field_index=SORT_FIELD,
    )


class _Deck(genanki.Deck):  # type: ignore[misc] # as above
    """genanki's deck, its notes written in batches and with their own times."""

    def __init__(self, deck: AnkiDeck) -> None:
        super().__init__(stable_id("deck", deck.name), deck.name, deck.description)
        self.anki_notes = deck.notes
        self.model_ids: dict[Style, int] = {}
        for style in Style:
            if any(note.style is style for note in deck.notes):
                model = _model(style)
                self.add_model(model)
                self.model_ids[style] = model.model_id

    def write_to_db(self, cursor: sqlite3.Cursor, timestamp: float, id_gen: Iterator[int]) -> None:
        super().write_to_db(cursor, timestamp, id_gen)  # the JSON of decks and note types; `self.notes` is empty
        notes, cards, log = [], [], []
        for note in self.anki_notes:
            _refuse_broken(note)
            note_id, card_id = next(id_gen), next(id_gen)
            notes.append(_note_row(note, note_id, self.model_ids[note.style]))
            cards.append(_card_row(note, card_id, note_id, self.deck_id))
            if note.schedule:
                log += [_log_row(row, card_id) for row in note.schedule.log]
        cursor.executemany("INSERT INTO notes VALUES(?,?,?,?,?,?,?,?,?,?,?)", notes)
        cursor.executemany(f"INSERT INTO cards VALUES({','.join('?' * 18)})", cards)
        cursor.executemany("INSERT INTO revlog VALUES(?,?,?,?,?,?,?,?,?)", log)


def _refuse_broken(note: AnkiNote) -> None:
    if len(note.fields) != len(FIELDS):
        raise ValueError(f"{note.fields[0]} has {len(note.fields)} fields instead of {len(FIELDS)}.")
    if not note.fields[SORT_FIELD]:
        raise ValueError(f"{note.fields[0]} asks nothing.")
    if note.style is Style.CLOZE and "{{c1::" not in note.fields[FIELDS.index("Statement")]:
        raise ValueError(f"{note.fields[0]} has no deletion.")


def _note_row(note: AnkiNote, note_id: int, model_id: int) -> tuple[object, ...]:
    flat = "\x1f".join(note.fields)
    if flat.count("\x1f") >= len(FIELDS):
        raise ValueError(f"{note.fields[0]} holds the sign that parts fields.")
    return (note_id, note.guid, model_id, note.changed_at, -1, f" {note.tag} ", flat, note.fields[SORT_FIELD], 0, 0, "")


def _card_row(note: AnkiNote, card_id: int, note_id: int, deck_id: int) -> tuple[object, ...]:
    head = (card_id, note_id, deck_id, 0, note.changed_at, -1)
    if note.schedule is None:
        queue = SUSPENDED if note.is_suspended else NEW
        return (*head, NEW, queue, note.position, 0, 0, 0, 0, 0, 0, 0, 0, "")
    then, queue = note.schedule, SUSPENDED if note.is_suspended else REVIEW
    due = (then.due - COLLECTION_DAY_ZERO).days
    state = {
        "s": round(then.stability, 4),
        "d": round(then.difficulty, 3),
        "dr": round(then.retention, 2),
        "decay": round(then.decay, 3),
        "lrt": then.last_answered,
    }
    numbers = (due, then.interval, NO_EASE, then.reps, then.lapses)
    return (*head, REVIEW, queue, *numbers, 0, 0, 0, 0, json.dumps(state))


def _log_row(row: LogRow, card_id: int) -> tuple[object, ...]:
    factor = round(((row.difficulty - 1) / 9 + 0.1) * 1000)
    kind = 0 if row.is_first else 1  # without a first answer Anki takes the history for cut short
    return (row.at, card_id, -1, row.rating, row.interval, row.last_interval, factor, row.milliseconds, kind)
