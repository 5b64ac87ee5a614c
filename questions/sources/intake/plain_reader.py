"""Plain text in, its blocks out, by the walk that check_bank uses too."""

from __future__ import annotations

import re

from questions.sources.blocks import Block, Shape, read_blocks

from .joining import joined
from .marks import settle
from .parts import Parts

_RULE = re.compile(r"^\s*([=~_*#-])\1{2,}\s*$", re.MULTILINE)


def read_plain(text: str) -> Parts:
    """The parts of `text`: paragraphs between blank lines, short lines above them as headings."""
    blocks = (_settled(block) for block in read_blocks(_RULE.sub("", text), join=joined))
    return Parts([block for block in blocks if block])


def _settled(block: Block) -> Block | None:
    """The block without the footnote marks that only intake knows, its gloss kept."""
    text = block.text
    if block.shape is Shape.ITEM:
        text = re.sub(r"^(?:[-*+•]|\d{1,3}[.)])\s+", "", text)
    settled = settle(text, block.shape, block.line, block.level)
    return settled and Block(settled.shape, settled.text, settled.line, settled.level, block.gloss)
