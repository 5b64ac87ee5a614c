"""From a lock to a complete `.venv`: once, again when the lock changes, and after whatever went wrong in between."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from quizsite.bootstrap_environment import carry_out, ensure, is_complete, python_of
from quizsite.bootstrap_speech import Refused

from .places import Place, installer, place, place_without_uv

PROJECT = Path(__file__).resolve().parents[2]
ELSEWHERE = """
import signal, sys
from pathlib import Path
from quizsite.bootstrap import main
signal.signal(signal.SIGINT, signal.default_int_handler)  # a suite in the background of a shell hears no Ctrl-C
sys.exit(main(sys.argv[1:], Path(sys.argv[1]).parent))
"""


def test_an_installation_is_made_once(tmp_path, monkeypatch, capsys):
    here = place(tmp_path, monkeypatch)
    first, second = ensure(here.root, "requirements.txt"), ensure(here.root, "requirements.txt")
    assert first == second == python_of(here.root / ".venv")
    assert first.exists()
    assert here.install_calls() == ["requirements.txt"]
    assert capsys.readouterr().err.count("\n") == 1


def test_a_changed_lock_brings_the_installation_up_to_date(tmp_path, monkeypatch, capsys):
    here = place(tmp_path, monkeypatch)
    ensure(here.root, "requirements.txt")
    kept = here.root / ".venv" / "kept"
    kept.touch()
    here.lock("another version")
    ensure(here.root, "requirements.txt")
    assert here.install_calls() == ["requirements.txt", "requirements.txt"]
    assert kept.exists()
    assert "The lock has changed; updating .venv (about a minute) …\n" in capsys.readouterr().err


def test_the_developers_lock_holds_the_other(tmp_path, monkeypatch):
    here = place(tmp_path, monkeypatch)
    ensure(here.root, "requirements-dev.txt")
    ensure(here.root, "requirements.txt")
    assert here.install_calls() == ["requirements-dev.txt"]


def test_a_developers_tool_in_a_new_version_concerns_only_developers(tmp_path, monkeypatch):
    here = place(tmp_path, monkeypatch)
    ensure(here.root, "requirements-dev.txt")
    here.lock(dev="another version")
    ensure(here.root, "requirements.txt")
    assert here.install_calls() == ["requirements-dev.txt"]
    ensure(here.root, "requirements-dev.txt")
    assert here.install_calls() == ["requirements-dev.txt", "requirements-dev.txt"]


def test_what_uv_installs_is_compiled_for_the_child_that_may_write_nothing(tmp_path, monkeypatch):
    here = place(tmp_path, monkeypatch)
    ensure(here.root, "requirements.txt")
    assert "--compile-bytecode" in here.calls.read_text().split()


def test_another_python_makes_the_installation_anew(tmp_path, monkeypatch):
    here = place(tmp_path, monkeypatch)
    ensure(here.root, "requirements.txt")
    stamp = here.root / ".venv" / ".complete-requirements.txt"
    stamp.write_text(stamp.read_text().replace(f"{sys.version_info.minor} ", "2 ", 1))
    kept = here.root / ".venv" / "kept"
    kept.touch()
    ensure(here.root, "requirements.txt")
    assert not kept.exists()


def test_without_the_venv_package_of_debian_one_sentence_says_what_to_install(tmp_path, monkeypatch):
    here = place_without_uv(tmp_path, monkeypatch)
    monkeypatch.setitem(sys.modules, "ensurepip", None)  # how a Python looks that came without it
    with pytest.raises(Refused) as refused:
        ensure(here.root, "requirements.txt")
    package = f"python{sys.version_info.major}.{sys.version_info.minor}-venv"
    assert str(refused.value) == (
        "This Python cannot make virtual environments yet: install the package that lets it, "
        f"with `sudo apt install {package}`, and run the same command again."
    )
    assert not (here.root / ".venv").exists()


def test_where_uv_gives_up_pip_installs(tmp_path, monkeypatch):
    here = place(tmp_path, monkeypatch, then="echo 'error: no such flag'; exit 2")
    ensure(here.root, "requirements.txt")  # an empty lock: pip needs no network for it
    assert is_complete(here.root / ".venv", here.root / "requirements.txt")


@pytest.mark.parametrize(
    ("last_words", "sentence"),
    [
        (
            "error: dns error: failed to look up address",
            (
                "The packages could not be fetched: look whether this machine reaches the package index (PyPI), "
                "then run the same command again. (error: dns error: failed to look up address)"
            ),
        ),
        ("error: No space left on device", "Installing failed: error: No space left on device"),
        ("", "Installing failed: no reason was given"),
    ],
)
def test_an_installer_that_fails_is_quoted_in_one_sentence(last_words, sentence):
    with pytest.raises(Refused) as refused:
        carry_out([sys.executable, "-c", f"print({last_words!r}); exit(1)"], "Installing failed")
    assert str(refused.value) == sentence


def test_ctrl_c_in_mid_install_leaves_a_tree_that_the_same_command_completes(tmp_path, monkeypatch):
    here = place(tmp_path, monkeypatch, then="sleep 60")
    interrupted = start(here, "test")
    wait_for(here.calls)
    interrupted.send_signal(signal.SIGINT)
    _, said = interrupted.communicate(timeout=20)
    assert (interrupted.returncode, said.splitlines()[-1]) == (130, "Stopped. The same command goes on from here.")
    assert not is_complete(here.root / ".venv", here.root / "requirements-dev.txt")

    installer(tmp_path / "bin", "exit 0")
    ensure(here.root, "requirements-dev.txt")
    assert is_complete(here.root / ".venv", here.root / "requirements-dev.txt")


def start(here: Place, *args: str) -> "subprocess.Popen[str]":
    """Our command line on another tree, in a process of its own."""
    command = [sys.executable, "-c", ELSEWHERE, str(here.root / "manage.py"), *args]
    return subprocess.Popen(command, cwd=PROJECT, env=dict(os.environ), stderr=subprocess.PIPE, text=True)


def wait_for(path: Path) -> None:
    until = time.monotonic() + 20
    while not path.exists():
        assert time.monotonic() < until, f"{path} did not appear"
        time.sleep(0.02)
