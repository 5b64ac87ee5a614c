"""Two requests at the same moment, on a database that runs them side by side."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection

from questions.assignments.hand_in import hand_in
from questions.assignments.sit import AttemptClosed, save, start
from questions.models import Attempt, Response, Review

from .classroom import NOW, right_answers

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]


def side_by_side(*acts):
    """What each act returned, all begun at once and each on a connection of its own."""
    gate = Barrier(len(acts))

    def run(act):
        try:
            gate.wait()
            return act()
        finally:
            connection.close()

    with ThreadPoolExecutor(len(acts)) as threads:
        return list(threads.map(run, acts))


def test_two_clicks_on_start_are_one_attempt(quiz, student):
    attempts = side_by_side(*[lambda: start(quiz, student, now=NOW)] * 4)
    assert len({attempt.pk for attempt in attempts}) == 1
    assert Attempt.objects.count() == 1


def test_two_hand_ins_are_one(quiz, student):
    attempt = start(quiz, student, now=NOW)
    save(attempt, right_answers(quiz), now=NOW)
    side_by_side(*[lambda: hand_in(Attempt.objects.get(), now=NOW)] * 4)
    assert Review.objects.count() == 4


def test_an_answer_is_saved_before_the_hand_in_or_refused(quiz, student):
    attempt = start(quiz, student, now=NOW)

    def try_to_save():
        try:
            return save(attempt, right_answers(quiz), now=NOW)
        except AttemptClosed:
            return 0

    saved, _ = side_by_side(try_to_save, lambda: hand_in(Attempt.objects.get(), now=NOW))
    assert Response.objects.exclude(outcome="").count() == saved
    assert Review.objects.count() == saved
