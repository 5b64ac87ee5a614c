"""A file in; its blocks as one JSON text on standard output out. A program of its own.

Whoever made the file may mean harm, so it is opened here, with little memory, little time, an empty environment and
no way to write. Called as `python -I child.py ROOT FILE` (ROOT is where the package `questions` lies); a refusal is
printed as {"refused": sentence without its subject}.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

try:
    import resource
except ImportError:  # not on Windows; the time limit of the parent remains
    resource = None  # type: ignore[assignment]

MEGABYTE = 1 << 20
MOST_MEMORY = 1024 * MEGABYTE
MOST_SECONDS = 20
MOST_FILES = 64
TOO_MUCH = "needs too much memory to be read. Split it, or copy its text and paste it here."


def main(root: str, file: str) -> None:
    limit_resources()
    sys.path.insert(0, root)
    sys.setrecursionlimit(3_000)
    sys.stdout.write(json.dumps(said_of(Path(file).read_bytes())))


def said_of(content: bytes) -> dict[str, object]:
    from questions.sources.intake.errors import Refused
    from questions.sources.intake.reading import read

    try:
        parts = read(content)
    except Refused as refused:
        return {"refused": str(refused)}
    except (MemoryError, RecursionError):
        return {"refused": TOO_MUCH}
    blocks = [
        (
            block.shape,
            block.text,
            block.line,
            block.level,
            block.gloss,
            [(s.kind, s.start, s.end) for s in block.signals],
        )
        for block in parts.blocks
    ]
    return {"title": parts.title, "blocks": blocks, "rows": parts.rows}


def limit_resources() -> None:
    if resource:
        for kind, most in (
            (resource.RLIMIT_AS, MOST_MEMORY),
            (resource.RLIMIT_CPU, MOST_SECONDS),
            (resource.RLIMIT_FSIZE, 0),
            (resource.RLIMIT_NOFILE, MOST_FILES),
            (resource.RLIMIT_CORE, 0),
        ):
            resource.setrlimit(kind, (most, most))


if __name__ == "__main__":
    main(*sys.argv[1:])
