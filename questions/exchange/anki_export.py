"""A bank in; an Anki package and a report of what it holds out.

One note and one card a fact. The style chosen at export replaces the plain card: a cloze or typed card where the
fact is asked in that kind and its answer is short, a plain one elsewhere. A note's GUID comes from the fact's key
alone, whatever the style: a fact is never twice in a collection. Importing a second style over the first therefore
changes nothing (Anki counts those notes as conflicting); who wants another style deletes the old notes first.
Scheduling travels once, with notes that are new to the collection.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from . import anki_text
from .anki_notes import BankReader
from .anki_schedule import remembered_by
from .anki_types import Style
from .apkg import AnkiDeck, write_package

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import datetime

    from questions.models import Bank, Unit, User


@dataclass(frozen=True, slots=True)
class AnkiReport:
    """What a package holds. `styles` counts notes by the style they got; `left_out` are facts with no question."""

    deck: str
    notes: int
    left_out: int
    with_schedule: int
    styles: dict[str, int]
    bytes: int


@dataclass(frozen=True, slots=True)
class AnkiPackage:
    content: bytes
    file_name: str
    report: AnkiReport


def export_bank(
    bank: Bank,
    *,
    units: Collection[Unit] | None = None,
    style: Style | str = Style.BASIC,
    learner: User | None = None,
    without: Collection[int] = frozenset(),
    now: datetime,
) -> AnkiPackage:
    """The current facts of `bank`, or of its `units` named, as a package, with `learner`'s scheduling if one is given.

    `without` are the ids of facts that stay here, such as those of a quiz the person is sitting.
    `now` is aware and numbers the notes: the same rows at the same `now` give the same bytes. Raise `ValueError` for an
    unknown style.
    """
    style = Style(style)
    every_unit = list(bank.units.filter(retired_at=None))
    wanted = every_unit if units is None else [unit for unit in every_unit if unit in units]
    reader = BankReader(bank, wanted, without)
    memories = remembered_by(learner, bank) if learner else {}
    decks = [AnkiDeck(anki_text.deck_name(bank.title), description=anki_text.field(bank.description))]
    left_out = 0
    for unit in wanted:
        found = reader.unit_notes(unit, style, memories)
        left_out += found.left_out
        if found.notes:
            decks.append(AnkiDeck(_unit_deck(bank, unit, every_unit), found.notes))
    content = write_package(decks, now=now)
    return AnkiPackage(content, _file_name(bank, wanted, every_unit), _report(decks, left_out, content))


def _unit_deck(bank: Bank, unit: Unit, every_unit: list[Unit]) -> str:
    """Numbered, for Anki lists and teaches subdecks by name."""
    number = str(every_unit.index(unit) + 1).zfill(len(str(len(every_unit))))
    return anki_text.deck_name(bank.title, f"{number} {unit.title}")


def _file_name(bank: Bank, wanted: list[Unit], every_unit: list[Unit]) -> str:
    part = f"-{wanted[0].key}" if len(wanted) == 1 < len(every_unit) else ""
    return f"{bank.key}{part}.apkg"


def _report(decks: list[AnkiDeck], left_out: int, content: bytes) -> AnkiReport:
    notes = [note for deck in decks for note in deck.notes]
    return AnkiReport(
        deck=decks[0].name,
        notes=len(notes),
        left_out=left_out,
        with_schedule=sum(note.schedule is not None for note in notes),
        styles={style.value: n for style in Style if (n := sum(note.style is style for note in notes))},
        bytes=len(content),
    )
