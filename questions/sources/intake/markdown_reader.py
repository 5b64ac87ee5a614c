"""Markdown in, its blocks out. The doorway to markdown-it-py; HTML within it is read as HTML."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.token import Token

from questions.sources.blocks import LONGEST_HEADING, Shape, SignalKind

from .html_reader import read_html
from .joining import joined
from .links import kind_of_link
from .marks import CLOSE, OPEN, settle, without_marks
from .parts import Parts

PIECE = 2_000_000
"""Characters that are parsed at a time: their tokens take up to a hundred times as much memory."""
LONGEST_BLOCK = 2_000_000
"""Characters. A single table, list or fence that is longer is no Markdown that somebody wrote."""
_MARKS = {
    "strong_open": OPEN[SignalKind.BOLD],
    "strong_close": CLOSE[SignalKind.BOLD],
    "softbreak": "\n",
    "hardbreak": "\n",
}
_IS_MARKED = re.compile(r"[\\`*_\[<&]")


class EndlessBlock(Exception):
    """A block of the text is longer than a block may be."""


def read_markdown(text: str, *, piece: int = PIECE, longest: int = LONGEST_BLOCK) -> Parts:
    """The parts of `text`. Code, pictures and tables are no text; a table of two columns gives rows.

    It is parsed piece by piece, so that memory does not grow with it. A piece ends where an outermost block ends, so
    every table, list and fence is whole, and the parts are the same as those of the text parsed at once. Raise
    `EndlessBlock` for one of about `longest` characters or more.
    """
    reader = _Reader(re.sub(r"\r\n?", "\n", text), piece, longest)
    if "]:" in text and len(text) > piece:  # a link may lead to where a later piece says
        for _ in reader.pieces():
            reader.env.pop("duplicate_refs", None)
    for tokens, line in reader.pieces():
        reader.read(tokens, line)
    reader.parts.blocks = list(joined(reader.parts.blocks))
    return reader.parts


class _Reader:
    """The walk through one text; `env` holds what its links refer to."""

    def __init__(self, text: str, piece: int, longest: int) -> None:
        self.text, self.piece, self.longest, self.parts = text, piece, longest, Parts()
        self.parser, self.env = _parser(), dict[str, Any]()

    def pieces(self) -> Iterator[tuple[list[Token], int]]:
        """The blocks of each piece, and how many lines stand before it."""
        start, line, reach = 0, 0, self.piece
        while start < len(self.text):
            end = self.text.find("\n", start + reach) + 1 or len(self.text)
            if end - start > self.longest + self.piece:
                raise EndlessBlock
            tokens = self.parser.parse(self.text[start:end], self.env)
            if end < len(self.text) and (last := _last_of(tokens)) is not None:  # it may go on behind the end
                lines, tokens = (tokens[last].map or [0])[0], tokens[:last]
                end = _behind(self.text, start, lines)
            if end == start:
                if reach >= self.longest:
                    raise EndlessBlock
                reach *= 2
                continue
            yield tokens, line
            line += self.text.count("\n", start, end)
            start, reach = end, self.piece

    def read(self, tokens: list[Token], before: int) -> None:
        """Add what these blocks say to the parts."""
        shape, level = Shape.PARAGRAPH, 0
        row: list[str] | None = None
        for token in tokens:
            if token.type in {"heading_open", "list_item_open"}:
                is_heading = token.type == "heading_open"
                shape, level = (Shape.HEADING, int(token.tag[1])) if is_heading else (Shape.ITEM, 0)
            elif token.type in {"heading_close", "list_item_close"}:
                shape, level = Shape.PARAGRAPH, 0
            elif token.type in {"tr_open", "tr_close"}:
                row = _row(self.parts, token, row)
            elif token.type == "inline" and row is not None:
                row.append(self._cell(token))
            elif token.type == "inline":
                self._add(token, shape, level, before)
            elif token.type == "html_block":
                _add_html(self.parts, token)

    def _add(self, token: Token, shape: Shape, level: int, before: int) -> None:
        """A heading that runs on like a paragraph is one: a line drawn under it made it a heading."""
        line = before + token.map[0] + 1 if token.map else 0
        if shape is Shape.HEADING and len(token.content.split()) > 2 * LONGEST_HEADING:
            shape, level = Shape.PARAGRAPH, 0
        if block := settle(self._words(token), shape, line, level):
            self.parts.blocks.append(block)

    def _cell(self, token: Token) -> str:
        block = settle(self._words(token), Shape.TABLE, 0)
        return block.text if block else ""

    def _words(self, token: Token) -> str:
        """What is written there, with marks where links and bold type begin and end."""
        if not _IS_MARKED.search(token.content):
            return token.content
        children: list[Token] = []
        self.parser.inline.parse(token.content, self.parser, self.env, children)
        return _words_of(children)


def _last_of(tokens: list[Token]) -> int | None:
    """The place where the last outermost block begins; None where there is no block at all."""
    places = range(len(tokens) - 1, -1, -1)
    return next((place for place in places if tokens[place].level == 0 and tokens[place].nesting >= 0), None)


def _behind(text: str, start: int, lines: int) -> int:
    """The place behind so many lines from `start` on."""
    for _ in range(lines):
        start = text.find("\n", start) + 1
    return start


def _row(parts: Parts, token: Token, row: list[str] | None) -> list[str] | None:
    """The cells of a row that begins; at its end, two of them are a label and its value."""
    if token.type == "tr_open":
        return []
    if row and len(row) == 2 and all(row):
        parts.rows.append((row[0].rstrip(":"), row[1]))
    return None


class _Parser(MarkdownIt):
    """Leaves where a link leads as it is written."""

    def normalizeLink(self, url: str) -> str:  # noqa: N802 - the library's name
        return url


def _parser() -> MarkdownIt:
    """Parses blocks alone; what stands in their lines is parsed as it is needed."""
    return _Parser("commonmark", {"html": True}).enable("table").disable(["code", "inline", "text_join"])


def _words_of(inline: list[Token]) -> str:
    """The words of a line with marks where links and bold type begin and end; pictures and tags are gone."""
    words: list[str] = []
    link: tuple[str, int] = ("", 0)
    for child in inline:
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


def _add_html(parts: Parts, token: Token) -> None:
    if not token.content.strip().strip("</>"):
        return
    found = read_html(f"<html><body>{token.content}</body></html>")
    parts.blocks.extend(found.blocks)
    parts.rows.extend(found.rows)
