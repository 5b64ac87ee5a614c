"""A program of ours and its arguments in; the JSON it says out. The one place that starts a child for strangers' files.

The child limits its own memory and processor time; here it is given an empty environment, a folder of its own, so many
seconds and so many bytes to say.
"""

from __future__ import annotations

import json
import subprocess
import sys
from threading import Timer
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path


class ChildEnded(Exception):
    """The child was ended, or ended itself, before it had said everything: it took too long, or too much memory."""


def said_by_child(program: str, *arguments: str, folder: Path, most_seconds: float, most_bytes: int) -> dict[str, Any]:
    """What `program`, run as `python -I program arguments` within `folder`, writes to standard output, as JSON.

    No child outlives the call. Raise `ChildEnded` where what it said is cut off, or nothing.
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
            said = child.stdout.read(most_bytes) if child.stdout else b""
        finally:
            timer.cancel()
            child.kill()
    try:
        return dict(json.loads(said))
    except ValueError as error:
        raise ChildEnded from error
