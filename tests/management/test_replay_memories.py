"""Memories replayed from a shell, after the site's setting was changed."""

import json
import os
import subprocess
import sys

import pytest
from django.conf import settings as site
from django.core.management import CommandError, call_command

from questions.models import Memory
from tests.factories import make_facts, make_learner
from tests.practice.sitting import ask, at


def said(capsys, *names, **options):
    call_command("replay_memories", *names, **options)
    return json.loads(capsys.readouterr().out)


def test_everybodys_memories_follow_the_setting_and_the_second_time_there_is_nothing_to_do(db, capsys, settings):
    [fact] = make_facts(1)
    for name in ("ada", "eve"):
        ask(make_learner(name), fact, at())
    assert said(capsys, outdated=True) == {"learners": 0, "memories_written": 0}

    settings.MEMORY_PER = "kind"

    assert said(capsys, outdated=True) == {"learners": 2, "memories_written": 2}
    assert all(held.kinds for held in Memory.objects.all())
    assert said(capsys) == {"learners": 2, "memories_written": 0}


def test_one_learners_memories_alone(db, capsys, settings):
    [fact] = make_facts(1)
    for name in ("ada", "eve"):
        ask(make_learner(name), fact, at())
    settings.MEMORY_PER = "kind"

    assert said(capsys, "eve") == {"learners": 1, "memories_written": 1}
    assert [held.learner.username for held in Memory.objects.all() if held.kinds] == ["eve"]


def test_a_name_that_nobody_has_is_said(db):
    with pytest.raises(CommandError, match="There is no user nobody"):
        call_command("replay_memories", "nobody")


def test_a_setting_that_is_none_is_refused():
    told = subprocess.run(
        [sys.executable, site.BASE_DIR / "manage.py", "replay_memories"],
        env={**os.environ, "MEMORY_PER": "deck"},
        capture_output=True,
        text=True,
        check=False,
    )

    assert told.returncode != 0
    assert "MEMORY_PER must be fact or kind, not 'deck'." in told.stderr
