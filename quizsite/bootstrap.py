"""A command line in; `run`, `test` or `lint` from nothing, or Django's own command in `.venv`, out. Plain Python."""

import importlib.metadata
import importlib.util
import os
import re
import signal
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from types import FrameType

from .bootstrap_checks import lint, test
from .bootstrap_environment import RUN_LOCK, ensure, is_inside
from .bootstrap_serving import run
from .bootstrap_speech import Refused, say

ROOT = Path(__file__).resolve().parent.parent
COMMANDS: dict[str, Callable[[Path, Sequence[str]], int]] = {"run": run, "test": test, "lint": lint}
ASKING_FOR_HELP = {"", "help", "-h", "--help"}
INTERRUPTED = 130
"""The exit code of a command that Ctrl-C ended."""


def main(argv: Sequence[str], root: Path = ROOT) -> int:
    """Carry out `manage.py`'s command line and return its exit code; what cannot be done is said in one sentence."""
    command = argv[1] if len(argv) > 1 else ""
    try:
        if own := COMMANDS.get(command):
            signal.signal(signal.SIGTERM, end_tidily)
            return own(root, argv[2:])
        if command in ASKING_FOR_HELP:
            say("Recollect's own commands: run (serve the site), test, lint. Django's and the site's:")
        return django(root, argv)
    except (Refused, OSError) as refused:
        say(str(refused))
        return 1
    except KeyboardInterrupt:
        say("\nStopped. The same command goes on from here.")
        return INTERRUPTED


def end_tidily(number: int, _frame: FrameType | None) -> None:
    """A request to end becomes an exception, so that no child outlives us."""
    raise SystemExit(128 + number)


def django(root: Path, argv: Sequence[str]) -> int:
    """Carry out a Django command: in this Python where it holds Django, else in `.venv`, made first if need be."""
    if not has_django(root):
        if is_inside(root / ".venv"):
            raise Refused("Django is missing from .venv: remove the folder .venv and run the same command again.")
        return go_on_in(ensure(root, RUN_LOCK), argv)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "quizsite.settings")
    from django.core.exceptions import ImproperlyConfigured
    from django.core.management import execute_from_command_line

    try:
        execute_from_command_line(list(argv))
    except ImproperlyConfigured as error:
        raise Refused(str(error)) from None
    return 0


def has_django(root: Path) -> bool:
    """True when this Python can run the site: in a virtual environment with any Django, else with the locked one."""
    if importlib.util.find_spec("django") is None:
        return False
    locked = re.search(r"^django==(\S+)", (root / RUN_LOCK).read_text(encoding="utf-8"), re.MULTILINE)
    in_one = sys.prefix != sys.base_prefix
    return in_one or (locked is not None and importlib.metadata.version("django") == locked[1])


def go_on_in(python: Path, argv: Sequence[str]) -> int:
    """Start the same command line in another Python; on POSIX in place of this process."""
    command = [str(python), *argv]
    if os.name != "nt":
        os.execv(command[0], command)
    return subprocess.run(command, check=False).returncode
