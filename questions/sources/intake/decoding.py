"""The bytes of a text in, its characters out: by its mark, as UTF-8, line by line where encodings mix, or by guess.

The doorway to charset-normalizer.
"""

from __future__ import annotations

import codecs
import re

from charset_normalizer import from_bytes

SAMPLED = 1 << 16
"""Bytes from which an encoding is guessed."""
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED = re.compile(rb"<meta[^>]{0,200}?charset=[\"']?\s*([A-Za-z0-9_-]{1,40})", re.IGNORECASE)
_INVISIBLE = re.compile(
    "[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\ue000-\ue0ff\x00-\x08\x0e-\x1f]"
)
"""Marks of direction, joints and controls that no reader sees, and the private characters that intake itself uses."""


def decode(content: bytes) -> str:
    """The text of `content` without invisible marks, its lines ended by a newline. Any bytes can be read."""
    return _INVISIBLE.sub("", _characters(content).replace("\r\n", "\n").replace("\r", "\n"))


def _characters(content: bytes) -> str:
    for mark, name in _MARKS:
        if content.startswith(mark):
            return content.decode(name, errors="replace")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        pass
    foreign = [line for line in content.split(b"\n") if not line.isascii()]
    in_utf8 = sum(_is_utf8(line) for line in foreign)
    if in_utf8 * 2 >= len(foreign):
        return "\n".join(_line(line) for line in content.split(b"\n"))
    return content.decode(_guessed(content, b"\n".join(foreign)), errors="replace")


def _is_utf8(line: bytes) -> bool:
    try:
        line.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _line(line: bytes) -> str:
    return line.decode("utf-8") if _is_utf8(line) else line.decode("cp1252", errors="replace")


def _guessed(content: bytes, foreign: bytes) -> str:
    """What the page declares, else what its foreign lines look like; Western where they look like nothing clear."""
    if declared := _DECLARED.search(content[:4096]):
        name = declared[1].decode("ascii")
        if _is_known(name):
            return name
    best = from_bytes(foreign[:SAMPLED]).best()
    letters = best.alphabets if best else []
    is_western = not letters or all(name.startswith(("Basic", "Latin", "General")) for name in letters)
    return "cp1252" if best is None or is_western else best.encoding


def _is_known(name: str) -> bool:
    try:
        return codecs.lookup(name).name not in {"utf-8", "ascii"}
    except LookupError:
        return False
