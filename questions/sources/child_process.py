"""A program of ours and its arguments in; the JSON it says out. The one place that starts a child for strangers' files.

The child limits its own memory and processor time; here it is given an empty environment, a folder of its own, so many
seconds and so many bytes to say.
"""

from __future__ import annotations

import json
import subprocess
import sys
from threading import Thread, Timer
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from subprocess import Popen

BEAT = 2.0
"""Seconds between two signs of life of whoever waits for a child."""


class ChildEnded(Exception):
    """The child was ended, or ended itself, before it had said everything: it took too long, or too much memory."""


def said_by_child(
    program: str,
    *arguments: str,
    folder: Path,
    most_seconds: float,
    most_bytes: int,
    waiting: Callable[[], None] | None = None,
    every: float = BEAT,
) -> dict[str, Any]:
    """What `program`, run as `python -I program arguments` within `folder`, writes to standard output, as JSON.

    `waiting` is called at once and every so many seconds till it has; what it raises ends the child. No child outlives
    the call. Raise `ChildEnded` where what it said is cut off, or nothing.
    """
    with subprocess.Popen(  # noqa: S603 (our own program, no shell)
        [sys.executable, "-I", program, *arguments],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        cwd=folder,
        env={},
    ) as child:
        timer = Timer(most_seconds, child.kill)
        timer.start()
        try:
            said = _heard_out(child, most_bytes, waiting, every)
        finally:
            timer.cancel()
            child.kill()
    try:
        return dict(json.loads(said))
    except ValueError as error:
        raise ChildEnded from error


def _heard_out(child: Popen[bytes], most_bytes: int, waiting: Callable[[], None] | None, every: float) -> bytes:
    heard: list[bytes] = []
    reader = Thread(target=lambda: heard.append(child.stdout.read(most_bytes) if child.stdout else b""), daemon=True)
    reader.start()
    is_heard_out = False
    while not is_heard_out:
        if waiting:
            waiting()
        reader.join(every if waiting else None)
        is_heard_out = not reader.is_alive()
    return b"".join(heard)
