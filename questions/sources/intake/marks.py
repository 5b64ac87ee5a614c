"""Words with marks where markup began and ended in, clean text and its signals out.

Readers write a private character where a link, bold type or a term begins and ends; `settle` takes them out again
after footnote marks are gone and white space is single, so that places are exact.
"""

from __future__ import annotations

import re

from questions.sources.blocks import Block, Shape, Signal, SignalKind

OPEN = {
    SignalKind.LINK: "\ue000",
    SignalKind.BOLD: "\ue002",
    SignalKind.TERM: "\ue004",
    SignalKind.NAMED: "\ue006",
    SignalKind.ANCHOR: "\ue008",
}
CLOSE = {kind: chr(ord(mark) + 1) for kind, mark in OPEN.items()}
_KIND = {mark: kind for marks in (OPEN, CLOSE) for kind, mark in marks.items()}
_M = "[\ue000-\ue009]*"
_NOTE = re.compile(
    rf"\s?{_M}\[{_M}\s*(?:(?:\d{{1,4}}|[a-z]|[ivx]{{1,4}})(?:\s*[,–-]\s*\d{{1,4}})*|(?:note|nb|n|fn|ref)\.?\s*\d{{1,3}}"
    rf"|(?:[a-z-]+ ){{0,3}}needed"
    rf"|(?:according to )?(?:whom|who|when|where|which|why|how|clarify|dubious|sic|edit|update)\??"
    rf"(?:\s*[–-]\s*discuss)?)\s*{_M}\]{_M}(?::\s?\d{{1,4}}(?!\d))?",
    re.IGNORECASE,
)
_SPLIT = re.compile("([\ue000-\ue009])")


def settle(raw: str, shape: Shape, line: int, level: int = 0) -> Block | None:
    """The block of `raw`, or None where nothing is left of it."""
    out: list[str] = []
    length = 0
    opened: dict[SignalKind, int] = {}
    signals: list[Signal] = []
    for piece in _SPLIT.split(_without_notes(raw)):
        if kind := _KIND.get(piece):
            if piece in OPEN.values():
                opened[kind] = length
            elif kind in opened:
                signals.append(Signal(kind, opened.pop(kind), length))
            continue
        text = re.sub(r"\s+", " ", piece)
        if text.startswith(" ") and (not out or out[-1].endswith(" ")):
            text = text[1:]
        if text:
            out.append(text)
            length += len(text)
    text = "".join(out).rstrip()
    kept = (_trimmed(signal, text) for signal in signals)
    return Block(shape, text, line, level, signals=tuple(one for one in kept if one)) if text else None


def without_marks(raw: str) -> str:
    """`raw` as it was before marks were put into it."""
    return "".join(piece for piece in _SPLIT.split(raw) if piece not in _KIND)


def _without_notes(raw: str) -> str:
    """`raw` without footnote marks; marks of markup around one go with it, in pairs."""
    return _NOTE.sub(lambda found: "".join(_unpaired(found[0])), raw) if "[" in raw else raw


def _unpaired(note: str) -> list[str]:
    left: list[str] = []
    for mark in _SPLIT.findall(note):
        if left and mark in CLOSE.values() and left[-1] in OPEN.values():
            left.pop()
        else:
            left.append(mark)
    return left


def _trimmed(signal: Signal, text: str) -> Signal | None:
    said = text[signal.start : signal.end]
    start = signal.start + len(said) - len(said.lstrip())
    end = signal.start + len(said.rstrip())
    return Signal(signal.kind, start, end) if end > start else None
