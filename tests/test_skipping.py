"""A test that is skipped in; what the end of the run says of it, and its exit code, out, where workers ran it."""

import os
import subprocess
import sys

import pytest
from django.conf import settings

ONE_SKIPPED = """
import pytest

def test_it_runs(): pass

@pytest.mark.skip(reason="no wind today")
def test_it_sails(): pass
"""


def test_what_a_worker_skipped_is_said_and_fails_where_nothing_may_be(tmp_path):
    (tmp_path / "test_boat.py").write_text(ONE_SKIPPED)
    arguments = ["-c", "pyproject.toml", "-p", "tests.conftest", "--rootdir", str(tmp_path), "-n", "1", str(tmp_path)]
    done = subprocess.run(
        [sys.executable, "-m", "pytest", *arguments],
        cwd=settings.BASE_DIR,
        env={**os.environ, "NOTHING_SKIPPED": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert "NOT RUN, 1: no wind today" in done.stdout.splitlines()
    assert done.returncode == pytest.ExitCode.TESTS_FAILED
