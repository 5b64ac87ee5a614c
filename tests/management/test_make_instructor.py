"""Giving and taking the right to teach from a shell."""

import pytest
from django.core.management import CommandError, call_command

from tests.factories import make_learner


def test_a_person_may_teach_and_no_longer(db, capsys):
    person = make_learner()
    call_command("make_instructor", person.username)
    person.refresh_from_db()
    assert person.is_instructor
    call_command("make_instructor", person.username, take_away=True)
    person.refresh_from_db()
    assert not person.is_instructor
    assert capsys.readouterr().out.splitlines() == [
        f"{person.username} is an instructor.",
        f"{person.username} is no longer an instructor.",
    ]


def test_a_name_that_nobody_has_is_said(db):
    with pytest.raises(CommandError, match="Nobody here is called nobody"):
        call_command("make_instructor", "nobody")
