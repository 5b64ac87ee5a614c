"""A page of HTML in, its blocks out, without its furniture. The doorway to lxml; linear in the page's length."""

from __future__ import annotations

import re

from lxml import etree

from questions.sources.blocks import Shape, SignalKind

from .errors import Refused
from .html_furniture import has_name_of_furniture, is_furniture, is_note
from .links import kind_of_link
from .marks import CLOSE, OPEN, settle
from .parts import Parts

HEADINGS = {f"h{level}": level for level in range(1, 7)}
BLOCKS = frozenset(
    "p div section article main header body html ul ol li dl dt dd blockquote pre address center details summary tr td "
    "th tbody thead tfoot table caption fieldset hr hgroup".split()
)
SIGNALS = {
    "b": SignalKind.BOLD,
    "strong": SignalKind.BOLD,
    "dfn": SignalKind.TERM,
    "dt": SignalKind.TERM,
}
MOST_OF_PAGE = 0.5
DEEPEST = 200
LONGEST_NAME = 200
"""Characters of a link that are compared with where it leads."""
_INFOBOX = re.compile(r"(?:^|[\s_-])(?:infobox|factbox|fact-box|vcard|biota)", re.IGNORECASE)
_SITE = re.compile(r"\s+[|·–—-]\s+[^|·–—-]{2,60}$")


def read_html(text: str) -> Parts:
    """The parts of the page `text`. Raise `Refused` when there is nothing in it that a person could read."""
    parser = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True)
    root = etree.fromstring(text.encode("utf-8", "replace"), parser)
    if root is None:
        raise Refused("holds no text. Open the page in a browser, save it again, or copy its text and paste it here.")
    page = _Page(root)
    page.walk(_body_of(root, page.total), 0)
    page.flush()
    page.parts.title = _title_of(root)
    return page.parts


class _Page:
    """The walk through one page: `run` collects the words of the block that is being read."""

    def __init__(self, root: etree._Element) -> None:
        self.parts = Parts()
        self.total = _length_of_paragraphs(root)
        self.run: list[str] = []
        self.shape, self.level = Shape.PARAGRAPH, 0

    def flush(self) -> None:
        if block := settle("".join(self.run), self.shape, len(self.parts.blocks) + 1, self.level):
            self.parts.blocks.append(block)
        self.run.clear()

    def walk(self, element: etree._Element, depth: int) -> None:
        """Read `element` and what is in it, but not its tail."""
        tag = element.tag if isinstance(element.tag, str) else ""
        if not tag or depth > DEEPEST or self.is_dropped(element, tag):
            return
        if tag == "table" and not self.is_layout(element):
            self.parts.rows.extend(_rows_of(element))
        elif tag == "br":
            self.run.append("\n")
        elif tag in BLOCKS or tag in HEADINGS:
            self.flush()
            was = self.shape, self.level
            if tag in HEADINGS:
                self.shape, self.level = Shape.HEADING, HEADINGS[tag]
            elif tag in {"li", "dd"}:
                self.shape, self.level = Shape.ITEM, 0
            self.inside(element, tag, depth)
            if tag == "dt":
                self.run.append(": ")
            else:
                self.flush()
            self.shape, self.level = was
        else:
            self.inside(element, tag, depth)

    def inside(self, element: etree._Element, tag: str, depth: int) -> None:
        kind = _kind_of_link(element) if tag == "a" else SIGNALS.get(tag)
        if kind:
            self.run.append(OPEN[kind])
        self.run.append(element.text or "")
        for child in element:
            if child.tag == "dd" and self.run[-1:] == [": "]:
                self.inside(child, "dd", depth + 1)
                self.flush()
            else:
                self.walk(child, depth + 1)
            self.run.append(child.tail or "")
        if kind:
            self.run.append(CLOSE[kind])

    def is_dropped(self, element: etree._Element, tag: str) -> bool:
        attributes = element.attrib
        if is_furniture(tag, attributes):
            return True
        if tag == "sup":
            return is_note(tag, "".join(element.itertext()))
        if not has_name_of_furniture(tag, attributes):
            return False
        return _length_of_paragraphs(element) <= MOST_OF_PAGE * self.total or not self.total

    def is_layout(self, table: etree._Element) -> bool:
        """A table that only places the text on the page: it holds most of the paragraphs."""
        return self.total > 0 and _length_of_paragraphs(table) > MOST_OF_PAGE * self.total


def _kind_of_link(element: etree._Element) -> SignalKind:
    words, length = [], 0
    for piece in element.itertext():
        words.append(piece)
        length += len(piece)
        if length > LONGEST_NAME:
            break
    return kind_of_link(element.get("href", ""), "".join(words))


def _body_of(root: etree._Element, total: int) -> etree._Element:
    """The innermost part that says it is the text and holds most of it; else the whole page."""
    for path in (".//article", ".//main", ".//*[@role='main']"):
        for found in root.iterfind(path):
            if total and _length_of_paragraphs(found) > 0.8 * total and found.find(".//h1") is not None:
                return found
    return root


def _length_of_paragraphs(element: etree._Element) -> int:
    return sum(len("".join(one.itertext())) for one in element.iter("p"))


def _rows_of(table: etree._Element) -> list[tuple[str, str]]:
    """(label, value) of each row with one heading and one cell."""
    is_infobox = bool(_INFOBOX.search(table.get("class", "")))
    rows = []
    for row in table.iter("tr"):
        cells = [cell for cell in row if cell.tag in {"th", "td"}]
        if len(cells) == 2 and cells[1].tag == "td" and (cells[0].tag == "th" or is_infobox):
            label, value = (settle(" ".join(cell.itertext()), Shape.TABLE, 0) for cell in cells)
            if label and value:
                rows.append((label.text.rstrip(":"), value.text))
    return rows


def _title_of(root: etree._Element) -> str:
    """What the page calls itself, without the name of the site behind it."""
    found = root.find(".//title")
    said = " ".join("".join(found.itertext()).split()) if found is not None else ""
    return _SITE.sub("", said)
