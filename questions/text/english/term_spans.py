"""A sentence in, the terms that it introduces out: what is called, known as or termed something, what is quoted."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .clauses import count_verbs
from .lexicon import load
from .spans import Span, SpanKind, Taken

if TYPE_CHECKING:
    from collections.abc import Iterable

_STOP = r"(?=[.,;)]|\s+(?:and|or|which|that|in|by|of|because|for|from|is|was|after|to|when|if|with|on)\b)"
_INTRODUCED = re.compile(
    r"\b(?:known (?:simply |also )?as|called|termed|named|referred to as|nicknamed|dubbed|defined as)\s+"
    rf"(?:the\s+|a\s+|an\s+)?(?:[\"“‘'](?P<quoted>[^\"”’']{{3,40}})[\"”’']|(?P<term>[a-z][a-z-]+(?:\s+[a-z][a-z-]+){{0,2}}){_STOP})"
)
_DEFINED = re.compile(
    r"^(?:An?|The)\s+(?P<term>[a-z][a-z-]+(?:\s+[a-z][a-z-]+){0,2})\s+(?:is|was|are)\s+(?:an?|the|any)\s"
)
_QUOTED = re.compile(r"[\"“](?P<quoted>[A-Za-z][a-z-]+(?:\s[A-Za-z][a-z-]+){1,3})[\"”](?P<end>[.,]?$)?")
_CALLED_SO = re.compile(r"\b(?:an?|the|as)\s(?:[\w-]+\s)?$")
"""What goes before quoted words that end a sentence, where they say what something is."""
_LIGHT = frozenset("example exception result part number group way kind type form reason case term name word".split())
_NOT_FIRST = frozenset("them him for to in by on upon after his her it its their up the a an".split())
_NOT_LAST = (" and", " or", " of", " in", " by")


def terms_in(text: str, spans: Iterable[Span]) -> list[Span]:
    """The terms that `text` introduces, outside the places that `spans` hold."""
    taken, found = Taken(spans), []
    for match in _INTRODUCED.finditer(text):
        group = "quoted" if match["quoted"] else "term"
        if taken.is_free(*match.span(group)) and (span := _worth(match, group)):
            found.append(span)
            taken.take(span.start, span.end)
    defined = _DEFINED.match(text)
    if defined and taken.is_free(*defined.span("term")) and _is_compound(defined["term"]):
        found.append(Span(*defined.span("term"), defined["term"], SpanKind.TERM, "defined"))
    return found


def quoted_in(text: str, spans: Iterable[Span]) -> list[Span]:
    """The expressions of two to four words that stand in quotation marks, outside the places that `spans` hold."""
    taken = Taken(spans)
    found = (
        match
        for match in _QUOTED.finditer(text)
        if taken.is_free(*match.span("quoted")) and (match["end"] is None or _CALLED_SO.search(text[: match.start()]))
    )
    return [
        Span(*match.span("quoted"), match["quoted"], SpanKind.TERM, "quoted")
        for match in found
        if not match["quoted"].lower().startswith(("the ", "a ", "an ")) and not count_verbs(match["quoted"])
    ]


def _worth(match: re.Match[str], group: str) -> Span | None:
    text = _without_participle(match[group].rstrip(",."))
    first, _, others = text.partition(" ")
    if others and first.endswith("ly") and load().tags.get(first, "r").startswith("r"):
        first, text = others.split()[0], others
    if first in _NOT_FIRST or text.endswith(_NOT_LAST):
        return None
    start = match.start(group) + match[group].index(text)
    return Span(start, start + len(text), text, SpanKind.TERM, group)


def _without_participle(term: str) -> str:
    """Of “oars lashed” with ropes only what is called so."""
    words = term.split()
    is_plural = len(words) > 1 and words[-2].endswith("s")
    return " ".join(words[:-1]) if is_plural and words[-1].endswith("ed") and load().verb_base(words[-1]) else term


def _is_compound(term: str) -> bool:
    """Whether a defined term is more than one plain word, so that a gap for it has one right filling."""
    lexicon, words = load(), term.split()
    if words[-1] in _LIGHT:
        return False
    return lexicon.is_noun(words[-1]) and (len(words) > 1 or not lexicon.noun_class(words[0]))
