"""The text of a document in, its blocks out: headings, paragraphs, items of lists, figures and tables.

Blank lines part blocks. Where a document has Markdown headings, those are its headings; elsewhere a heading is a short
line alone, without a full stop, above a paragraph. A paragraph that stops in mid-sentence goes on in the next block.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from .markup import strip_markup


class Shape(StrEnum):
    """What a block is. A figure is the name of an image with its caption; a table is lines that are no sentences."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    FIGURE = "figure"
    TABLE = "table"


class SignalKind(StrEnum):
    """What the markup said about some words of a block: a link, bold, or a term that is defined there.

    A link is named where the page it leads to is called so, and an anchor where it leads to a place of the same page.
    """

    LINK = "link"
    NAMED = "named"
    ANCHOR = "anchor"
    BOLD = "bold"
    TERM = "term"


LINKS = frozenset({SignalKind.LINK, SignalKind.NAMED, SignalKind.ANCHOR})


@dataclass(frozen=True, slots=True)
class Signal:
    """Characters `start` to `end` of a block's text that its markup set apart."""

    kind: SignalKind
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Block:
    """One block, without its markup. `level` is a heading's depth, 1 for a title; `line` counts from 1.

    `gloss` is what the heading of an entry says in a few words behind the entry's name. `signals` are what the markup
    set apart, where a format with markup was read.
    """

    shape: Shape
    text: str
    line: int
    level: int = 0
    gloss: str = ""
    signals: tuple[Signal, ...] = ()


PLAIN_HEADING = 2
"""The level of a heading that is only a line alone, below the title and above the heading of an entry."""
ENTRY = 3
LONGEST_HEADING = 12
"""Words."""
LEAST_SENTENCE = 8
"""Words from which a block can be one that was broken in mid-sentence."""
CAPTIONED = 3
"""Lines that a figure with its caption has at most."""
EVEN = 0.6
"""Lines of a wrapped paragraph, but the last, are at least this share of the longest."""

_HEADING = re.compile(r"(#{1,6})\s+(.+?)\s*#*")
_ITEM = re.compile(r"\s*(?:[-*+•]|\d{1,3}[.)])\s+\S")
_FIGURE = re.compile(r"\.(?:png|jpe?g|gif|svg|webp|tiff?)\s*$|^\s*!\[", re.IGNORECASE)
_ENTRY = re.compile(r"\s*<(?P<tag>\w+)[^<>]*>(?P<name>[^<>]+)</(?P=tag)>(?P<gloss>[^<>.]*)")
_ENDS = re.compile(r"[.!?…][\"'”’)\]]*$")
_STOPS = re.compile(r"[.!?…,;:]$")


def read_blocks(text: str, *, join: Callable[[list[Block]], Iterator[Block]] | None = None) -> tuple[Block, ...]:
    """The blocks of `text` in order; empty ones are left out. Any text can be read, none raises.

    `join` puts together what was broken in mid-sentence; without it every block without a full stop goes on.
    """
    pieces = list(_pieces(text))
    has_marks = any(_HEADING.fullmatch(lines[0]) for _, lines in pieces)
    blocks = [block for line, lines in pieces for block in _shaped(lines, line) if block.text]
    return tuple((join or _joined)(blocks if has_marks else _with_plain_headings(blocks)))


def _pieces(text: str) -> Iterator[tuple[int, list[str]]]:
    """Runs of lines between blank lines, each with the number of its first line; Markdown headings stand alone."""
    lines: list[str] = []
    start = 1
    for number, line in enumerate(text.replace("\u00a0", " ").splitlines(), start=1):
        if lines and (not line.strip() or _HEADING.fullmatch(line) or _HEADING.fullmatch(lines[0])):
            yield start, lines
            lines = []
        if line.strip():
            start = start if lines else number
            lines.append(line)
    if lines:
        yield start, lines


def _shaped(lines: list[str], line: int) -> Iterator[Block]:
    if heading := _HEADING.fullmatch(lines[0]):
        yield Block(Shape.HEADING, strip_markup(heading[2]), line, len(heading[1]))
    elif len(lines) == 1 and (entry := _ENTRY.fullmatch(lines[0])):
        yield Block(Shape.HEADING, strip_markup(entry["name"]), line, ENTRY, strip_markup(entry["gloss"]))
    elif _ITEM.match(lines[0]):
        yield from _items(lines, line)
    else:
        yield Block(_shape_of(lines), strip_markup(" ".join(lines)), line)


def _items(lines: list[str], line: int) -> Iterator[Block]:
    starts = [at for at, text in enumerate(lines) if _ITEM.match(text)]
    for at, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        yield Block(Shape.ITEM, strip_markup(" ".join(lines[at:end])), line + at)


def _shape_of(lines: list[str]) -> Shape:
    if len(lines) <= CAPTIONED and any(_FIGURE.search(line) for line in lines):
        return Shape.FIGURE
    longest = max(map(len, lines))
    is_wrapped = all(len(line) >= EVEN * longest for line in lines[:-1])
    return Shape.PARAGRAPH if is_wrapped else Shape.TABLE


def _with_plain_headings(blocks: list[Block]) -> list[Block]:
    """The blocks with lines that are headings told from lines that are not, going backwards from what they head."""
    found: list[Block] = []
    heads_text = False
    for place, block in reversed(list(enumerate(blocks))):
        if _may_be_heading(block) and (heads_text or place == 0):
            found.append(replace(block, shape=Shape.HEADING, level=PLAIN_HEADING if place else 1))
            continue
        found.append(block)
        heads_text = block.shape is Shape.HEADING or _is_prose(block) or (heads_text and block.shape is Shape.FIGURE)
    return found[::-1]


def _may_be_heading(block: Block) -> bool:
    return (
        block.shape is Shape.PARAGRAPH
        and len(block.text.split()) <= LONGEST_HEADING
        and not _STOPS.search(block.text)
        and not block.text[0].islower()
    )


def _is_prose(block: Block) -> bool:
    return block.shape is Shape.PARAGRAPH and len(block.text.split()) >= LEAST_SENTENCE


def _joined(blocks: list[Block]) -> Iterator[Block]:
    """The blocks, those that stop in mid-sentence joined with the paragraph that follows."""
    current: Block | None = None
    for block in blocks:
        if current is None:
            current = block
        elif _is_broken(current) and block.shape is Shape.PARAGRAPH:
            current = replace(current, text=f"{current.text} {block.text}")
        else:
            yield current
            current = block
    if current is not None:
        yield current


def _is_broken(block: Block) -> bool:
    is_text = block.shape in {Shape.PARAGRAPH, Shape.ITEM}
    return is_text and len(block.text.split()) >= LEAST_SENTENCE and not _ENDS.search(block.text)
