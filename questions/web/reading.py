"""A statement in; its pieces, as a template prints them, out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from questions.models import Passage
from questions.models.prepared import Prepared, number
from questions.sources.statement_text import GAP, BlankPiece, read_statement

if TYPE_CHECKING:
    from collections.abc import Iterable

    from questions.models import Statement


@dataclass(frozen=True, slots=True)
class Piece:
    """Text of a statement; `key` names the blank it fills, `is_asked` marks the one being asked."""

    text: str
    key: str = ""
    is_asked: bool = False


@dataclass(frozen=True, slots=True)
class ReadStatement:
    statement: Statement
    pieces: list[Piece]


def pieces_of(statement: Statement, asked: str = "") -> list[Piece]:
    """The sentence in pieces, the blank called `asked` marked."""
    return [
        Piece(piece.answer, piece.key, piece.key == asked) if isinstance(piece, BlankPiece) else Piece(piece)
        for piece in read_statement(statement.text)
    ]


CITED = Prepared(lambda: Passage.objects.filter(statements=number("statement")))


def with_passages(statement: Statement) -> Statement:
    """The statement with the places it cites, as `prefetch_related` brings them, by a query written once."""
    cited = CITED.rows(statement=statement.pk)
    statement._prefetched_objects_cache = {"passages": cited}  # noqa: SLF001 - where Django looks for them
    return statement


def gapped(prompt: str) -> list[Piece]:
    """A prompt in pieces, its gap (if it has one) marked as what is asked."""
    before, gap, after = prompt.partition(GAP)
    return [
        piece for piece in (Piece(before), Piece("", is_asked=bool(gap)), Piece(after)) if piece.text or piece.is_asked
    ]


def read(statements: Iterable[Statement]) -> list[ReadStatement]:
    return [ReadStatement(statement, pieces_of(statement)) for statement in statements]
