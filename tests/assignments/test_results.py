"""The matrix and its scores."""

from datetime import timedelta

import pytest

from questions.assignments.hand_in import hand_in
from questions.assignments.joining import join, remove
from questions.assignments.results import lines_of, results_of
from questions.assignments.sit import save, start

from .classroom import NOW, make_person, make_quiz, right_answers, wrong_answers

SOON = NOW + timedelta(minutes=10)


def sat(quiz, student, *, right):
    """An attempt handed in with the first `right` items right, and the others wrong."""
    attempt = start(quiz, student, now=NOW)
    save(attempt, wrong_answers(quiz) | dict(list(right_answers(quiz).items())[:right]), now=NOW)
    return hand_in(attempt, now=SOON)


def marks(row):
    return [cell.mark for cell in row.cells]


def test_the_matrix_has_a_row_for_each_student_and_a_column_for_each_item(quiz, course, student):
    other = make_person("zoe")
    join(other, course, now=NOW)
    sat(quiz, student, right=3)
    results = results_of(quiz, now=NOW)
    assert [row.place.person.username for row in results.rows] == ["sam", "zoe"]
    assert marks(results.rows[0]) == ["right", "right", "right", "wrong"]
    assert marks(results.rows[1]) == ["none"] * 4
    assert (results.rows[0].right, results.rows[0].percent, results.rows[1].percent) == (3, 75, None)


def test_the_share_of_an_item_counts_those_who_handed_in(quiz, course, student):
    other, idle = make_person("zoe"), make_person("idle")
    join(other, course, now=NOW)
    join(idle, course, now=NOW)
    sat(quiz, student, right=2)
    sat(quiz, other, right=1)
    results = results_of(quiz, now=NOW)
    assert [(column.right, column.of, column.percent) for column in results.columns] == [
        (2, 2, 100),
        (1, 2, 50),
        (0, 2, 0),
        (0, 2, 0),
    ]
    assert (results.handed_in, results.percent) == (2, 38)  # 3 of 8


def test_an_attempt_that_is_open_shows_nothing_yet(quiz, student):
    save(start(quiz, student, now=NOW), right_answers(quiz), now=NOW)
    (row,) = results_of(quiz, now=NOW).rows
    assert (marks(row), row.best) == (["none"] * 4, None)


def test_what_was_left_out_is_unanswered(quiz, student):
    hand_in(start(quiz, student, now=NOW), now=SOON)
    (row,) = results_of(quiz, now=NOW).rows
    assert (marks(row), row.percent) == (["unanswered"] * 4, 0)


def test_of_several_attempts_the_best_counts(course, facts, student):
    quiz = make_quiz(course, facts, attempts_allowed=3)
    for right in (1, 3, 2):
        sat(quiz, student, right=right)
    (row,) = results_of(quiz, now=NOW).rows
    assert (row.right, row.best.number, len(row.attempts)) == (3, 2, 3)


def test_who_was_removed_stays_in_the_matrix_only_with_attempts(quiz, course, student):
    other = make_person("zoe")
    remove(join(other, course, now=NOW), now=SOON)
    sat(quiz, student, right=4)
    remove(course.memberships.get(person=student), now=SOON)
    assert [row.place.person.username for row in results_of(quiz, now=NOW).rows] == ["sam"]


def test_one_attempt_is_read_line_by_line(quiz, student):
    attempt = sat(quiz, student, right=4)
    lines = lines_of(attempt, now=NOW)
    assert {line.mark for line in lines} == {"right"}
    leader = next(line for line in lines if line.item.fact.blank == "leader")
    assert (leader.given, leader.sentence) == ("Ada Ashby", "It is told that Ada Ashby comes into it.")


@pytest.mark.parametrize(("students", "facts_asked"), [(1, 1), (1, 4), (12, 4)])
def test_results_cost_five_queries_whoever_sat_what(course, facts, students, facts_asked, django_assert_num_queries):
    quiz = make_quiz(course, facts[:facts_asked])
    for number in range(students):
        person = make_person(f"p{number}")
        join(person, course, now=NOW)
        sat(quiz, person, right=1)
    with django_assert_num_queries(5):
        results_of(quiz, now=NOW)
