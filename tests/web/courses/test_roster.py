"""Changes to who is in a course, and to its code."""

import pytest
from django.urls import reverse

from questions.assignments.joining import remove
from questions.models import Course
from tests.assignments.classroom import NOW


def place_of(course, student):
    return course.memberships.get(person=student)


def test_the_code_is_replaced(teaching, course):
    assert teaching.post(reverse("new_code", args=[course.pk])).status_code == 303
    assert Course.objects.get().join_code != course.join_code


def test_a_student_is_removed_and_taken_back(teaching, course, student):
    place = place_of(course, student)
    teaching.post(reverse("remove_student", args=[place.pk]))
    assert place_of(course, student).removed_at is not None
    assert "Removed students (1)" in teaching.get(reverse("course", args=[course.pk])).content.decode()
    teaching.post(reverse("take_back_student", args=[place.pk]))
    assert place_of(course, student).removed_at is None


def test_an_instructor_is_never_removed(teaching, course, instructor):
    place = place_of(course, instructor)
    assert teaching.post(reverse("remove_student", args=[place.pk])).status_code == 404


@pytest.mark.parametrize("who", ["outside", "attending"])
def test_nobody_else_changes_the_roster(who, request, course, student):
    client, place = request.getfixturevalue(who), place_of(course, student)
    for name, pk in (("new_code", course.pk), ("remove_student", place.pk), ("take_back_student", place.pk)):
        assert client.post(reverse(name, args=[pk])).status_code == 404
    assert place_of(course, student).removed_at is None


def test_looking_changes_nothing(teaching, course, student):
    place = place_of(course, student)
    assert teaching.get(reverse("remove_student", args=[place.pk])).status_code == 405


@pytest.mark.parametrize("name", ["remove_student", "take_back_student"])
def test_a_change_costs_few_queries(name, teaching, course, student, django_assert_max_num_queries):
    place = place_of(course, student)
    remove(place, now=NOW)
    with django_assert_max_num_queries(8):
        teaching.post(reverse(name, args=[place.pk]))
