"""Where a link leads and its words in; what kind of signal it is, out."""

from __future__ import annotations

import re
from urllib.parse import unquote

from questions.sources.blocks import SignalKind

_PAGE = re.compile(r"(?!(?:mailto|javascript|tel|data):)[^#]", re.IGNORECASE)
_BEHIND_PATH = re.compile(r"[?#].*$|/+$", re.DOTALL)
_SUFFIX = re.compile(r"\.(?:html?|md|php|aspx?)$", re.IGNORECASE)
_QUALIFIER = re.compile(r"[\s_-]*\([^()]*\)$")
_WORD = re.compile(r"[^\W_]+")
_ENDING = re.compile(r"(?:ies|es|s|y)$")
LONGEST_TARGET = 500


def kind_of_link(target: str, words: str) -> SignalKind:
    """An anchor within the page or no page at all; a named link where the page it leads to is called as its words are,
    in the singular or the plural; any other link."""
    if not _PAGE.match(target):
        return SignalKind.ANCHOR
    path = _BEHIND_PATH.sub("", target[:LONGEST_TARGET])
    name = _QUALIFIER.sub("", _SUFFIX.sub("", unquote(path.rpartition("/")[2])))
    return SignalKind.NAMED if _stems(name) == _stems(words) else SignalKind.LINK


def _stems(words: str) -> list[str]:
    return [_ENDING.sub("", word) for word in _WORD.findall(words.lower())]
