"""Plain texts, keys and titles in; what may safely stand in an Anki field, deck name, tag or GUID out. No Django."""

from __future__ import annotations

import base64
import hashlib
import re
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from collections.abc import Hashable, Sequence

APPLICATION = "recollect"
"""Stands in every GUID: GUIDs meet across all decks of a person, whoever made them."""

REPLACEMENTS: dict[int, str | None] = {
    **dict.fromkeys((*range(0x09), *range(0x0B, 0x20), 0x7F)),  # U+001F parts fields
    **dict.fromkeys(range(0xD800, 0xE000), "\ufffd"),  # half a character cannot be written as UTF-8
    ord("&"): "&amp;",
    ord("<"): "&lt;",
    ord(">"): "&gt;",
    ord('"'): "&quot;",
    ord("{"): "&#123;",  # {{…}} would be read as a field or a cloze
    ord("}"): "&#125;",
    ord("["): "&#91;",  # [sound:…] and [latex] would be obeyed
    ord("\n"): "<br>",
}
UNSHOWN = re.compile("[\x00-\x1f\x7f\ud800-\udfff]+")
SPECIAL = re.compile('[\x00-\x08\x0a-\x1f\x7f&<>"{}\\[\ud800-\udfff]')


def field(text: str) -> str:
    """`text` as an Anki field shows it letter by letter: escaped, without control characters, line breaks kept."""
    return text.translate(REPLACEMENTS) if SPECIAL.search(text) else text


def cloze(before: str, answer: str, after: str) -> str:
    """An Anki field with one deletion, the answer. Two colons in it would begin a hint: they become entities."""
    return f"{field(before)}{{{{c1::{field(answer).replace('::', '&#58;&#58;')}}}}}{field(after)}"


def web_address(link: str) -> str:
    """`link` as a field if it leads to a web page, else nothing: a card's link is followed inside Anki."""
    try:
        is_web = urlsplit(link).scheme in {"http", "https"}
    except ValueError:
        return ""
    return field(link) if is_web else ""


def deck_part(title: str) -> str:
    """One level of a deck's name. Anki parts levels at `::`, so colons never stand together or at an end."""
    shown = " ".join(UNSHOWN.sub(" ", title).split())
    return re.sub(r":(?=:)", ": ", shown).strip(" :") or "Untitled"


def deck_name(*titles: str) -> str:
    """The name of a nested deck, outermost title first."""
    return "::".join(deck_part(title) for title in titles)


def tag(*keys: str) -> str:
    """A nested tag, `recollect::bank::unit`. Anki parts tags at spaces."""
    return "::".join([APPLICATION, *(re.sub(r"[\s:\x00-\x1f]+", "-", key) for key in keys)])


def guid(fact_key: str) -> str:
    """The GUID of a fact's note: 15 bytes of the SHA-256 of application and key, in base 64. Never of the wording."""
    digest = hashlib.sha256(f"{APPLICATION}\x1f{fact_key}".encode("utf-8", "replace")).digest()
    return base64.urlsafe_b64encode(digest[:15]).decode()


def stable_id(*parts: str) -> int:
    """A deck's or note type's id, fixed for ever by its name: 2^30 ≤ id < 2^31 (source: genanki's advice)."""
    digest = hashlib.sha256("\x1f".join((APPLICATION, *parts)).encode("utf-8", "replace")).digest()
    return (1 << 30) | (int.from_bytes(digest[:4], "big") & ((1 << 30) - 1))


def spread(statements: Sequence[Hashable]) -> list[int]:
    """The order in which a unit's facts are first shown, as indexes into `statements` (each fact's statement).

    The j-th of a statement's m facts stands at (j + i/n)/m of the way, i of n being the statement's place: facts of one
    statement lie a share of 1/m of the unit apart, and statements keep their order.
    """
    place: dict[Hashable, int] = {}
    size: dict[Hashable, int] = {}
    earlier = []
    for statement in statements:
        place.setdefault(statement, len(place))
        earlier.append(size.get(statement, 0))
        size[statement] = earlier[-1] + 1
    n = max(len(place), 1)
    at = [(j + place[s] / n) / size[s] for s, j in zip(statements, earlier, strict=True)]
    return sorted(range(len(statements)), key=lambda index: (at[index], earlier[index], place[statements[index]]))
