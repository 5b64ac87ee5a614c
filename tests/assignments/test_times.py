"""Other times for a quiz, or for one student: open attempts go along, and none that ran out is opened again."""

from datetime import date, timedelta

import pytest

from questions.assignments.sit import save, start
from questions.assignments.terms import terms_for
from questions.assignments.times import extend, reschedule
from questions.models import Attempt, Memory

from .classroom import DUE, NOW, wrong_answers

LATER = DUE + timedelta(days=1)


def give(quiz, student, *, due_at=LATER, more=0, now=NOW):
    return extend(quiz, student, due_at=due_at, extra_attempts=more, reason="was ill", now=now)


def test_a_second_extension_replaces_the_first(quiz, student):
    give(quiz, student)
    give(quiz, student, due_at=DUE, more=2)
    assert (quiz.extensions.count(), terms_for(quiz, student).due_at) == (1, DUE)


@pytest.mark.parametrize("days", [-1, 1])
def test_a_quiz_that_is_rescheduled_takes_open_attempts_along(quiz, student, days):
    start(quiz, student, now=NOW)
    quiz.due_at = DUE + timedelta(days=days)
    reschedule(quiz, now=NOW)
    assert Attempt.objects.get().closes_at == quiz.due_at


def test_rescheduling_takes_nothing_from_an_extension(quiz, student):
    give(quiz, student)
    start(quiz, student, now=NOW)
    quiz.due_at = DUE - timedelta(hours=1)
    reschedule(quiz, now=NOW)
    assert Attempt.objects.get().closes_at == LATER


def test_more_time_opens_no_attempt_that_ran_out(quiz, student):
    start(quiz, student, now=NOW)
    give(quiz, student, now=DUE)
    attempt = Attempt.objects.get()
    assert (attempt.handed_in_at, attempt.closes_at) == (DUE, DUE)


def test_a_later_due_time_opens_no_attempt_that_ran_out(quiz, student):
    start(quiz, student, now=NOW)
    quiz.due_at = LATER
    reschedule(quiz, now=DUE)
    attempt = Attempt.objects.get()
    assert (attempt.handed_in_at, attempt.closes_at) == (DUE, DUE)


def test_what_ran_out_under_the_old_times_is_remembered_under_them(quiz, student):
    """The right answers were to be seen from the old due time on, so a wrong one waits a day."""
    attempt = start(quiz, student, now=DUE - timedelta(hours=1))
    save(attempt, wrong_answers(quiz), now=DUE - timedelta(hours=1))
    quiz.due_at = LATER
    reschedule(quiz, now=DUE)
    assert {memory.due for memory in Memory.objects.of(student)} == {date(2026, 11, 28)}
