"""A PDF in, its blocks out: lines by their place and size become paragraphs and headings. The doorway to pypdfium2."""

from __future__ import annotations

import re
from collections import Counter
from ctypes import c_double
from dataclasses import dataclass

import pypdfium2
import pypdfium2.raw as pdfium

from questions.sources.blocks import Block, Shape

from .errors import Refused
from .marks import settle
from .parts import Parts
from .pdf_lines import Line, paragraphs_of

MOST_PAGES = 3_000
MOST_CHARACTERS = 25_000_000
LEAST_TEXT = 20
"""Characters a page has, on average over the pages, unless they are pictures."""


def read_pdf(content: bytes) -> Parts:
    """The parts of the PDF `content`. Raise `Refused` when it is locked, damaged, far too long, or all pictures."""
    document = _opened(content)
    if len(document) > MOST_PAGES:
        raise Refused(f"has {len(document):,} pages, more than the {MOST_PAGES:,} that can be read. Split it.")
    lines: list[Line] = []
    characters = 0
    for number in range(len(document)):
        found, length = _lines_of(document, number)
        lines += found
        characters += length
        if characters > MOST_CHARACTERS:
            raise Refused("holds more text than can be read at once. Split it, or import a chapter.")
    if sum(len(line.text) for line in lines) < LEAST_TEXT * max(1, min(len(document), 10)):
        raise Refused(
            "holds pictures of pages and no text. Let a program for text recognition (OCR) read it first, "
            "then import what that saves."
        )
    return _parts(lines, _title_of(document))


def _opened(content: bytes) -> pypdfium2.PdfDocument:
    try:
        return pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower() or "security" in str(error).lower():
            raise Refused("is locked with a password. Save a copy without one and import that.") from error
        raise Refused("is a damaged PDF. Open it in a PDF reader and save it again.") from error


def _lines_of(document: pypdfium2.PdfDocument, number: int) -> tuple[list[Line], int]:
    """The lines of one page, top first, and how many characters it has; a page that cannot be read has none."""
    try:
        page = document[number]
        text_page = page.get_textpage()
    except pypdfium2.PdfiumError:
        return [], 0
    try:
        count = text_page.count_chars()
        if count > MOST_CHARACTERS:
            return [], count
        return _read_lines(text_page, number, page.get_height()), count
    finally:
        text_page.close()
        page.close()


def _read_lines(text_page: pypdfium2.PdfTextPage, number: int, height: float) -> list[Line]:
    """The lines as PDFium parts them, each with its size and place, taken from its middle and its first letter."""
    lines = []
    codes = [pdfium.FPDFText_GetUnicode(text_page.raw, place) for place in range(text_page.count_chars())]
    start = 0
    for place, code in enumerate([*codes, 10]):
        if code not in {10, 13}:
            continue
        text = "".join(map(_character, codes[start:place]))
        if text.strip():
            first = start + len(text) - len(text.lstrip())
            size = pdfium.FPDFText_GetFontSize(text_page.raw, (first + place - 1) // 2)
            left, bottom = _corner(text_page, first)
            last = _corner(text_page, start + len(text.rstrip()) - 1)[1]
            lines.append(Line(text.strip(), number, round(size, 1), left, height - bottom, height - last, height))
        start = place + 1
    return lines


def _character(code: int) -> str:
    """PDFium writes a hyphen at the end of a line as 2, and what has no character as 0 or 0xFFFE."""
    if code == 2:
        return "\u00ad"
    return chr(code) if 31 < code < 0x110000 and code not in {0xFFFE, 0xFFFF} else " "


def _corner(text_page: pypdfium2.PdfTextPage, place: int) -> tuple[float, float]:
    box = [c_double() for _ in range(4)]
    pdfium.FPDFText_GetCharBox(text_page.raw, place, *box)
    return box[0].value, box[2].value


def _title_of(document: pypdfium2.PdfDocument) -> str:
    said = " ".join(str(document.get_metadata_dict().get("Title", "")).split())
    return "" if re.search(r"\.\w{2,4}$|^untitled|^microsoft word", said, re.IGNORECASE) else said[:300]


@dataclass(frozen=True, slots=True)
class _Sizes:
    body: float
    headings: tuple[float, ...]

    def level(self, size: float) -> int:
        return self.headings.index(size) + 1 if size in self.headings else 0


def _parts(lines: list[Line], title: str) -> Parts:
    paragraphs = paragraphs_of(lines)
    weights: Counter[float] = Counter()
    for paragraph in paragraphs:
        weights[paragraph.size] += len(paragraph.text)
    body = weights.most_common(1)[0][0] if weights else 0.0
    larger = sorted({one.size for one in paragraphs if one.size > 1.12 * body and len(one.text) < 160}, reverse=True)
    sizes = _Sizes(body, tuple(larger[:5]))
    found = (_block(one.text, one.page, sizes.level(one.size)) for one in paragraphs if one.size > 0.8 * body)
    return Parts([block for block in found if block], title)


def _block(text: str, page: int, level: int) -> Block | None:
    """Small print, such as footnotes, was left out before; a long text in large type is a paragraph."""
    is_heading = level and len(text) < 160 and not re.search(r"[.;,]$", text)
    return settle(text, Shape.HEADING if is_heading else Shape.PARAGRAPH, page + 1, level if is_heading else 0)
