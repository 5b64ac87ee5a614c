"""A command line in, one clear sentence out where it cannot be carried out."""

import ast
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from quizsite.bootstrap import main

PROJECT = Path(__file__).resolve().parents[2]
MANAGE = PROJECT / "manage.py"
AS_OLD_PYTHON = f"""
import runpy, sys
sys.version_info, sys.version = (3, 8, 18, "final", 0), "3.8.18 (default)"
runpy.run_path({str(MANAGE)!r}, run_name="__main__")
"""


def test_a_python_that_is_too_old_is_told_so():
    done = subprocess.run([sys.executable, "-c", AS_OLD_PYTHON], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (
        1,
        (
            "Recollect needs Python 3.11 or newer, and this is Python 3.8.18: "
            "start it with a newer one, for example python3.11 manage.py run\n"
        ),
    )


def test_an_old_python_can_read_what_tells_it():
    assert MANAGE.read_bytes().isascii()
    assert ast.parse(MANAGE.read_text(), feature_version=(3, 4))


def test_a_port_in_use_is_named_before_anything_is_installed(tmp_path, capsys):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        code = main(["manage.py", "run", "--port", str(port)], tmp_path)
    said = capsys.readouterr().err
    assert code == 1
    assert said.count("\n") == 1
    assert said.startswith(
        f"Port {port} of 127.0.0.1 cannot be used (Address already in use): stop what runs there, or"
    )
    assert not (tmp_path / ".venv").exists()


@pytest.mark.parametrize("port", ["70000", "-1"])
def test_a_port_that_is_none_is_refused(tmp_path, capsys, port):
    assert main(["manage.py", "run", f"--port={port}"], tmp_path) == 1
    assert capsys.readouterr().err == f"--port must be a number from 1 to 65535, not {port}.\n"


def test_an_unknown_option_is_refused(tmp_path):
    with pytest.raises(SystemExit) as refused:
        main(["manage.py", "run", "--prot", "1"], tmp_path)
    assert refused.value.code == 2


def test_lint_takes_no_arguments(tmp_path, capsys):
    assert main(["manage.py", "lint", "questions"], tmp_path) == 2
    assert capsys.readouterr().err == "lint takes no arguments.\n"


def test_help_names_our_own_commands_first(capsys):
    assert main(["manage.py", "help"]) == 0
    out, err = capsys.readouterr()
    assert err.startswith("Recollect's own commands: run (serve the site), test, lint.")
    assert "load_banks" in out
