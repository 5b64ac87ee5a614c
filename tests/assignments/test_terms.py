"""What holds for one student: times, attempts, extensions, when answers are shown."""

from datetime import timedelta

from questions.assignments.hand_in import hand_in
from questions.assignments.sit import start
from questions.assignments.terms import State, phrase, terms_for
from questions.assignments.times import extend

from .classroom import DUE, NOW, make_quiz

SOON = NOW + timedelta(minutes=10)
LATER = DUE + timedelta(days=1)


def give(quiz, student, *, due_at=LATER, more=0):
    return extend(quiz, student, due_at=due_at, extra_attempts=more, reason="was ill", now=NOW)


def test_moments_are_named_in_the_courses_zone():
    assert phrase(DUE, "Europe/Berlin") == "Friday 27 November, 18:00 (Europe/Berlin)"


def test_a_quiz_goes_from_upcoming_to_open_to_closed(quiz, student):
    terms = terms_for(quiz, student)
    states = [terms.state(moment) for moment in (NOW - timedelta(seconds=1), NOW, DUE)]
    assert states == [State.UPCOMING, State.OPEN, State.CLOSED]


def test_an_open_attempt_is_in_progress_until_it_is_handed_in(quiz, student):
    attempt = start(quiz, student, now=NOW)
    assert terms_for(quiz, student).state(SOON) is State.IN_PROGRESS
    hand_in(attempt, now=SOON)
    assert terms_for(quiz, student).state(SOON) is State.DONE


def test_right_answers_are_shown_after_the_last_allowed_attempt(course, facts, student):
    quiz = make_quiz(course, facts, attempts_allowed=2)
    shown = []
    for _ in range(2):
        hand_in(start(quiz, student, now=NOW), now=SOON)
        shown.append(terms_for(quiz, student).shows_answers(SOON))
    assert shown == [False, True]


def test_right_answers_are_shown_from_the_due_time_on(quiz, student):
    terms = terms_for(quiz, student)
    assert (terms.shows_answers(SOON), terms.shows_answers(DUE)) == (False, True)


def test_an_extension_moves_the_due_time_of_one_student_only(quiz, student, instructor):
    give(quiz, student)
    assert (terms_for(quiz, student).due_at, terms_for(quiz, instructor).due_at) == (LATER, DUE)
    assert not terms_for(quiz, student).shows_answers(DUE)


def test_an_extension_can_give_another_attempt(quiz, student):
    hand_in(start(quiz, student, now=NOW), now=SOON)
    give(quiz, student, due_at=DUE, more=1)
    assert start(quiz, student, now=SOON).number == 2
