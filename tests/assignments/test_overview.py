"""The quizzes on the page of the day."""

from datetime import timedelta

import pytest

from questions.assignments.hand_in import hand_in
from questions.assignments.joining import remove
from questions.assignments.overview import quizzes_for, quizzes_in
from questions.assignments.sit import start
from questions.assignments.times import extend

from .classroom import DUE, NOW, make_course, make_draft, make_quiz

SOON = NOW + timedelta(minutes=10)


def only(student, now=SOON):
    (row,) = quizzes_for(student, now=now)
    return row


def test_an_open_quiz_says_when_it_is_due_in_the_courses_zone(instructor, student, facts):
    course = make_course(instructor, student, time_zone="Europe/Berlin")
    quiz = make_quiz(course, facts)
    row = only(student)
    assert (row.pk, row.title, row.course) == (quiz.pk, "The journey", course)
    assert (row.state, row.when) == ("open", "due Friday 27 November, 18:00 (Europe/Berlin)")


def test_a_quiz_that_is_begun_and_one_that_is_handed_in_say_so(quiz, student):
    attempt = start(quiz, student, now=NOW)
    assert (only(student).state, only(student).when) == (
        "in progress",
        "begun, due Friday 27 November, 17:00 (UTC)",
    )
    hand_in(attempt, now=SOON)
    assert (only(student).state, only(student).when) == ("done", "handed in")


def test_an_upcoming_quiz_says_when_it_opens(course, facts, student):
    make_quiz(course, facts, opens_at=NOW + timedelta(days=1))
    assert only(student).when == "opens Tuesday 24 November, 10:00 (UTC)"


def test_a_missed_quiz_is_shown_for_a_week(quiz, student):
    assert only(student, DUE + timedelta(days=6)).state == "closed"
    assert quizzes_for(student, now=DUE + timedelta(days=7)) == []
    assert len(quizzes_in(quiz.course, student, now=DUE + timedelta(days=7))) == 1


def test_an_extension_is_what_the_student_reads(quiz, student):
    extend(quiz, student, due_at=DUE + timedelta(days=1), extra_attempts=0, reason="", now=NOW)
    assert only(student).when == "due Saturday 28 November, 17:00 (UTC)"


def test_drafts_other_courses_and_those_one_has_left_are_not_listed(course, quiz, facts, student, instructor):
    make_draft(course, facts)
    make_quiz(make_course(instructor), facts)
    assert only(student).pk == quiz.pk
    remove(course.memberships.get(person=student), now=SOON)
    assert quizzes_for(student, now=SOON) == []


def test_those_who_teach_have_no_quizzes_to_sit(quiz, instructor):
    assert quizzes_for(instructor, now=SOON) == []


@pytest.mark.parametrize("count", [1, 7])
def test_the_list_costs_three_queries(course, facts, student, count, django_assert_num_queries):
    for _ in range(count):
        start(make_quiz(course, facts), student, now=NOW)
    with django_assert_num_queries(3):
        assert len(quizzes_for(student, now=SOON)) == count
