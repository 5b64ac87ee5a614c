"""A bank on the desk in; its pools of wrong options, and whether the author has approved them as they are, out."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass

from .bank_desk import Desk, Entry, Objection

HASH_LENGTH = 16
CONFIRM = "Read the pool, then run check_bank with --confirm."


@dataclass(frozen=True, slots=True)
class Pool:
    """What may stand beside the answer of one fact. `state` is new, changed or confirmed."""

    place: str
    prompts: tuple[str, ...]
    answer: str
    options: tuple[str, ...]
    state: str

    def __str__(self) -> str:
        asked = " / ".join(self.prompts)
        return f"[{self.state}] {self.place}: {asked}\n    {self.answer} | {' | '.join(self.options)}"


def pools(desk: Desk) -> list[Pool]:
    """Every pool of the bank, in the order of teaching."""
    return [
        Pool(
            entry.place,
            entry.blank.prompts or (entry.fact.cloze,),
            entry.blank.answer,
            entry.pool,
            _state(entry, desk.record.confirmed),
        )
        for entry in desk.entries
        if entry.pool
    ]


def hash_of(entry: Entry) -> str:
    """The hash of an answer with its options, in whatever order: 16 hexadecimal digits."""
    said = json.dumps([entry.blank.answer, sorted(entry.pool)], ensure_ascii=False)
    return hashlib.sha256(said.encode()).hexdigest()[:HASH_LENGTH]


def confirmations(desk: Desk) -> dict[str, str]:
    """What the file's `confirmed` block says once every pool is approved."""
    return {entry.place: hash_of(entry) for entry in desk.entries if entry.pool}


def objections(desk: Desk) -> Iterator[Objection]:
    """Pools that nobody has approved, pools that are not what was approved, approvals of nothing."""
    states = {entry.place: _state(entry, desk.record.confirmed) for entry in desk.entries if entry.pool}
    for entry in desk.entries:
        listed = " | ".join(entry.pool)
        if states.get(entry.place) == "new":
            yield entry.objection("options", f"The pool has not been confirmed: {listed}.", CONFIRM)
        elif states.get(entry.place) == "changed":
            yield entry.objection("options", f"The pool has changed since it was confirmed: {listed}.", CONFIRM)
    for place in desk.record.confirmed:
        if place not in states:
            statement, _, blank = place.partition("/")
            yield Objection(
                desk.record.file, 1, statement, f"{blank}.options", "A pool is confirmed that is not there.", CONFIRM
            )


def _state(entry: Entry, confirmed: dict[str, str]) -> str:
    known = confirmed.get(entry.place)
    if known is None:
        return "new"
    return "confirmed" if known == hash_of(entry) else "changed"
