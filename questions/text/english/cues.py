"""The title of a document and a wording in; out comes the title where the wording needs it to tell what it is about.

A learner meets a question days later, among those of other documents: “Apollo 11: The disk carries messages from ___.”
"""

from __future__ import annotations

import re
from functools import lru_cache

from questions.text.fold import unaccent

from .tokens import FUNCTION

MOST_WORDS = 6
"""Of a title that is read at a glance."""
LEAST_SHARED = 4
"""Letters with which two words begin that come from one another: Angola, Angolan."""
_WORD = re.compile(r"[^\W_]+")
_CALLED_BY_PLACE = re.compile(
    r"(?:untitled|document|lecture|chapter|part|section|unit|week|lesson|notes?|handout|slides?|page|module|"
    r"introduction|overview)\b.*|.*[.!?:]|.*(?:\.\w{2,4}|_).*",
    re.IGNORECASE,
)
"""Titles that say where a text stands and not what it is about."""


def cue_for(title: str, wording: str, answer: str) -> str:
    """`title`, or “” where `wording` names enough of it, or where it would tell a part of `answer`."""
    stems = _stems(title)
    if not stems:
        return ""
    said = unaccent(wording).lower()
    named = sum(stem in said and re.search(rf"\b{re.escape(stem)}", said) is not None for stem in stems)
    if named * 2 >= len(stems) or _tells(stems, answer):
        return ""
    return title


def with_cue(cue: str, wording: str) -> str:
    return f"{cue}: {wording}" if cue else wording


@lru_cache(maxsize=16)
def _stems(title: str) -> tuple[str, ...]:
    """What the naming words of a title begin with; none where the title is no cue."""
    if not title or len(title.split()) > MOST_WORDS or _CALLED_BY_PLACE.fullmatch(title):
        return ()
    named = re.sub(r"\s*\(.*\)$|,.*$", "", title)
    words = [word.lower() for word in _WORD.findall(unaccent(named)) if word.lower() not in FUNCTION]
    return tuple(word[: max(LEAST_SHARED, len(word) - 2)] for word in words if len(word) >= LEAST_SHARED - 1)


def _tells(stems: tuple[str, ...], answer: str) -> bool:
    words = [word for word in _WORD.findall(unaccent(answer).lower()) if len(word) >= LEAST_SHARED]
    return any(word.startswith(stem[:LEAST_SHARED]) for word in words for stem in stems)
