import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from questions.models import DayTally
from tests.factories import MONDAY, make_facts, make_learner
from tests.progress.rows import answer

pytestmark = pytest.mark.django_db


def rebuilt(*names, **options):
    out = StringIO()
    call_command("rebuild_tallies", *names, stdout=out, stderr=options.pop("stderr", StringIO()), **options)
    return json.loads(out.getvalue())


def practised(name, days=2):
    learner, facts = make_learner(name), make_facts(1, key=f"bank-{name}")
    for day in range(days):
        answer(learner, facts[0], MONDAY.replace(day=2 + day))
    return learner


def test_everyone_who_has_answered_is_rebuilt():
    practised("ada"), practised("eve", 3), make_learner("nobody")

    assert rebuilt() == {"learners": 2, "days": 3}
    assert DayTally.objects.count() == 3


def test_only_those_named_are_rebuilt():
    practised("ada"), practised("eve", 3)

    assert rebuilt("eve") == {"learners": 1, "days": 2}


def test_what_is_equal_is_proved_equal():
    practised("ada")
    rebuilt()

    assert rebuilt(check=True) == {"learners": 1, "differences": 0}


def test_what_differs_is_said_and_the_command_fails():
    practised("ada")
    rebuilt()
    DayTally.objects.update(right=0)
    said = StringIO()

    with pytest.raises(CommandError, match="not those of the log"):
        rebuilt(check=True, stderr=said)

    assert said.getvalue() == "ada: DayTally 2026-11-02: right 0, log 1\n"
    assert DayTally.objects.get().right == 0


def test_an_unknown_name_is_refused():
    with pytest.raises(CommandError, match="nobody called zoe"):
        rebuilt("zoe")
