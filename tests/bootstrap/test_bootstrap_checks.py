"""`test` and `lint`: which command lines they start, and what their exit codes say. pytest and the linters stand in."""

import pytest

from quizsite import bootstrap_checks as checks
from quizsite.bootstrap_environment import ensure, python_of

from .places import Place, place


@pytest.fixture
def here(tmp_path, monkeypatch):
    here = place(tmp_path, monkeypatch)
    ensure(here.root, "requirements-dev.txt")
    return here


def stand_in(here: Place, name: str, code: str) -> None:
    """A module `name` for the tree's Python, found before any other, that is `code`."""
    packages = next((here.root / ".venv" / "lib").glob("python*")) / "site-packages"
    (packages / f"{name}.py").write_text(code)


def said_by_pytest(here: Place) -> list[str]:
    return (here.root / "pytest.log").read_text().splitlines()


NOTING = """
import os, sys
with open("pytest.log", "a") as log:
    log.write(" ".join(sys.argv[1:]) + " | " + os.environ.get("DATABASE_URL", "sqlite") + "\\n")
sys.exit(int(os.environ.get("PYTEST_CODE", 0)))
"""
A_SERVER = "class connect:\n    def __init__(self, *_, **__): pass\n    def close(self): pass\n"


def test_the_whole_suite_runs_on_both_databases_and_all_cores(here, monkeypatch):
    stand_in(here, "pytest", NOTING)
    stand_in(here, "psycopg", A_SERVER)
    assert checks.test(here.root, ["-q"]) == 0
    assert said_by_pytest(here) == [
        "-n auto -q tests/models tests/practice tests/assignments | postgres://postgres@127.0.0.1:5432/recollect",
        "-n auto -q | sqlite",
    ]


def test_a_part_runs_on_sqlite_and_without_workers(here):
    stand_in(here, "pytest", NOTING)
    stand_in(here, "psycopg", A_SERVER)
    assert checks.test(here.root, ["tests/text"]) == 0
    assert said_by_pytest(here) == ["tests/text | sqlite"]


def test_a_failing_suite_fails(here, monkeypatch):
    stand_in(here, "pytest", NOTING)
    monkeypatch.setenv("PYTEST_CODE", "1")
    assert checks.test(here.root, []) == 1


@pytest.mark.parametrize(("strict", "code"), [("0", 0), ("1", 1)])
def test_without_postgres_the_rest_runs_and_the_lack_is_said(here, monkeypatch, capsys, strict, code):
    stand_in(here, "pytest", NOTING)
    monkeypatch.setenv("NOTHING_SKIPPED", strict)
    assert checks.test(here.root, []) == code
    assert "NOT RUN: the tests on PostgreSQL" in capsys.readouterr().err


def test_a_developers_own_settings_do_not_colour_the_tests(here, monkeypatch):
    names = ", ".join(repr(name) for name in sorted(checks.SETTINGS_NAMES))
    stand_in(here, "pytest", f"import os, sys\nsys.exit(any(name in os.environ for name in [{names}]))")
    for name in checks.SETTINGS_NAMES:
        monkeypatch.setenv(name, "1")
    assert checks.test(here.root, ["tests/text"]) == 0


def test_lint_names_every_linter_that_objects(here, capsys):
    scripts = python_of(here.root / ".venv").parent
    for check in checks.linters(here.root):
        if check[0] != "python":
            write_program(scripts / check[0], "exit 1" if check[0] in {"mypy", "djade"} else "exit 0")
    (here.root / "manage.py").write_text("")
    assert checks.lint(here.root, []) == 1
    assert capsys.readouterr().err.splitlines()[-1] == "Objections from: mypy, djade --check"


def write_program(path, script):
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o755)


def test_lint_that_finds_nothing_says_so(here, capsys):
    scripts = python_of(here.root / ".venv").parent
    for check in checks.linters(here.root):
        if check[0] != "python":
            write_program(scripts / check[0], "exit 0")
    (here.root / "manage.py").write_text("")
    assert checks.lint(here.root, []) == 0
    assert capsys.readouterr().err.splitlines()[-1] == "Nothing to object to."
