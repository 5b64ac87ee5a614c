"""The links and bold words of a paragraph in; out come the lower-case terms that they mark, and spans bounded by them.

Who wrote the page marked a term whole, so that its boundaries are trusted. A capitalised name that is marked changes
nothing: pages mark names at random.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from questions.sources.blocks import SignalKind
from questions.text.english.lexicon import REMEMBERED, load
from questions.text.english.spans import Span, SpanKind
from questions.text.english.tokens import AUXILIARIES, FUNCTION, PREPOSITIONS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from questions.sources.blocks import Signal

MARKED = "marked"
"""The grain of a term that the page marked."""
INTRODUCED = "term"
"""The grain of a term behind “called” or “known as”, whose end the words behind it hide."""
_TERM = re.compile(r"[a-zà-þ][a-zà-þ’'-]+(?: [a-zà-þ][a-zà-þ’'-]*){0,3}")
_ARTICLE = re.compile(r"(?:the|an?|its|their|his|her) ")
_REST_OF_WORD = re.compile(r"[a-zà-þ]*")
_LOOSE_WORDS = """
    new old large small great good major minor main same different various certain other many few several such own
    modern early late former recent current eleven twelve hundred thousand million billion
"""
LOOSE = frozenset(_LOOSE_WORDS.split()) | FUNCTION | AUXILIARIES | PREPOSITIONS
"""What no term begins with."""
_NUMBER = re.compile(r"\w+teen|\w+ty")
_INNER = frozenset(["of", "de", "in"])
_NO_NOUN = ("ly", "ic", "al", "ous", "ed")
"""How a word ends that no dictionary has and that is hardly a noun."""

_UNTOLD = frozenset("name term word phrase acronym abbreviation season period example".split())
"""What a term that is only talked with ends on."""
_WEIGHTS = {SignalKind.LINK: -1.3, SignalKind.NAMED: 0.0, SignalKind.BOLD: 0.3, SignalKind.TERM: 1.0}
"""What each proves, in the points of `marked.py`; words that name the page they lead to are surely a term."""


class Mark(NamedTuple):
    """Words that a page set apart, and what that proves: a link more where it leads to what is called so."""

    text: str
    weight: float


def marks_in(signals: Iterable[Signal], paragraph: str, start: int, end: int) -> list[Mark]:
    """The lower-case phrases of up to four words that are marked in `paragraph[start:end]`, each once."""
    found: dict[str, float] = {}
    for signal in signals:
        weight = _WEIGHTS.get(signal.kind)
        is_within = start <= signal.start and signal.end <= end
        if is_within and weight is not None and (text := _term_of(paragraph, signal)):
            found[text] = max(found.get(text, weight), weight)
    return [Mark(text, weight) for text, weight in found.items()]


def _term_of(paragraph: str, signal: Signal) -> str:
    """The marked words to the end of the last, without an article; '' where they are no lower-case noun phrase."""
    if not paragraph[signal.start].islower() or paragraph[signal.start - 1 : signal.start].isalnum():
        return ""
    behind = _REST_OF_WORD.match(paragraph, signal.end)
    words = paragraph[signal.start : behind.end() if behind else signal.end]
    words = _ARTICLE.sub("", words, count=1) if _ARTICLE.match(words) else words
    return words if _TERM.fullmatch(words) and is_phrase(words) else ""


@lru_cache(maxsize=REMEMBERED)
def is_phrase(term: str) -> bool:
    """Whether lower-case words read as a noun phrase that is more than filler, and nobody's job."""
    lexicon, (*others, head) = load(), term.split()
    tags = lexicon.tags.get(head) or lexicon.tags.get(lexicon.singular(head), "")
    if not (tags.startswith("n") if tags else _may_be_noun(head)):
        return False
    first = others[0] if others else head
    if first in LOOSE or head in FUNCTION or _NUMBER.fullmatch(first) or lexicon.tags.get(first, "").startswith("r"):
        return False
    if head in _UNTOLD or any(word in LOOSE and word not in _INNER for word in others):
        return False
    if any(lexicon.third_base(word) and not lexicon.is_noun(word) for word in others):
        return False
    return lexicon.noun_class(head) != "P" and not ("of" in others and lexicon.verb_base(first))


def _may_be_noun(word: str) -> bool:
    lexicon = load()
    return not (lexicon.verb_base(word) or lexicon.third_base(word) or word.endswith(_NO_NOUN))


def span_of(mark: Mark, text: str) -> Span | None:
    """The one place of the mark in the statement `text`; None where it stands there twice, or not as it was."""
    places = [found.span() for found in re.finditer(rf"(?<![\w-]){re.escape(mark.text)}(?![\w-])", text)]
    return Span(*places[0], mark.text, SpanKind.TERM, MARKED) if len(places) == 1 else None


def bounded(spans: Iterable[Span], marks: Sequence[Span], best: Span | None) -> Iterator[Span]:
    """The spans with the `best` mark among them; a term of them whose boundaries a mark contradicts gets the mark's."""
    for span in spans:
        if span.kind is SpanKind.TERM:
            mended = _mended(span, marks)
            best = None if best and mended.start < best.end and best.start < mended.end else best
            yield mended
        else:
            yield span
    if best:
        yield best


def _mended(span: Span, marks: Sequence[Span]) -> Span:
    for mark in marks:
        goes_on = span.grain == INTRODUCED and mark.end < span.end
        opens = _ARTICLE.fullmatch(f"{span.text[: max(0, mark.start - span.start)].strip()} ")
        if _tears(span, mark) or ((span.start == mark.start or opens) and (goes_on or mark.end == span.end)):
            return mark._replace(grain=span.grain)
    return span


def is_torn_by(span: Span, marks: Sequence[Span]) -> bool:
    """Whether a boundary of `span` lies within a mark."""
    return any(_tears(span, mark) for mark in marks)


def _tears(span: Span, mark: Span) -> bool:
    return mark.start < span.start < mark.end or mark.start < span.end < mark.end
