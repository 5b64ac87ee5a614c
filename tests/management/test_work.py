"""What the worker looks after beside its tasks: quizzes that ran out are handed in without anybody's look."""

import threading
from datetime import timedelta

import pytest
from django.utils import timezone

from questions.assignments.hand_in import sweep
from questions.assignments.sit import save, start
from questions.management.commands.work import look_after_until
from questions.models import Attempt, Review
from tests.assignments.classroom import make_bank, make_course, make_person, make_quiz, right_answers

pytestmark = pytest.mark.django_db


@pytest.fixture
def attempt():
    """One with four right answers, whose time was over a minute ago."""
    student, now = make_person("sam"), timezone.now()
    course = make_course(make_person("mira", is_instructor=True), student)
    times = {"opens_at": now - timedelta(hours=1), "due_at": now + timedelta(days=1)}
    quiz = make_quiz(course, list(make_bank().facts.all()), **times)
    begun = start(quiz, student, now=now)
    save(begun, right_answers(quiz), now=now)
    Attempt.objects.update(closes_at=now - timedelta(minutes=1))
    return begun


def look_once(*duties):
    """One round of the worker's duties, or of these."""
    ended = threading.Event()
    ended.set()
    look_after_until(ended, *duties)


def test_the_worker_hands_in_what_ran_out(attempt):
    look_once()
    attempt.refresh_from_db()
    assert attempt.handed_in_at == attempt.closes_at
    assert Review.objects.count() == 4


def test_a_duty_that_fails_keeps_no_other_from_its_turn(attempt, caplog):
    def fail(*, now):
        raise RuntimeError

    look_once([fail, sweep])
    assert caplog.messages == ["Failed for this time: fail"]
    assert Review.objects.count() == 4
