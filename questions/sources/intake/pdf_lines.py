"""The lines of a PDF's pages in, its paragraphs out: running heads and page numbers go, broken words are mended."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

EDGE = 0.1
"""The share of a page at its top and at its foot where running heads stand."""
REPEATED = 3
"""Pages on which the same line at an edge is a running head."""
WIDE_GAP = 1.45
"""Times the common distance of lines: from here on a new paragraph begins."""
FAR = 2.0
"""Times its size: so far below the end of a sentence a paragraph begins, whatever the common distance is."""
_ENDS = re.compile(r"[.!?…:;][\"'”’)\]]*$")


@dataclass(frozen=True, slots=True)
class Line:
    """`size` in points; `left` and `top` of its first letter's foot in points from the page's upper left corner.

    `foot` is that of its last letter: a word broken at the end of a line makes one of two lines.
    """

    text: str
    page: int
    size: float
    left: float
    top: float
    foot: float
    height: float


@dataclass(frozen=True, slots=True)
class Paragraph:
    text: str
    page: int
    size: float


def paragraphs_of(lines: list[Line]) -> list[Paragraph]:
    """The paragraphs in order; one that stops in mid-sentence at the end of a page or column goes on in the next."""
    kept = _without_running_heads(lines)
    gap = _common_gap(kept)
    runs: list[list[Line]] = []
    for line in kept:
        if runs and not _begins(runs[-1], line, gap):
            runs[-1].append(line)
        else:
            runs.append([line])
    return list(_joined(Paragraph(_text(run), run[0].page, run[0].size) for run in runs))


def _without_running_heads(lines: list[Line]) -> list[Line]:
    pages: defaultdict[str, set[int]] = defaultdict(set)
    for line in lines:
        if _is_at_edge(line):
            pages[_shape(line)].add(line.page)
    heads = {shape for shape, found in pages.items() if len(found) >= REPEATED}
    numbers = re.compile(
        r"[-–—\s]*(?:page\s+)?(?:\d{1,4}|[ivxlc]{1,7})(?:\s*(?:/|of)\s*\d{1,4})?[-–—\s]*", re.IGNORECASE
    )
    return [
        line for line in lines if not (_is_at_edge(line) and (_shape(line) in heads or numbers.fullmatch(line.text)))
    ]


def _is_at_edge(line: Line) -> bool:
    return not EDGE < line.top / max(line.height, 1.0) < 1 - EDGE


def _shape(line: Line) -> str:
    return re.sub(r"\d+", "0", line.text.casefold())


def _common_gap(lines: list[Line]) -> float:
    gaps: defaultdict[float, int] = defaultdict(int)
    for one, two in pairwise(lines):
        if one.page == two.page and 0 < two.top - one.foot < 4 * max(one.size, 1.0):
            gaps[round(two.top - one.foot, 1)] += 1
    return max(gaps, key=lambda gap: (gaps[gap], -gap)) if gaps else 0.0


def _begins(run: list[Line], line: Line, gap: float) -> bool:
    """Whether `line` begins a paragraph after the lines of `run`."""
    last = run[-1]
    if abs(last.size - line.size) > 0.06 * max(last.size, line.size):
        return True
    if last.page != line.page or line.top < last.top - line.size:
        return True
    if gap and line.top - last.foot > WIDE_GAP * gap:
        return True
    if line.top - last.foot > FAR * line.size and _ENDS.search(last.text):
        return True
    is_indented = line.left - min(one.left for one in run[-3:]) > 0.8 * line.size
    return is_indented and len(run) > 1 and bool(_ENDS.search(last.text))


def _text(run: list[Line]) -> str:
    """One text of the lines; a word broken at the end of one is whole again."""
    out = ""
    for line in run:
        if out.endswith("\u00ad") or (re.search(r"[a-z]-$", out) and line.text[:1].islower()):
            out = out[:-1] + line.text
        else:
            out = f"{out} {line.text}" if out else line.text
    return out.replace("\u00ad", "")


def _joined(paragraphs: Iterator[Paragraph]) -> Iterator[Paragraph]:
    current: Paragraph | None = None
    for paragraph in paragraphs:
        if current is None:
            current = paragraph
        elif paragraph.page != current.page and _goes_on(current, paragraph):
            current = replace(current, text=_broken(current.text, paragraph.text))
        else:
            yield current
            current = paragraph
    if current is not None:
        yield current


def _goes_on(one: Paragraph, two: Paragraph) -> bool:
    return one.size == two.size and len(one.text.split()) >= 8 and not _ENDS.search(one.text)


def _broken(one: str, two: str) -> str:
    return one[:-1] + two if re.search(r"[a-z]-$", one) and two[:1].islower() else f"{one} {two}"
