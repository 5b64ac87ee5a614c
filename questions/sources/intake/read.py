"""The bytes of a file and its name in, a DocumentText out. A child process with limits opens it; nothing is trusted."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from questions.sources.blocks import Block, Shape, Signal, SignalKind
from questions.sources.child_process import ChildEnded, said_by_child
from questions.sources.document_text import DocumentText, document_of

from . import child
from .errors import IntakeError, Refused
from .sniffing import format_of

MOST_BYTES = 20_000_000
MOST_SAID = 120_000_000
MOST_SECONDS = 75
"""Of waiting; the child itself has 20 of work."""
ROOT = Path(__file__).resolve().parents[3]
PASTED = "The pasted text"
_TOO_LONG = "takes too long or too much memory to be read. Save it again as plain text, or import a part of it."


def read_document(content: bytes, *, name: str = "", waiting: Callable[[], None] | None = None) -> DocumentText:
    """The document that `content` is, told by what is in it; `name` is the file's, empty for pasted text.

    PDF, Word (.docx), HTML, Markdown and plain text, up to 20 MB. Headings, links, bold words and the rows of tables
    are kept as signals; navigation, references and captions are left out. `waiting` is called again and again while
    it is read; what it raises ends the reading. Raise `IntakeError`, whose message is one
    sentence about this file and what to do, when it is empty, of another kind, locked, damaged, or dangerous.
    """
    try:
        said = _said_of(content, waiting)
    except Refused as refused:
        raise IntakeError(f"{_subject(name)} {refused}") from refused
    blocks = [
        Block(Shape(shape), text, line, level, gloss, tuple(Signal(SignalKind(k), a, b) for k, a, b in signals))
        for shape, text, line, level, gloss, signals in said["blocks"]
    ]
    return document_of(blocks, title=said["title"], rows=tuple((label, value) for label, value in said["rows"]))


def check_document(content: bytes, *, name: str = "") -> None:
    """Raise `IntakeError` for what is seen at once: a file that is too large, empty, or of a kind not read here."""
    try:
        _check(content)
    except Refused as refused:
        raise IntakeError(f"{_subject(name)} {refused}") from refused


def _subject(name: str) -> str:
    return f"“{name}”" if name else PASTED


def _check(content: bytes) -> None:
    if len(content) > MOST_BYTES:
        raise Refused("has more than 20 MB. Import its chapters one by one, or save it without pictures.")
    format_of(content)


def _said_of(content: bytes, waiting: Callable[[], None] | None) -> dict[str, Any]:
    _check(content)
    said = _ask_child(content, waiting)
    if "refused" in said:
        raise Refused(said["refused"])
    return said


def _ask_child(content: bytes, waiting: Callable[[], None] | None) -> dict[str, Any]:
    with tempfile.TemporaryDirectory(prefix="recollect-") as folder:
        path = Path(folder) / "document"
        path.write_bytes(content)
        limits = {"most_seconds": MOST_SECONDS, "most_bytes": MOST_SAID}
        try:
            return said_by_child(child.__file__, str(ROOT), str(path), folder=Path(folder), waiting=waiting, **limits)
        except ChildEnded as ended:
            raise Refused(_TOO_LONG) from ended
