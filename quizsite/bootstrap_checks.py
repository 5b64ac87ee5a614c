"""Arguments for pytest in, the suite's result out; and the linters' result. Standard library only."""

import os
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

from .bootstrap_environment import DEV_LOCK, ensure
from .bootstrap_speech import say

POSTGRES = "postgres://postgres@127.0.0.1:5432"
POSTGRES_PARTS = ("models", "practice", "assignments")
"""The folders of tests/ whose tests run on PostgreSQL as well, where they ask for a database."""

ON_ALL_CORES = ("-n", "auto")
"""For the whole suite; a part is quicker without workers."""

SETTINGS_NAMES = {
    "ALLOWED_HOSTS",
    "DATABASE_URL",
    "DEBUG",
    "EMAIL_URL",
    "NO_DEMO_LOGIN",
    "SECRET_KEY",
    "SITE_URL",
    "TRUSTED_PROXIES",
    "VAR_DIR",
}
"""What the settings read from the environment: a developer's own values must not colour the tests."""


def test(root: Path, args: Sequence[str]) -> int:
    """Run the suite, or the part that `args` (pytest's own) name. Return 0 when all passed that had to."""
    python = ensure(root, DEV_LOCK)
    env = {name: value for name, value in os.environ.items() if name not in SETTINGS_NAMES}
    is_whole = all(arg.startswith("-") for arg in args)
    if is_whole:
        args = [*ON_ALL_CORES, *args]
    on_postgres = 0
    has_postgres = is_whole and postgres_answers(python)
    if has_postgres:
        say("On PostgreSQL: of the tests of " + ", ".join(POSTGRES_PARTS) + " those that ask for a database.")
        parts = [f"tests/{part}" for part in POSTGRES_PARTS]
        on_postgres = pytest(root, python, [*args, *parts], {**env, "DATABASE_URL": f"{POSTGRES}/recollect"})
        say("On SQLite: the whole suite.")
    code = pytest(root, python, args, env)
    if is_whole and not has_postgres:
        say(
            "\nNOT RUN: the tests on PostgreSQL, because no server lets user postgres in at 127.0.0.1:5432 without a "
            "password.\nTo run them: sudo apt install postgresql, and in its pg_hba.conf trust 127.0.0.1/32."
        )
        return code or int(env.get("NOTHING_SKIPPED") == "1")
    return code or on_postgres


def pytest(root: Path, python: Path, args: Sequence[str], env: Mapping[str, str]) -> int:
    return subprocess.run([str(python), "-m", "pytest", *args], cwd=root, env=env, check=False).returncode


def postgres_answers(python: Path) -> bool:
    """True when a PostgreSQL server on this machine lets us in."""
    knock = f"import psycopg; psycopg.connect('{POSTGRES}/postgres', connect_timeout=3).close()"
    return not subprocess.run([str(python), "-c", knock], capture_output=True, check=False).returncode


def lint(root: Path, args: Sequence[str]) -> int:
    """Run every linter and name those that objected. Return 1 when any did."""
    if args:
        say("lint takes no arguments.")
        return 2
    python = ensure(root, DEV_LOCK)
    objections = [" ".join(check[:2]) for check in linters(root) if not passes(root, python, check)]
    say("Objections from: " + ", ".join(objections) if objections else "Nothing to object to.")
    return int(bool(objections))


def linters(root: Path) -> list[list[str]]:
    """Each linter's command line, as it stands in the scripts folder of `.venv`."""
    templates = sorted(str(path.relative_to(root)) for path in (root / "templates").rglob("*.html"))
    return [
        ["ruff", "check"],
        ["ruff", "format", "--check"],
        ["mypy"],
        ["lint-imports", "--no-logo"],
        ["djade", "--check", "--target-version", "5.2", *templates],
        ["python", "manage.py", "makemigrations", "--check", "--dry-run"],
    ]


def passes(root: Path, python: Path, check: Sequence[str]) -> bool:
    say("· " + " ".join(check[:3]))
    return not subprocess.run([str(python.parent / check[0]), *check[1:]], cwd=root, check=False).returncode
