"""A field with Anki's gaps like `{{c1::1871::year}}` in; its words and gaps in order out. Plain Python."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TypeAlias

from .anki_html import words_of

OPEN, HINT, CLOSE = "\ue000", "\ue001", "\ue002"
"""Signs for private use: they stand for braces and colons while the HTML around them is read."""

SIGN = re.compile(r"\{\{c\d+::|\}\}|::")
GAP = re.compile(f"{OPEN}([^{CLOSE}]*){CLOSE}")


@dataclass(frozen=True, slots=True)
class Gap:
    answer: str
    hint: str = ""


Piece: TypeAlias = str | Gap


class GapError(ValueError):
    """The gaps cannot be told apart; the sentence says why."""


def gaps_of(html: str) -> tuple[Piece, ...]:
    """The pieces of a field; joined again, gaps by their answers, they are its plain sentence.

    Raise `GapError` where a gap stands within another or never ends.
    """
    text = words_of(_marked(html)).text
    pieces: list[Piece] = []
    end = 0
    for found in GAP.finditer(text):
        answer, _, hint = found[1].partition(HINT)
        before = text[end : found.start()]
        is_apart = answer.startswith(" ") and before and not before.endswith(" ")
        pieces += [f"{before} " if is_apart else before, Gap(answer.strip(), hint.strip())]
        end = found.end()
        if answer.endswith(" ") and text[end : end + 1] not in {"", " "}:
            pieces.append(" ")
    pieces.append(text[end:])
    return tuple(piece for piece in pieces if piece and piece != Gap(""))


def _marked(html: str) -> str:
    """The field with each gap's ends, and the first `::` in it, replaced by signs that no HTML means anything by."""
    parts: list[str] = []
    end, is_open, is_hinted = 0, False, False
    clean = re.sub("[\ue000-\ue002]", "", html)
    for found in SIGN.finditer(clean):
        sign = found[0]
        parts.append(clean[end : found.start()])
        end = found.end()
        if sign.startswith("{{"):
            if is_open:
                raise GapError("It has a gap within a gap.")
            is_open, is_hinted = True, False
            parts.append(OPEN)
        elif sign == "}}" and is_open:
            is_open = False
            parts.append(CLOSE)
        elif sign == "::" and is_open and not is_hinted:
            is_hinted = True
            parts.append(HINT)
        else:
            parts.append(sign)
    if is_open:
        raise GapError("It has a gap that never ends.")
    return "".join([*parts, clean[end:]])
