"""A temporary folder in, an installation with an installer that installs nothing out."""

import os
import stat
from dataclasses import dataclass
from pathlib import Path

import pytest


@dataclass(frozen=True)
class Place:
    """A tree to install into, and the calls that its stand-in for `uv` has had."""

    root: Path
    calls: Path

    def lock(self, text: str = "", dev: str = "") -> None:
        (self.root / "requirements.txt").write_text(f"# {text}\n")
        (self.root / "requirements-dev.txt").write_text(f"# {text} {dev}\n")

    def install_calls(self) -> list[str]:
        """The locks that the installer was given, in order."""
        lines = self.calls.read_text().splitlines() if self.calls.exists() else []
        return [Path(line.split()[-1]).name for line in lines]


def installer(folder: Path, script: str) -> None:
    """A program named uv in `folder`, written in shell."""
    folder.mkdir(exist_ok=True)
    program = folder / "uv"
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)


def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, then: str = "exit 0") -> Place:
    """A tree with two locks, and a uv on the PATH that notes how it was called and does `then`."""
    here = Place(tmp_path / "tree", tmp_path / "calls")
    here.root.mkdir()
    here.lock()
    installer(tmp_path / "bin", f'echo "$@" >> "{here.calls}"\n{then}')
    monkeypatch.setenv("PATH", f"{tmp_path / 'bin'}{os.pathsep}/usr/bin{os.pathsep}/bin")
    return here


def place_without_uv(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Place:
    """A tree with two locks, and nothing on the PATH."""
    here = Place(tmp_path / "tree", tmp_path / "calls")
    here.root.mkdir()
    here.lock()
    monkeypatch.setenv("PATH", str(tmp_path))
    return here
