"""Two requests at the same moment, on a database that runs them side by side."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier, Event
from time import sleep

import pytest
from django.db import connection, transaction

from questions.assignments.hand_in import close, hand_in, sweep
from questions.assignments.joining import WRONG_CODES_PER_ACCOUNT, NoSuchCode, TooManyCodes, find_course, join
from questions.assignments.publish import NotTakenBack, take_back
from questions.assignments.sit import AttemptClosed, CannotStart, save, start
from questions.assignments.times import extend
from questions.assignments.withdrawal import restore, withdraw
from questions.models import Attempt, Response, Review

from .classroom import DUE, NOW, make_person, right_answers

LONGER = DUE + timedelta(days=1)

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


def one_within_the_other(first, second):
    """What both returned; the second begins when the first is done but its transaction is still open for a moment."""
    is_done = Event()

    def hold():
        try:
            with transaction.atomic():
                found = first()
                is_done.set()
                sleep(0.3)
            return found
        finally:
            is_done.set()
            connection.close()

    def meet():
        try:
            is_done.wait()
            return second()
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as threads:
        futures = [threads.submit(hold), threads.submit(meet)]
        return [future.result() for future in futures]


def refused(act, *refusals):
    """The act, whose refusals are returned instead of raised."""

    def tried():
        try:
            return act()
        except refusals as refusal:
            return refusal

    return tried


def test_two_clicks_on_start_are_one_attempt(quiz, student):
    attempts = side_by_side(*[lambda: start(quiz, student, now=NOW)] * 4)
    assert len({attempt.pk for attempt in attempts}) == 1
    assert Attempt.objects.count() == 1


def test_two_hand_ins_are_one(quiz, student):
    attempt = start(quiz, student, now=NOW)
    save(attempt, right_answers(quiz), now=NOW)
    side_by_side(*[lambda: hand_in(Attempt.objects.get(), now=NOW)] * 4)
    assert Review.objects.count() == 4


@pytest.mark.parametrize("first", ["sweep", "hand-in"])
def test_a_hand_in_at_the_instant_of_the_sweep_is_graded_once(quiz, student, first):
    attempt = start(quiz, student, now=NOW)
    save(attempt, right_answers(quiz), now=NOW)
    acts = [lambda: sweep(now=DUE), lambda: hand_in(Attempt.objects.get(), now=DUE - timedelta(seconds=1))]
    one_within_the_other(*(acts if first == "sweep" else acts[::-1]))
    handed_in_at = DUE if first == "sweep" else DUE - timedelta(seconds=1)
    assert Attempt.objects.get().handed_in_at == handed_in_at
    assert (Review.objects.count(), Response.objects.filter(outcome="correct").count()) == (4, 4)


def test_two_sweeps_at_once_grade_each_attempt_once(course, quiz, student):
    others = [make_person(f"p{number}") for number in range(3)]
    for person in [student, *others]:
        join(person, course, now=NOW)
        save(start(quiz, person, now=NOW), right_answers(quiz), now=NOW)
    side_by_side(*[lambda: sweep(now=DUE)] * 3)
    assert set(Attempt.objects.values_list("handed_in_at", flat=True)) == {DUE}
    assert Review.objects.count() == 16


def test_answers_sent_at_the_instant_of_the_sweep_are_graded_or_refused(quiz, student):
    attempt = start(quiz, student, now=NOW)
    just_in_time = DUE - timedelta(seconds=1)
    saving = refused(lambda: save(attempt, right_answers(quiz), now=just_in_time), AttemptClosed)
    saved, _ = side_by_side(saving, lambda: sweep(now=DUE))
    graded = 0 if isinstance(saved, AttemptClosed) else saved
    assert (Response.objects.filter(outcome="correct").count(), Review.objects.count()) == (graded, graded)


@pytest.mark.parametrize("first", ["restore", "hand-in"])
def test_an_item_restored_in_the_instant_of_a_hand_in_is_remembered(quiz, student, first):
    attempt = start(quiz, student, now=NOW)
    save(attempt, right_answers(quiz), now=NOW)
    item = quiz.items.first()
    withdraw(item, now=NOW)
    acts = [lambda: restore(item, now=NOW), lambda: hand_in(Attempt.objects.get(), now=NOW)]
    one_within_the_other(*(acts if first == "restore" else acts[::-1]))
    assert Review.objects.filter(fact=item.fact).count() == 1
    assert Review.objects.count() == 4


def test_a_quiz_begun_in_the_instant_of_a_restore_is_begun_after_it(quiz, student):
    item = quiz.items.first()
    withdraw(item, now=NOW)

    def sit_all_of_it():
        attempt = start(quiz, student, now=NOW)
        save(attempt, right_answers(quiz), now=NOW)
        return hand_in(attempt, now=NOW)

    one_within_the_other(lambda: restore(item, now=NOW), sit_all_of_it)
    assert Review.objects.filter(fact=item.fact).count() == 1


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


def test_a_quiz_that_is_being_begun_is_not_taken_back(quiz, student):
    begun, taken = one_within_the_other(
        lambda: start(quiz, student, now=NOW), refused(lambda: take_back(quiz), NotTakenBack)
    )
    quiz.refresh_from_db()
    assert isinstance(taken, NotTakenBack)
    assert (list(Attempt.objects.all()), quiz.published_at) == ([begun], NOW)


def test_a_quiz_that_is_being_taken_back_is_not_begun(quiz, student):
    _, begun = one_within_the_other(
        lambda: take_back(quiz), refused(lambda: start(quiz, student, now=NOW), CannotStart)
    )
    quiz.refresh_from_db()
    assert str(begun) == "Your instructor has taken this quiz back."
    assert (Attempt.objects.count(), quiz.published_at) == (0, None)


def longer(quiz, student):
    return lambda: extend(quiz, student, due_at=LONGER, extra_attempts=0, reason="ill", now=NOW)


@pytest.mark.parametrize("closing", ["the sweep", "a step"])
def test_an_extension_granted_while_the_time_runs_out_keeps_the_attempt_open(quiz, student, closing):
    attempt = start(quiz, student, now=NOW)
    acts = {"the sweep": lambda: sweep(now=DUE), "a step": lambda: close(attempt, now=DUE)}
    one_within_the_other(longer(quiz, student), acts[closing])
    attempt.refresh_from_db()
    assert (attempt.handed_in_at, attempt.closes_at) == (None, LONGER)


def test_an_extension_granted_while_the_student_hands_in_late_dates_the_hand_in(quiz, student):
    attempt = start(quiz, student, now=NOW)
    late = DUE + timedelta(hours=1)
    one_within_the_other(longer(quiz, student), lambda: hand_in(attempt, now=late))
    attempt.refresh_from_db()
    assert (attempt.handed_in_at, attempt.closes_at) == (late, LONGER)


@pytest.mark.parametrize("first", ["extension", "attempt"])
def test_an_extension_and_an_attempt_begun_at_the_same_moment_know_of_each_other(quiz, student, first):
    acts = [longer(quiz, student), lambda: start(quiz, student, now=NOW)]
    one_within_the_other(*(acts if first == "extension" else acts[::-1]))
    assert Attempt.objects.get().closes_at == LONGER


def test_guesses_side_by_side_are_counted_one_by_one(course, student):
    def guess():
        return find_course("WRONG", person=student, address="10.0.0.1", now=NOW)

    refusals = side_by_side(*[refused(guess, NoSuchCode, TooManyCodes)] * 20)
    assert sum(isinstance(refusal, NoSuchCode) for refusal in refusals) == WRONG_CODES_PER_ACCOUNT
