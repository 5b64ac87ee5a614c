"""The spans of a statement in; out come the two names that it joins with “and”, as one answer."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from questions.text.english.lexicon import load
from questions.text.english.spans import Span, SpanKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from .name_types import NameTypes

PAIR = "pair"
"""The grain of two names that are asked for together."""
_WORD_BEHIND = re.compile(r"\s(?P<word>[a-z]+s)\b")
"""“the Vell and Ashby temples”: what both names belong to."""
JOINT = " and "


def pairs_in(spans: Sequence[Span], text: str, types: NameTypes) -> Iterator[Span]:
    """Each two neighbours of `spans` that are names of one class and make a closed pair of their own."""
    for first, second in pairwise(spans):
        if first.kind is not SpanKind.NAME or second.kind is not SpanKind.NAME or first.text == second.text:
            continue
        if text[first.end : second.start] != JOINT or types.class_of(first.text) != types.class_of(second.text):
            continue
        if text[: first.start].endswith((", ", " and ", " or ")) or text[second.end :].startswith(("'", "’", " and ")):
            continue
        behind = _WORD_BEHIND.match(text, second.end)
        if behind and load().is_plural(behind["word"]) and load().is_noun(load().singular(behind["word"])):
            continue
        yield Span(first.start, second.end, text[first.start : second.end], SpanKind.NAME, PAIR)
