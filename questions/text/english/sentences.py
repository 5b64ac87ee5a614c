"""A paragraph in, the places of its sentences out."""

from __future__ import annotations

import re

_ABBREVIATION_WORDS = """
    mr mrs ms dr prof st sr jr gen col lt capt sgt rev hon sen rep gov vs v cf ca c approx no vol pp p ed eds inc ltd co
    corp mt ft jan feb mar apr jun jul aug sept sep oct nov dec i.e e.g u.s u.k d.c a.m p.m b.c a.d ph.d al fl b d r
    bros est fig messrs pres adm maj brig gens cols vols nos etc
"""
_ABBREVIATIONS = frozenset(_ABBREVIATION_WORDS.split())
_MAY_END = frozenset("no etc al inc co ltd corp jr d.c u.s".split())
"""Abbreviations after which a sentence may well end."""
_OPENER = re.compile(r"\s+(?:The|In|It|He|She|This|A|On|By|At|For|However|They|During|After)\b")
_END = re.compile(r"""[.!?](?:[.!?]*["”’')\]]*(?=\s+["“‘'(\[]?[A-Z0-9À-Þ])|(?<=[a-z]{3}\.)(?=[A-Z][a-z]))""")
LONGEST_WORD = 64
"""Characters before a full stop in which an abbreviation is looked for."""
_LAST_WORD = re.compile(r"([\w.]*\w)\.$")
_INITIAL, _INITIALS = re.compile(r"[A-Z]"), re.compile(r"(?:[a-z]\.)+[a-z]")


def split_sentences(text: str) -> list[tuple[int, int]]:
    """The start and end of every sentence, without the space around it. Never raises; an empty text has none."""
    places, start = [], 0
    for end in _END.finditer(text):
        if end.group().startswith(".") and _is_abbreviation(text[start : end.end()].rstrip("\"”’')]"), text, end.end()):
            continue
        places.append((start, end.end()))
        start = end.end()
    places.append((start, len(text)))
    return [trimmed for place in places if (trimmed := _trimmed(text, *place))[0] < trimmed[1]]


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), end - len(piece) + len(piece.rstrip())


def _is_abbreviation(head: str, text: str, end: int) -> bool:
    """Whether the full stop that `head` ends with belongs to its last word; `text` goes on at `end`."""
    found = _LAST_WORD.search(head, max(head.rfind(" ") + 1, len(head) - LONGEST_WORD))
    if not found or head.endswith(("..", "°C.", "°F.")):
        return False
    word = found[1].lower()
    if _INITIAL.fullmatch(found[1]) or word in {"e.g", "i.e"}:
        return True
    opens = bool(_OPENER.match(text, end))
    if _INITIALS.fullmatch(word):
        return not opens
    return word in _ABBREVIATIONS and not (word in _MAY_END and opens)
