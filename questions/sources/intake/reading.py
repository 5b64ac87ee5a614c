"""The bytes of a document in, its parts without furniture out; runs in the child, within its limits."""

from __future__ import annotations

import re
from contextlib import suppress

from questions.sources.blocks import Block, Shape

from .decoding import decode
from .docx_reader import read_docx
from .errors import Refused
from .furniture import without_furniture
from .html_reader import read_html
from .markdown_reader import EndlessBlock, read_markdown
from .parts import Parts
from .pdf_reader import read_pdf
from .plain_reader import read_plain
from .sniffing import Format, format_of

MOST_WORK = 22_000_000
"""What reading Markdown may cost, in characters; a text that costs more is read as plain text. All 20 MB of prose are
within it, and 7 MB where every tenth word is a link or bold; it takes some 10 of the child's 20 seconds."""
COST_OF_SIGN = 36
SIGNS = "*_`[<&\\|"
"""What has to be looked at closely: it costs as much as so many other characters."""
LONGEST_PARAGRAPH = 20_000
"""Characters. A text without any break is parted at sentences, so that every place in it can be cited."""
LEAST_TAGS = 3
_PAGE = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL
)
_TAGS = re.compile(r"</(?:p|div|h[1-6]|li|table|section|article)>", re.IGNORECASE)
_MARKS = re.compile(r"^#{1,6}\s+\S|\]\([^()\s]*\)|\*\*\S[^*\n]*\*\*|^```|^\|.*\|\s*$|^.+\n={3,}\s*$", re.MULTILINE)


def read(content: bytes) -> Parts:
    """The headings and paragraphs of `content`, whatever it is. Raise `Refused` when there are none, saying why."""
    parts = _read(content)
    parts.blocks = [piece for block in without_furniture(parts.blocks) for piece in _parted(block)]
    if not any(block.shape is not Shape.HEADING for block in parts.blocks):
        raise Refused(
            "holds no sentences that could be asked about, only headings, links or tables. Paste the text itself."
        )
    return parts


def _read(content: bytes) -> Parts:
    found = format_of(content)
    if found is Format.PDF:
        return read_pdf(content)
    if found is Format.DOCX:
        return read_docx(content)
    return _read_text(decode(content))


def _read_text(text: str) -> Parts:
    head = text[: 1 << 17]
    if _PAGE.match(head) or (head.lstrip().startswith("<") and len(_TAGS.findall(head)) >= LEAST_TAGS):
        return read_html(text)
    if head.lstrip().startswith("<?xml"):
        raise Refused("is XML, not a page. Save it as HTML, Markdown or plain text, and import that.")
    if _MARKS.search(head) and len(text) + COST_OF_SIGN * sum(map(text.count, SIGNS)) <= MOST_WORK:
        with suppress(EndlessBlock):
            return read_markdown(text)
    return read_plain(text)


def _parted(block: Block) -> list[Block]:
    """`block` itself, or pieces of it that end where sentences do."""
    if len(block.text) <= LONGEST_PARAGRAPH:
        return [block]
    pieces, start = [], 0
    while start < len(block.text):
        end = start + LONGEST_PARAGRAPH
        if end < len(block.text):
            stop = max(block.text.rfind(mark, start, end) for mark in (". ", "! ", "? ", "。"))
            end = stop + 1 if stop > start else end
        if piece := block.text[start:end].strip():
            pieces.append(Block(block.shape, piece, block.line))
        start = end
    return pieces
