"""The HTML of an Anki field in; its words as plain text, and what cannot be words, out. Plain Python."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html.parser import HTMLParser

BREAKS = frozenset({"br", "div", "p", "li", "tr", "ul", "ol", "table", "hr", "h1", "h2", "h3", "h4", "h5", "h6", "td"})
UNSEEN = frozenset({"script", "style", "title", "template"})
PICTURES = frozenset({"img", "svg", "video", "audio", "object", "iframe", "canvas", "anki-mathjax"})
SOUND = re.compile(r"\[(?:sound:[^\]]*|anki:play:[^\]]*)\]")
FORMULA = re.compile(r"\[(latex|\$\$?)\]|\\[(\[]")


@dataclass(frozen=True, slots=True)
class Words:
    """What a field says: its lines joined by spaces. `has_picture`: it shows more than words can tell."""

    text: str
    has_picture: bool = False
    has_sound: bool = False


def words_of(html: str) -> Words:
    """The words of a field. Never raises: HTML that is broken is read as far as it goes."""
    if "<" not in html and "&" not in html and "[" not in html and "\\" not in html:
        return Words(" ".join(html.split()))
    silent = SOUND.sub(" ", html)
    reader = _Reader()
    reader.feed(silent)
    reader.close()
    text = " ".join("".join(reader.parts).split())
    return Words(text, reader.has_picture or bool(FORMULA.search(text)), silent != html)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self.has_picture = False
        self.unseen = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.has_picture = self.has_picture or tag in PICTURES
        self.unseen += tag in UNSEEN
        if tag in BREAKS:
            self.parts.append(" ")

    def handle_endtag(self, tag: str) -> None:
        self.unseen = max(0, self.unseen - (tag in UNSEEN))
        if tag in BREAKS:
            self.parts.append(" ")

    def handle_data(self, data: str) -> None:
        if not self.unseen:
            self.parts.append(data)
