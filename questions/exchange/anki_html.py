"""The HTML of an Anki field in; its words as plain text, and what cannot be words, out. Plain Python.

The standard library's parser takes quadratic time for some texts and stumbles over others; a field comes from anyone.
What is read here takes time in proportion to its length and never raises.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import unescape

_BREAKS = "br div p li tr td th ul ol dl dt dd table hr h1 h2 h3 h4 h5 h6 blockquote pre"
BREAKS = frozenset(_BREAKS.split())
UNSEEN = frozenset({"script", "style", "title", "template"})
_PICTURES = "img svg video audio object embed iframe canvas math anki-mathjax"
PICTURES = frozenset(_PICTURES.split())
TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9-]*)[^<>]*>")
SOUND = re.compile(r"\[(?:sound|anki:play):[^\[\]]*\]")
CONTROLS = dict.fromkeys([*range(0x20), 0x7F])
FORMULA = re.compile(r"\[(latex|\$\$?)\]|\\[(\[]")


@dataclass(frozen=True, slots=True)
class Words:
    """What a field says, on one line. `has_picture`: it shows more than words can tell, such as a formula."""

    text: str
    has_picture: bool = False
    has_sound: bool = False


def words_of(html: str) -> Words:
    """The words of a field, entities resolved, tags, comments and scripts left out. Broken HTML is read as text."""
    if not any(sign in html for sign in "<&[\\"):
        return Words(on_one_line(html))
    silent = SOUND.sub(" ", _without_comments(html))
    parts: list[str] = []
    end = unseen = 0
    has_picture = False
    for tag in TAG.finditer(silent):
        if not unseen:
            parts.append(unescape(silent[end : tag.start()]))
        end, name = tag.end(), tag[2].lower()
        has_picture = has_picture or name in PICTURES
        if name in UNSEEN:
            unseen = max(0, unseen - 1) if tag[1] else unseen + 1
        if name in BREAKS:
            parts.append(" ")
    if not unseen:
        parts.append(unescape(silent[end:]))
    text = on_one_line("".join(parts))
    return Words(text, has_picture or bool(FORMULA.search(text)), bool(SOUND.search(html)))


def on_one_line(text: str) -> str:
    """The text with single spaces and without control characters, which no database need take."""
    return " ".join(text.split()).translate(CONTROLS)


def _without_comments(html: str) -> str:
    parts: list[str] = []
    end = 0
    while (start := html.find("<!--", end)) >= 0 and (close := html.find("-->", start)) >= 0:
        parts.append(html[end:start])
        end = close + 3
    return "".join([*parts, html[end:]])
