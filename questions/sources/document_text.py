"""The text of a document in; out come its paragraphs, each found by its section and number, with its hash."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from questions.text.fold import fold

from .blocks import Block, Shape, Signal, read_blocks
from .extraction.rows import is_known
from .markup import normalise

IN_BRIEF = "In brief"
"""The section of what a table of facts says, each row of it that can be asked for a paragraph."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One block of text. `path` are the headings above it, outermost first; `number` counts from 1 under the last.

    `gloss` is what its heading says besides its name. `line` is where it begins in the file. `signals` are the words
    that links, bold type or a definition set apart, where the format had any.
    """

    path: tuple[str, ...]
    number: int
    text: str
    line: int
    gloss: str = ""
    signals: tuple[Signal, ...] = ()
    row: tuple[str, str] | None = None
    """The label and the value, where the paragraph is a row of a table of facts."""

    @property
    def section(self) -> str:
        """The nearest heading; empty before the first."""
        return self.path[-1] if self.path else ""

    @property
    def sha256(self) -> str:
        """The hash of the normalised paragraph, 64 hexadecimal digits."""
        return hashlib.sha256(normalise(self.text).encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class DocumentText:
    """The paragraphs of a document in order. `rows` are (label, value) of its tables of facts, such as an infobox."""

    title: str
    paragraphs: Sequence[Paragraph]
    rows: tuple[tuple[str, str], ...] = ()

    @property
    def sections(self) -> tuple[str, ...]:
        """The headings with text of their own, each once, in order."""
        return tuple(dict.fromkeys(paragraph.section for paragraph in self.paragraphs))

    def find(self, section: str, number: int) -> Paragraph | None:
        """Paragraph `number` of `section`, or None.

        An empty section is the text under the title, before the first other heading. A heading without text of its
        own stands for all that is below it. Headings are compared folded. Where one stands twice at the same place, its
        paragraphs are counted on; where it stands under different headings, the first counts.
        """
        wanted = fold(section or self.title)
        own = [one for one in self.paragraphs if fold(one.section) == wanted]
        below = [one for one in self.paragraphs if wanted in map(fold, one.path)]
        found = [one for one in own if one.path == own[0].path] or below
        return found[number - 1] if 0 < number <= len(found) else None


def read_document(text: str) -> DocumentText:
    """The document that `text` is: Markdown or plain text, as messy as it comes. Never raises."""
    return document_of(read_blocks(text))


def document_of(blocks: Sequence[Block], *, title: str = "", rows: tuple[tuple[str, str], ...] = ()) -> DocumentText:
    """The document that `blocks` make up, called `title` where none of its headings is one."""
    above: list[Block] = []
    counted: dict[tuple[str, ...], int] = {}
    paragraphs = []
    for block in blocks:
        if block.shape is Shape.HEADING:
            above = [heading for heading in above if heading.level < block.level] + [block]
            continue
        path = tuple(heading.text for heading in above if heading.level > 1 or len(above) == 1)
        counted[path] = counted.get(path, 0) + 1
        gloss = above[-1].gloss if above else ""
        paragraphs.append(Paragraph(path, counted[path], block.text, block.line, gloss, block.signals))
    kept = dict.fromkeys(row for row in rows if is_known(*row))
    for number, row in enumerate(kept, start=1):
        paragraphs.append(Paragraph((IN_BRIEF,), number, f"{row[0]}: {row[1]}", 0, row=row))
    titles = (block.text for block in blocks if block.shape is Shape.HEADING and block.level == 1)
    return DocumentText(next(titles, title), tuple(paragraphs), rows)
