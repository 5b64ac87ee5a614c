"""One block of Markdown, HTML or plain text in; the words a reader sees out, without links and footnote marks."""

from __future__ import annotations

import html
import re
import unicodedata

_IMAGE = re.compile(r"!\[([^\]]*)\]\([^)]*\)")
_LINK = re.compile(r"\[((?:\\.|[^\[\]\\])*)\]\((?:\\.|[^()\\\s]|\([^()\s]*\))*(?:\s+\"[^\"]*\")?\)")
_TAG = re.compile(r"</?[A-Za-z][^<>]*>")
_CITATION = re.compile(
    r"\s*\[\s*(?:\d{1,3}|[a-z]|(?:citation|clarification|verification|page|source)s? needed|who\?)\s*\]"
)
_EMPHASIS = re.compile(r"(?<![\w*\\])(\*{1,3}|_{1,3})(?=\S)(.+?)(?<=[^\s\\])\1(?![\w*])")
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+.!<>|~-])")
_SPACE_BEFORE = re.compile(r"\s+(?=[,.;:!?)])")
_STRAIGHT = str.maketrans("“”„«»‘’‚‐‑", '"""""\'\'\'--')


def strip_markup(block: str) -> str:
    """The text of one block with single spaces: links and images become their words, footnote marks vanish."""
    text = _IMAGE.sub(r"\1", block)
    while (once := _LINK.sub(r"\1", text)) != text:
        text = once
    text = html.unescape(_TAG.sub("", text))
    text = _EMPHASIS.sub(r"\2", _CITATION.sub("", text))
    return " ".join(_ESCAPED.sub(r"\1", text).split())


def normalise(text: str) -> str:
    """A paragraph as it is hashed: composed characters, straight quotes, plain hyphens, single spaces."""
    straight = unicodedata.normalize("NFC", text).translate(_STRAIGHT)
    return " ".join(_SPACE_BEFORE.sub("", straight).split())
