"""Markdown in, its blocks out. The doorway to markdown-it-py; HTML within it is read as HTML."""

from __future__ import annotations

from markdown_it import MarkdownIt
from markdown_it.token import Token

from questions.sources.blocks import LONGEST_HEADING, Shape, SignalKind

from .html_reader import read_html
from .joining import joined
from .links import kind_of_link
from .marks import CLOSE, OPEN, settle, without_marks
from .parts import Parts

_MARKS = {
    "strong_open": OPEN[SignalKind.BOLD],
    "strong_close": CLOSE[SignalKind.BOLD],
    "softbreak": "\n",
    "hardbreak": "\n",
}


def read_markdown(text: str) -> Parts:
    """The parts of `text`. Code, pictures and tables are no text; a table of two columns gives rows."""
    parts = Parts()
    shape, level = Shape.PARAGRAPH, 0
    row: list[str] | None = None
    for token in _parser().parse(text):
        if token.type in {"heading_open", "list_item_open"}:
            is_heading = token.type == "heading_open"
            shape, level = (Shape.HEADING, int(token.tag[1])) if is_heading else (Shape.ITEM, 0)
        elif token.type in {"heading_close", "list_item_close"}:
            shape, level = Shape.PARAGRAPH, 0
        elif token.type in {"tr_open", "tr_close"}:
            row = _row(parts, token, row)
        elif token.type == "inline":
            _add(parts, token, shape, level) if row is None else row.append(_cell(token))
        elif token.type == "html_block":
            _add_html(parts, token)
    parts.blocks = list(joined(parts.blocks))
    return parts


def _row(parts: Parts, token: Token, row: list[str] | None) -> list[str] | None:
    """The cells of a row that begins; at its end, two of them are a label and its value."""
    if token.type == "tr_open":
        return []
    if row and len(row) == 2 and all(row):
        parts.rows.append((row[0].rstrip(":"), row[1]))
    return None


def _parser() -> MarkdownIt:
    return MarkdownIt("commonmark", {"html": True}).enable("table").disable("code")


def _add(parts: Parts, token: Token, shape: Shape, level: int) -> None:
    """A heading that runs on like a paragraph is one: a line drawn under it made it a heading."""
    line = token.map[0] + 1 if token.map else 0
    if shape is Shape.HEADING and len(token.content.split()) > 2 * LONGEST_HEADING:
        shape, level = Shape.PARAGRAPH, 0
    if block := settle(_words(token), shape, line, level):
        parts.blocks.append(block)


def _words(token: Token) -> str:
    """The words of a line with marks where links and bold type begin and end; pictures and tags are gone."""
    words: list[str] = []
    link: tuple[str, int] = ("", 0)
    for child in token.children or []:
        if child.type in _MARKS:
            words.append(_MARKS[child.type])
        elif child.type == "link_open":
            link = (str(child.attrs.get("href", "")), len(words))
        elif child.type == "link_close":
            target, start = link
            kind = kind_of_link(target, without_marks("".join(words[start:])))
            words.insert(start, OPEN[kind])
            words.append(CLOSE[kind])
        elif child.type in {"text", "code_inline", "text_special"}:
            words.append(child.content)
        elif child.type == "html_inline" and child.content.lower().startswith("<br"):
            words.append("\n")
    return "".join(words)


def _cell(token: Token) -> str:
    block = settle(_words(token), Shape.TABLE, 0)
    return block.text if block else ""


def _add_html(parts: Parts, token: Token) -> None:
    if not token.content.strip().strip("</>"):
        return
    found = read_html(f"<html><body>{token.content}</body></html>")
    parts.blocks.extend(found.blocks)
    parts.rows.extend(found.rows)
