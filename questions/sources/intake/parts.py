"""What a reader of one format gives out: the blocks of a document, its own title, and the rows of its tables."""

from __future__ import annotations

from dataclasses import dataclass, field

from questions.sources.blocks import Block


@dataclass(slots=True)
class Parts:
    blocks: list[Block] = field(default_factory=list)
    title: str = ""
    rows: list[tuple[str, str]] = field(default_factory=list)
