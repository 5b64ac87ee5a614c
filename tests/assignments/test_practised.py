"""What instructors see of practice, and what not."""

from datetime import timedelta

import pytest

from questions.assignments.joining import join
from questions.assignments.practised import practice_in
from questions.models import Review

from .classroom import NOW, make_draft, make_person
from .test_results import sat

SOON = NOW + timedelta(minutes=10)


def answered(student, fact, *, at=SOON, outcome="correct", origin="practice"):
    """A review written row by row, whatever practice would have made of it."""
    return Review.objects.create(
        learner=student,
        fact=fact,
        question=fact.questions.first(),
        kind="choice",
        origin=origin,
        outcome=outcome,
        rating=3,
        guess_floor=0,
        prior=0.25,
        day=at.date(),
        answered_at=at,
        token=f"{student.pk}-{fact.pk}-{at.timestamp()}",
        memory_version=0,
    )


def row_of(course):
    (row,) = practice_in(course).rows
    return row.met, row.answers, row.right, row.percent


def test_practice_on_assigned_facts_is_counted(quiz, course, student, facts):
    answered(student, facts[0])
    answered(student, facts[0], at=SOON + timedelta(days=1), outcome="wrong")
    answered(student, facts[1], outcome="near_miss")
    assert row_of(course) == (2, 3, 2, 67)
    assert practice_in(course).facts == 4


def test_what_came_before_joining_is_not_seen(quiz, course, student, facts):
    answered(student, facts[0], at=NOW - timedelta(days=1))
    assert row_of(course) == (0, 0, 0, None)


def test_facts_that_were_never_assigned_are_not_seen(course, student, facts):
    make_draft(course, facts)
    answered(student, facts[0])
    assert row_of(course) == (0, 0, 0, None)


def test_the_quizzes_themselves_are_no_practice(quiz, course, student):
    sat(quiz, student, right=4)
    assert row_of(course) == (0, 0, 0, None)


def test_an_undone_answer_counts_no_longer(quiz, course, student, facts):
    review = answered(student, facts[0])
    student.corrections.create(review=review, act="undo", made_at=SOON)
    assert row_of(course) == (0, 0, 0, None)


@pytest.mark.parametrize("count", [1, 9])
def test_the_table_costs_three_queries(quiz, course, facts, count, django_assert_num_queries):
    for number in range(count):
        person = make_person(f"p{number}")
        join(person, course, now=NOW)
        answered(person, facts[0])
    with django_assert_num_queries(3):
        practice_in(course)
