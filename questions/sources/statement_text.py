"""A statement as written, with its blanks like `[1871](date:when)`, in; its pieces, its plain sentence or a gap out."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeAlias

BLANK = re.compile(r"\[([^\[\]]+)\]\(([a-z]+):([a-z0-9][a-z0-9-]*)\)")
GAP = "_____"


@dataclass(frozen=True, slots=True)
class BlankPiece:
    """One blank of a statement: its right answer as it reads in the sentence, its answer type and its key."""

    answer: str
    answer_type: str
    key: str

    @property
    def written(self) -> str:
        """It as it stands in the statement."""
        return f"[{self.answer}]({self.answer_type}:{self.key})"


Piece: TypeAlias = str | BlankPiece


class StatementTextError(ValueError):
    """The text's brackets do not pair into blanks."""


@lru_cache(maxsize=4096)
def read_statement(text: str) -> tuple[Piece, ...]:
    """The statement's pieces in order: plain strings and blanks. Joined again they give `plain(text)`.

    Raise `StatementTextError` where a square bracket belongs to no blank, a blank is empty, or a key stands twice.
    """
    pieces: list[Piece] = []
    end = 0
    for found in BLANK.finditer(text):
        pieces += [text[end : found.start()], BlankPiece(found[1], found[2], found[3])]
        end = found.end()
    pieces.append(text[end:])
    for piece in pieces:
        if isinstance(piece, str) and (stray := re.search(r"[\[\]]", piece)):
            near = piece[max(0, stray.start() - 15) : stray.start() + 25].strip()
            raise StatementTextError(f"the bracket near “{near}” belongs to no blank")
        if isinstance(piece, BlankPiece) and piece.answer != piece.answer.strip():
            raise StatementTextError(f"the blank {piece.key} begins or ends with a space")
    keys = [piece.key for piece in pieces if isinstance(piece, BlankPiece)]
    if len(keys) != len(set(keys)):
        raise StatementTextError("two blanks have the same key")
    return tuple(piece for piece in pieces if piece)


def plain(text: str) -> str:
    """The sentence as a person reads it, every blank filled."""
    return "".join(piece if isinstance(piece, str) else piece.answer for piece in read_statement(text))


def with_blank(text: str, key: str, mark: str = GAP) -> str:
    """The sentence with `mark` in the place of the blank `key` and every other blank filled.

    Raise `KeyError` when the statement has no such blank.
    """
    pieces = read_statement(text)
    if key not in {piece.key for piece in pieces if isinstance(piece, BlankPiece)}:
        raise KeyError(key)
    return "".join(
        piece if isinstance(piece, str) else (mark if piece.key == key else piece.answer) for piece in pieces
    )
