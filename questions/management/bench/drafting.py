"""A text of our own in; how fast it is drafted, and whether memory stays flat as it grows, out."""

from __future__ import annotations

import tracemalloc
from time import process_time

from questions.generation.drafts import draft
from questions.sources.document_text import read_document
from questions.sources.extraction import extract

PARAGRAPH = (
    "The survey of Lake Orin began in {year}, when Captain Ida Field left Port Ellis with {men} men and three boats. "
    "In May {year} the party reached Mount Kettle, which Field named after her teacher Tomas Kettle (1801–1866). "
    "The Royal Society of Esk paid {sum} pounds for the maps, because the older ones showed no harbour. "
    "By the autumn of {year} the Treaty of Ellis had given the northern shore to the Kingdom of Dun. "
)


def text_of(kilobytes: int) -> str:
    """An encyclopedia's prose, invented, with other numbers in each paragraph."""
    parts, size, number = ["# The survey of Lake Orin"], 0, 0
    while size < 1000 * kilobytes:
        number += 1
        one = PARAGRAPH.format(year=1700 + number % 290, men=12 + number % 80, sum=f"{100 + number:,}")
        parts.append(one)
        size += len(one)
    return "\n\n".join(parts)


def drafting(kilobytes: int = 200) -> dict[str, float]:
    """Kilobytes a second of processor time, and the peak of memory for this much and for four times as much."""
    began = process_time()
    drafted = _drafted(kilobytes)
    seconds = process_time() - began
    small, large = _peak(kilobytes // 4), _peak(kilobytes)
    return {
        "kilobytes": kilobytes,
        "drafts": drafted,
        "kilobytes_a_second": round(kilobytes / seconds, 1),
        "peak_megabytes_quarter": small,
        "peak_megabytes": large,
    }


def _drafted(kilobytes: int) -> int:
    document = read_document(text_of(kilobytes))
    return sum(1 for _ in draft(extract(document), document))


def _peak(kilobytes: int) -> float:
    tracemalloc.start()
    try:
        _drafted(kilobytes)
        return round(tracemalloc.get_traced_memory()[1] / 1e6, 1)
    finally:
        tracemalloc.stop()
