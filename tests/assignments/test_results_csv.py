"""The CSV file, and that no spreadsheet runs anything in it."""

import csv
import io

import pytest

from questions.assignments.results import results_of
from questions.assignments.results_csv import guarded, to_csv
from questions.assignments.withdrawal import withdraw
from questions.models import Item

from .classroom import NOW
from .test_results import sat


def table(quiz):
    text = to_csv(results_of(quiz, now=NOW))
    assert text[0] == "\ufeff"
    return list(csv.reader(io.StringIO(text[1:], newline="")))


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx"])
def test_what_a_spreadsheet_would_run_becomes_text(text):
    assert guarded(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", "sam", "3", "a=b", "Who led the expedition?"])
def test_everything_else_stays_as_it_is(text):
    assert guarded(text) == text


def test_the_file_holds_a_line_for_each_student_and_the_shares(quiz, student):
    student.first_name = "Sam"
    student.save()
    sat(quiz, student, right=3)
    head, line, foot = table(quiz)
    assert head[:3] == ["student", "name", "Who led the expedition to the lake?"]
    assert line == ["sam", "Sam", "1", "1", "1", "0", "3", "4", "75"]
    assert foot == ["right of handed in", "", "1/1", "1/1", "1/1", "0/1", "", "", "75"]


def test_a_dangerous_name_and_a_dangerous_prompt_are_guarded(quiz, student):
    student.first_name = "=HYPERLINK()"
    student.save()
    Item.objects.filter(pk=quiz.items.first().pk).update(prompt="-1 + what?")
    head, line, _ = table(quiz)
    assert (head[2], line[1]) == ("'-1 + what?", "'=HYPERLINK()")


def test_who_has_not_handed_in_has_empty_cells(quiz, student):
    assert table(quiz)[1] == ["sam", "", "", "", "", "", "", "", ""]


def test_withdrawn_items_are_not_in_the_file(quiz, student):
    sat(quiz, student, right=3)
    withdraw(quiz.items.last(), now=NOW)
    assert table(quiz)[1] == ["sam", "", "1", "1", "1", "3", "3", "100"]
