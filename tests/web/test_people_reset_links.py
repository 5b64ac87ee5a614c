"""A link for a new password, made by an instructor for a student who is nothing more than that."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
import time_machine
from django.contrib.auth.tokens import default_token_generator
from django.test import Client
from django.urls import reverse

from questions.models import User
from questions.web.reset_links import student_of, token_for
from tests.assignments.classroom import make_course, make_person
from tests.factories import NOON
from tests.web.cards import queries, text_of

pytestmark = pytest.mark.django_db

NEW = {"new_password1": "another pass phrase", "new_password2": "another pass phrase"}


@pytest.fixture
def teacher():
    return make_person("mira", is_instructor=True)


@pytest.fixture
def student():
    return make_person("sam")


@pytest.fixture
def course(teacher, student):
    return make_course(teacher, student)


@pytest.fixture
def teaching(client, teacher):
    client.force_login(teacher)
    return client


def ask(client: Client, course: object, person: User) -> object:
    return client.post(reverse("reset_link_for", args=[course.pk, person.pk]))


def link_in(response: object) -> str:
    return re.search(r'value="http://127\.0\.0\.1:8000(/reset/[^"]+)"', text_of(response))[1]


# Making it


def test_an_instructor_gets_a_link_for_a_student(teaching, course, student):
    page = ask(teaching, course, student)

    assert page.status_code == 200
    assert student_of(link_in(page).split("/")[2]) == student


def test_a_look_at_the_address_makes_no_link(teaching, course, student):
    assert teaching.get(reverse("reset_link_for", args=[course.pk, student.pk])).status_code == 405


def test_a_link_for_a_student_of_somebody_elses_course_is_404(client, course, student):
    stranger = make_person("fred", is_instructor=True)
    make_course(stranger)
    client.force_login(stranger)

    assert ask(client, course, student).status_code == 404


def test_a_link_for_somebody_who_is_in_another_course_is_404(teaching, course):
    assert ask(teaching, course, make_person("olga")).status_code == 404


def test_a_link_for_a_number_nobody_can_have_is_404(teaching, course):
    assert teaching.post(reverse("reset_link_for", args=[course.pk, 2**63])).status_code == 404


def test_a_link_for_a_removed_student_is_404(teaching, course, student):
    course.memberships.filter(person=student).update(removed_at=NOON)

    assert ask(teaching, course, student).status_code == 404


@pytest.mark.parametrize("right", ["is_staff", "is_superuser", "is_instructor"])
def test_there_is_no_link_for_somebody_with_more_rights(teaching, course, student, right):
    User.objects.filter(pk=student.pk).update(**{right: True})

    page = teaching.post(reverse("reset_link_for", args=[course.pk, student.pk]), follow=True)

    assert "sam is more than a student here." in text_of(page)
    assert "/reset/" not in text_of(page).replace("/reset-link/", "")


def test_there_is_no_link_for_somebody_who_teaches_anywhere(teaching, course, student):
    make_course(student)

    assert ask(teaching, course, student).status_code == 303


def test_an_instructor_gets_no_link_for_themselves(teaching, course, teacher):
    assert ask(teaching, course, teacher).status_code == 303


def test_a_link_costs_the_same_whatever_the_size_of_the_course(teaching, course, student):
    few = queries(lambda: ask(teaching, course, student))
    for number in range(30):
        course.memberships.create(person=make_person(f"s{number}"), role="student", joined_at=NOON)

    assert queries(lambda: ask(teaching, course, student)) == few


# Using it


def test_the_link_sets_a_new_password_once(client, student):
    address = reverse("reset_link", args=[token_for(student)])

    page, done, again = client.get(address), client.post(address, NEW), client.post(address, NEW)

    assert "Your username is <strong>sam</strong>" in text_of(page)
    assert done.headers["Location"] == "/accounts/login/"
    student.refresh_from_db()
    assert student.check_password("another pass phrase")
    assert again.status_code == 410


def test_the_link_logs_nobody_in(client, student):
    client.post(reverse("reset_link", args=[token_for(student)]), NEW)

    assert client.get("/today/").status_code == 302


def test_other_sessions_of_the_student_end(client, student):
    left_open = Client()
    left_open.force_login(student)
    student.refresh_from_db()

    client.post(reverse("reset_link", args=[token_for(student)]), NEW)

    assert left_open.get("/today/").status_code == 302


def test_a_weak_password_leaves_the_link_good(client, student):
    address = reverse("reset_link", args=[token_for(student)])

    refused = client.post(address, {"new_password1": "12345678", "new_password2": "12345678"})

    assert refused.status_code == 422
    assert client.post(address, NEW).status_code == 303


@pytest.mark.parametrize(("hours", "status"), [(23, 200), (25, 410)])
def test_the_link_is_good_for_a_day(client, student, hours, status):
    with time_machine.travel(NOON, tick=False):
        address = reverse("reset_link", args=[token_for(student)])
    with time_machine.travel(NOON + timedelta(hours=hours), tick=False):
        assert client.get(address).status_code == status


def test_the_link_ends_when_the_student_logs_in(client, student):
    address = reverse("reset_link", args=[token_for(student)])
    Client().post("/accounts/login/", {"login": "sam", "password": "a long pass phrase"})

    assert client.get(address).status_code == 410


def test_the_link_ends_when_the_student_becomes_more(client, student):
    address = reverse("reset_link", args=[token_for(student)])
    User.objects.filter(pk=student.pk).update(is_staff=True)

    assert client.post(address, NEW).status_code == 410


@pytest.mark.parametrize("token", ["x", "1", "1-", "1-abc-def", "-", "z" * 21 + "-abc-def", "1-" + "9" * 5000])
def test_a_made_up_link_is_dead(client, student, token):
    assert client.get(reverse("reset_link", args=[token])).status_code == 410


def test_a_link_is_not_good_for_somebody_else(student):
    other = make_person("olga")
    _, _, rest = token_for(student).partition("-")

    assert student_of(f"{other.pk}-{rest}") is None


def test_a_token_of_another_kind_is_no_link(student):
    assert student_of(f"{student.pk}-{default_token_generator.make_token(student)}") is None
