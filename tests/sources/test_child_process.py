"""A child is heard out, or ended; it sees nothing of ours, and none is left behind."""

import os
from time import monotonic

import pytest

from questions.sources.child_process import ChildEnded, said_by_child

SAYS_WHAT_IT_SEES = """
import json, os, sys
print(json.dumps({"said": sys.argv[1:], "environment": sorted(set(os.environ) - {"LC_CTYPE"}), "folder": os.getcwd()}))
"""


def ask(folder, program, *arguments, most_seconds=20.0, most_bytes=10_000):
    path = folder / "program.py"
    path.write_text(program)
    return said_by_child(str(path), *arguments, folder=folder, most_seconds=most_seconds, most_bytes=most_bytes)


def test_a_child_sees_its_arguments_its_folder_and_nothing_of_ours(tmp_path, monkeypatch):
    monkeypatch.setenv("SECRET_KEY", "nobody's business")
    seen = ask(tmp_path, SAYS_WHAT_IT_SEES, "one", "two")
    assert seen == {"said": ["one", "two"], "environment": [], "folder": str(tmp_path.resolve())}


@pytest.mark.parametrize(
    "program",
    ["raise SystemExit(1)", "print('no JSON')", "print('{' + 20_000 * ' ' + '}')", "import os; os.abort()"],
    ids=["says nothing", "says no JSON", "says too much", "dies"],
)
def test_who_does_not_say_it_all_is_ended(tmp_path, program):
    with pytest.raises(ChildEnded):
        ask(tmp_path, program)


def test_who_takes_too_long_is_ended_and_gone(tmp_path):
    begun = monotonic()
    with pytest.raises(ChildEnded):
        ask(tmp_path, "import os, time; open('mine', 'w').write(str(os.getpid())); time.sleep(60)", most_seconds=1.5)
    assert monotonic() - begun < 30
    with pytest.raises(ProcessLookupError):
        os.kill(int((tmp_path / "mine").read_text()), 0)


def test_who_waits_gives_signs_of_life_and_may_end_it(tmp_path):
    beats = []
    program = "import time; time.sleep(1); print('{}')"
    limits = {"folder": tmp_path, "most_seconds": 20.0, "most_bytes": 100, "every": 0.1}
    (tmp_path / "program.py").write_text(program)

    assert said_by_child(str(tmp_path / "program.py"), waiting=lambda: beats.append(1), **limits) == {}
    assert 3 <= len(beats) <= 200

    (tmp_path / "program.py").write_text("import os, time; open('mine', 'w').write(str(os.getpid())); time.sleep(60)")

    def ends_it():
        if (tmp_path / "mine").exists() and (tmp_path / "mine").read_text():
            raise KeyError

    begun = monotonic()
    with pytest.raises(KeyError):
        said_by_child(str(tmp_path / "program.py"), waiting=ends_it, **limits)
    assert monotonic() - begun < 15
    with pytest.raises(ProcessLookupError):
        os.kill(int((tmp_path / "mine").read_text()), 0)
