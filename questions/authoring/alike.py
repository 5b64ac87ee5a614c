"""Drafts in; which of them are nearly the same out. Two are when they have one answer and say nearly the same words."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Protocol

from questions.generation.wording import content
from questions.text.edits import shared_words
from questions.text.fold import fold

from .blanks import pieces_in

if TYPE_CHECKING:
    from collections.abc import Iterable

NEARLY = 80
"""Per cent of shared words of content from which two statements with the same answer count as nearly the same."""


class Drafted(Protocol):
    pk: int
    text: str
    answer: str


def leaders(drafts: Iterable[Drafted]) -> dict[int, int]:
    """For each draft that is nearly the same as an earlier one: its key and that one's. `drafts` best first."""
    heads: defaultdict[str, list[tuple[int, str]]] = defaultdict(list)
    found: dict[int, int] = {}
    for draft in drafts:
        said = " ".join(sorted(content(_plain(draft))))
        same = heads[fold(draft.answer)]
        head = next((pk for pk, other in same if shared_words(said, other) >= NEARLY), None)
        if head is None:
            same.append((draft.pk, said))
        else:
            found[draft.pk] = head
    return found


def followers(drafts: Iterable[Drafted]) -> set[int]:
    """The keys of the drafts that say what a better one says already."""
    return set(leaders(drafts))


def _plain(draft: Drafted) -> str:
    text = draft.text
    for piece in pieces_in(text):
        text = text.replace(piece.written, piece.answer)
    return text
