"""The demo course: made once, by the real steps, with days behind it and a quiz before it."""

import json
import stat
from datetime import timedelta

import pytest
from django.contrib.auth import authenticate
from django.core.management import call_command
from django.db import transaction
from django.test import override_settings
from django.utils import timezone

from questions.management.demo.people import PEOPLE
from questions.models import Assignment, Attempt, Bank, Course, Memory, Review, User
from tests.factories import add_statement, make_bank, make_learner, make_unit, place_name

pytestmark = pytest.mark.django_db


def ship_a_bank():
    bank = make_bank(is_shipped=True)
    for chapter in range(4):
        unit = make_unit(bank, f"unit-{chapter}", f"Chapter {chapter}")
        for number in range(10 * chapter, 10 * chapter + 10):
            add_statement(unit, f"Camp {number} stood at [{place_name(number)}](place:where).")


@pytest.fixture
def people(settings, tmp_path):
    """Where the demo's passwords are kept."""
    settings.VAR_DIR = tmp_path
    return tmp_path / "demo_people.json"


def test_a_real_persons_name_is_left_to_them(people, capsys):
    ship_a_bank()
    make_learner("mara")
    call_command("load_demo")
    assert User.objects.count() == 1
    assert not people.exists()
    assert "somebody here has the name" in capsys.readouterr().err


def test_without_a_bank_one_sentence_says_so(people, capsys):
    call_command("load_demo")
    assert not Bank.objects.exists()
    assert "Run load_banks first." in capsys.readouterr().err


@pytest.fixture(scope="module")
def demo(django_db_setup, django_db_blocker, tmp_path_factory):
    """The demo made once, with the file that holds its passwords; each test rolls back to it."""
    path = tmp_path_factory.mktemp("demo")
    with django_db_blocker.unblock(), override_settings(VAR_DIR=path), transaction.atomic():
        ship_a_bank()
        call_command("load_demo")
        yield path / "demo_people.json"
        transaction.set_rollback(True)


def test_everyone_of_the_demo_can_log_in_with_what_was_kept(demo):
    known = json.loads(demo.read_text())
    assert [person["username"] for person in known] == [person.username for person in PEOPLE]
    for person in known:
        user = authenticate(username=person["username"], password=person["password"])
        assert user.is_demo
        assert user.is_instructor == (person["role"] == "instructor of the demo course")
    assert len({person["password"] for person in known}) == len(known)
    assert stat.S_IMODE(demo.stat().st_mode) == 0o600


def test_the_history_lies_behind_today_and_leaves_something_for_today(demo):
    learner = User.objects.get(username="mara")
    today = learner.local_day(timezone.now())
    days = set(Review.objects.of(learner).values_list("day", flat=True))
    assert today - timedelta(days=42) <= min(days)
    assert max(days) < today
    assert len(days) > 25
    assert {"correct", "wrong"} <= set(Review.objects.of(learner).values_list("outcome", flat=True))
    assert Memory.objects.of(learner).due(today).exists()


def test_one_quiz_is_handed_in_with_results_and_one_is_open(demo):
    now = timezone.now()
    course = Course.objects.get()
    assert course.memberships.count() == len(PEOPLE)
    first, second = Assignment.objects.order_by("opens_at")
    assert first.due_at < now < second.due_at
    assert second.opens_at < now
    sat = [
        [attempt.student.username for attempt in quiz.attempts.order_by("student__username")]
        for quiz in (first, second)
    ]
    assert sat == [["jonas", "mara", "priya"], ["jonas"]]
    assert not Attempt.objects.filter(handed_in_at=None).exists()
    assert Review.objects.filter(origin="quiz").count() > 30


def test_a_second_run_changes_nothing(demo):
    before = (demo.read_text(), Review.objects.count(), User.objects.get(username="mara").password)
    call_command("load_demo")
    assert (demo.read_text(), Review.objects.count(), User.objects.get(username="mara").password) == before


def test_lost_passwords_are_made_anew(demo):
    lost = json.loads(demo.read_text())
    demo.unlink()
    call_command("load_demo")
    again = json.loads(demo.read_text())
    assert authenticate(username="mara", password=lost[1]["password"]) is None
    assert authenticate(username="mara", password=again[1]["password"]).username == "mara"
