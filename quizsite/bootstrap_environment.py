"""A lock file in; the Python of a `.venv` that holds exactly what is locked out. Standard library only.

`.venv` is complete when it carries a stamp: the hash of the lock and the Python it was made with, written last. Without
a stamp (Ctrl-C, a kill, a full disk) it is made anew; with the stamp of an older lock it is brought up to date.
"""

import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from .bootstrap_speech import Refused, say

RUN_LOCK = "requirements.txt"
DEV_LOCK = "requirements-dev.txt"
LOCKS_WITHIN = {RUN_LOCK: (RUN_LOCK,), DEV_LOCK: (RUN_LOCK, DEV_LOCK)}
"""What an installed lock contains: the developers' lock holds all of the other."""

NETWORK_SIGNS = (
    "NewConnectionError",
    "ConnectionError",
    "Connection refused",
    "Temporary failure in name resolution",
    "Network is unreachable",
    "timed out",
    "dns error",
    "error sending request",
    "Could not find a version",
    "No matching distribution",
)


def python_of(folder: Path) -> Path:
    """The interpreter of the virtual environment in `folder`."""
    return folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def is_inside(folder: Path) -> bool:
    """True when this very process runs in the virtual environment in `folder`."""
    return Path(sys.prefix).resolve() == folder.resolve()


def version_name() -> str:
    return f"{sys.implementation.name} {sys.version_info.major}.{sys.version_info.minor}"


def stamp_path(folder: Path, lock: str) -> Path:
    return folder / f".complete-{lock}"


def stamp_for(lock: Path) -> str:
    return f"{version_name()} {hashlib.sha256(lock.read_bytes()).hexdigest()}"


def is_complete(folder: Path, lock: Path) -> bool:
    """True when `folder` holds what `lock` says, for this Python."""
    stamp = stamp_path(folder, lock.name)
    return stamp.is_file() and python_of(folder).exists() and stamp.read_text() == stamp_for(lock)


def is_usable(folder: Path) -> bool:
    """True when an earlier install into `folder` ran to its end with this Python, whatever it installed."""
    stamps = [stamp_path(folder, lock) for lock in LOCKS_WITHIN]
    return python_of(folder).exists() and any(s.is_file() and s.read_text().startswith(version_name()) for s in stamps)


def ensure(root: Path, lock_name: str) -> Path:
    """Make or update `root/.venv` until it holds the lock; return its Python. Raise `Refused` in one sentence."""
    folder, lock = root / ".venv", root / lock_name
    if is_complete(folder, lock):
        return python_of(folder)
    afresh = not is_usable(folder)
    said = "Installing what Recollect needs into .venv" if afresh else "The lock has changed; updating .venv"
    say(f"{said} (about a minute) …")
    for known in LOCKS_WITHIN:
        stamp_path(folder, known).unlink(missing_ok=True)
    fill(folder, lock, afresh=afresh)
    for contained in LOCKS_WITHIN[lock_name]:
        stamp_path(folder, contained).write_text(stamp_for(root / contained))
    return python_of(folder)


def fill(folder: Path, lock: Path, *, afresh: bool) -> None:
    """Install `lock` into `folder` with uv where it is on the PATH and can, else with pip."""
    if uv := shutil.which("uv"):
        if afresh:
            make(folder, "--without-pip")
        try:  # compiled here and now: the child that reads strangers' files may write nothing, so it would each time
            install([uv, "pip", "install", "--compile-bytecode", "--python", str(python_of(folder))], lock)
        except Refused as refused:
            say(f"uv gave up, trying pip: {refused}")
            afresh = True
        else:
            return
    pip = [str(python_of(folder)), "-m", "pip"]
    if afresh or subprocess.run([*pip, "--version"], capture_output=True, check=False).returncode:
        need_ensurepip()
        make(folder)
    install([*pip, "install", "--disable-pip-version-check", "--no-input"], lock)


def need_ensurepip() -> None:
    """Raise `Refused` where the system's Python came without the means to make a virtual environment (Debian)."""
    if importlib.util.find_spec("ensurepip") is None or importlib.util.find_spec("venv") is None:
        package = f"python{sys.version_info.major}.{sys.version_info.minor}-venv"
        raise Refused(
            "This Python cannot make virtual environments yet: install the package that lets it, "
            f"with `sudo apt install {package}`, and run the same command again."
        )


def make(folder: Path, *options: str) -> None:
    """An empty virtual environment in `folder`, in place of whatever was there."""
    if folder.exists():
        shutil.rmtree(folder)
    base = getattr(sys, "_base_executable", None) or sys.executable
    carry_out([base, "-m", "venv", *options, str(folder)], "Making the virtual environment failed")


def install(installer: Sequence[str], lock: Path) -> None:
    carry_out([*installer, "-q", "--require-hashes", "-r", str(lock)], "Installing the packages failed")


def carry_out(command: Sequence[str], complaint: str) -> None:
    """Run `command` silently; raise `Refused` with its own last words when it fails."""
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)
    if not done.returncode:
        return
    words = done.stdout.strip()
    if any(sign in words for sign in NETWORK_SIGNS):
        raise Refused(
            "The packages could not be fetched: look whether this machine reaches the package index (PyPI), "
            f"then run the same command again. ({last_line(words)})"
        )
    raise Refused(f"{complaint}: {last_line(words)}")


def last_line(words: str) -> str:
    """The last line that names an error, else the last line."""
    lines = [line.strip() for line in words.splitlines() if line.strip()] or ["no reason was given"]
    return next((line for line in reversed(lines) if "error" in line.lower()), lines[-1])
