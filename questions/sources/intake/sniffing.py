"""The bytes of a file in, its format by its content out; its name and its ending decide nothing."""

from __future__ import annotations

import io
import re
import zipfile
from enum import StrEnum

from .errors import Refused


class Format(StrEnum):
    PDF = "pdf"
    DOCX = "docx"
    TEXT = "text"
    """HTML, Markdown or plain text; which, is seen once it is decoded."""


MOST_UNPACKED = 100 << 20
MOST_RATIO = 200
MOST_MEMBERS = 5_000
SNIFFED = 1 << 16
"""Bytes looked at."""
MOST_CONTROL = 0.02
"""The share of control characters from which bytes are no text."""

_BOMS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_SAVE_AS = "Save it as PDF, Word (.docx), HTML, Markdown or plain text, and import that."
_OTHERS = (
    (b"\xd0\xcf\x11\xe0", f"is an old Word file, or one locked with a password. {_SAVE_AS}"),
    (b"{\\rtf", f"is an RTF file. {_SAVE_AS}"),
    (b"\x89PNG", "is a picture. Its text must be recognised first, by a program for OCR."),
    (b"\xff\xd8\xff", "is a picture. Its text must be recognised first, by a program for OCR."),
    (b"GIF8", "is a picture. Its text must be recognised first, by a program for OCR."),
    (b"\x1f\x8b", "is a packed archive. Unpack it and import the document inside."),
    (b"7z\xbc\xaf", "is a packed archive. Unpack it and import the document inside."),
    (b"Rar!", "is a packed archive. Unpack it and import the document inside."),
    (b"SQLite format 3", f"is a database. {_SAVE_AS}"),
    (b"PK\x05\x06", "is an empty archive. Import the document itself."),
)
_PACKED = (
    ("ppt/", f"is a presentation. {_SAVE_AS}"),
    ("xl/", f"is a spreadsheet. {_SAVE_AS}"),
    ("content.opf", f"is an e-book. {_SAVE_AS}"),
    ("META-INF/container.xml", f"is an e-book. {_SAVE_AS}"),
    ("content.xml", f"is an OpenDocument file. {_SAVE_AS}"),
    ("collection.anki", "is an Anki package. Import it with the command import_anki."),
)


def format_of(content: bytes) -> Format:
    """What `content` is. Raise `Refused` for what is empty, no document, packed too tightly, or of no use here."""
    if not content.strip(b" \t\r\n\x0b\x0c\x00\xef\xbb\xbf"):
        raise Refused("is empty. Choose another file, or save it again.")
    if b"%PDF-" in content[:1024]:
        return Format.PDF
    for start, sentence in _OTHERS:
        if content.startswith(start):
            raise Refused(sentence)
    if content.startswith(b"PK\x03\x04"):
        return _packed(content)
    head = content[:SNIFFED]
    if not head.startswith(_BOMS) and (b"\x00" in head or len(_CONTROL.findall(head)) > MOST_CONTROL * len(head)):
        raise Refused(f"is not a text that can be read here. {_SAVE_AS}")
    return Format.TEXT


def _packed(content: bytes) -> Format:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            members = archive.infolist()
    except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError) as error:
        raise Refused("is damaged: it begins like a Word file but cannot be unpacked. Save it again.") from error
    names = [member.filename for member in members]
    if "word/document.xml" in names:
        _check_packing(members)
        return Format.DOCX
    for start, sentence in _PACKED:
        if any(name.startswith(start) or name.endswith(f"/{start}") for name in names):
            raise Refused(sentence)
    raise Refused("is an archive without a Word document. Unpack it and import the document inside.")


def _check_packing(members: list[zipfile.ZipInfo]) -> None:
    """Raise `Refused` before anything is unpacked when it would be too much, or leave its folder."""
    if any(member.flag_bits & 1 for member in members):
        raise Refused("is locked with a password. Save it without one and import it again.")
    is_bomb = sum(member.file_size for member in members) > MOST_UNPACKED or any(
        member.file_size > MOST_RATIO * max(1, member.compress_size) for member in members
    )
    if is_bomb or len(members) > MOST_MEMBERS:
        raise Refused("unpacks to far more than a document holds. Save it again, or copy its text and paste it here.")
    if any(member.filename.startswith(("/", "\\")) or ".." in member.filename.split("/") for member in members):
        raise Refused("is built to write outside its folder and was not opened. Save it again with a word processor.")
