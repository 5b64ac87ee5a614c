"""Blocks in, the same out, with a paragraph that was broken in mid-sentence whole again."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from questions.sources.blocks import LEAST_SENTENCE, Block, Shape

_ENDS = re.compile(r"[.!?…:;][\"'”’)\]]*$")
_LEANS = re.compile(
    r"(?:,|\b(?:the|an?|of|in|to|from|and|or|but|with|by|for|on|at|as|its|their|his|her|into|along|between|under|over"
    r"|that|which|who|was|were|is|are|had|has|have|than|through|during|against))$"
)


def joined(blocks: Iterable[Block]) -> Iterator[Block]:
    """Two blocks are one when the first stops without a full stop and the second clearly goes on with it."""
    current: Block | None = None
    for block in blocks:
        if current is None:
            current = block
        elif _goes_on(current, block):
            moved = len(current.text) + 1
            shifted = tuple(replace(one, start=one.start + moved, end=one.end + moved) for one in block.signals)
            current = replace(current, text=f"{current.text} {block.text}", signals=current.signals + shifted)
        else:
            yield current
            current = block
    if current is not None:
        yield current


def _goes_on(one: Block, two: Block) -> bool:
    is_text = one.shape in {Shape.PARAGRAPH, Shape.ITEM} and two.shape is Shape.PARAGRAPH
    if not is_text or len(one.text.split()) < LEAST_SENTENCE or _ENDS.search(one.text):
        return False
    return two.text[0].islower() or bool(_LEANS.search(one.text))
