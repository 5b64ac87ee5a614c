"""10,000 facts out of the database against genanki itself given the same notes for nothing, in one process.

The processor's seconds are counted, each round's against those of the same moment, so that a busy machine decides
nothing; what earlier tests left in memory is kept from the collector, which would else look through it meanwhile.
"""

from __future__ import annotations

import gc
import statistics
import tempfile
import time
from typing import TYPE_CHECKING

import genanki
import pytest

from questions.exchange.anki_export import export_bank
from questions.exchange.anki_notes import BankReader
from questions.exchange.anki_types import CSS, FIELDS, NOTE_TYPES, Style
from tests.exchange.samples import NOW, large_bank

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from questions.exchange.apkg import AnkiNote

FACTS = 10_000
AT_MOST = 2.0
ROUNDS = 5


@pytest.mark.django_db
def test_ten_thousand_facts_in_at_most_twice_the_time_of_genanki(tmp_path, monkeypatch, record_property):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))  # genanki leaves a file behind at every export
    bank = large_bank(FACTS)
    notes = notes_of(bank)

    ours, theirs = [], []
    for turn in range(ROUNDS):  # in turn, so that a busy moment of the machine meets both
        theirs.append(seconds(lambda turn=turn: plain_genanki(notes, tmp_path / f"{turn}.apkg")))
        ours.append(seconds(lambda: export_bank(bank, now=NOW)))

    ratio = statistics.median(mine / plain for mine, plain in zip(ours, theirs, strict=True))
    record_property("ratio", ratio)
    print(f"\nours {statistics.median(ours):.3f} s, genanki {statistics.median(theirs):.3f} s: {ratio:.2f} times")
    assert len(notes) == FACTS
    assert ratio <= AT_MOST


def notes_of(bank) -> list[AnkiNote]:
    units = list(bank.units.all())
    reader = BankReader(bank, units)
    return [note for unit in units for note in reader.unit_notes(unit, Style.BASIC, {}).notes]


def plain_genanki(notes: list[AnkiNote], path: Path) -> None:
    """What genanki's own page tells one to write, the fields being ready."""
    note_type = NOTE_TYPES[Style.BASIC]
    model = genanki.Model(
        1_607_392_319,
        note_type.name,
        fields=[{"name": name} for name in FIELDS],
        templates=[{"name": "Card", "qfmt": note_type.front, "afmt": note_type.back}],
        css=CSS,
    )
    deck = genanki.Deck(2_059_400_110, "A large bank")
    for note in notes:
        deck.add_note(genanki.Note(model=model, fields=list(note.fields), guid=note.guid, tags=[note.tag]))
    genanki.Package(deck).write_to_file(path)


def seconds(work: Callable[[], object]) -> float:
    gc.collect()
    gc.freeze()
    try:
        began = time.process_time()
        work()
        return time.process_time() - began
    finally:
        gc.unfreeze()
