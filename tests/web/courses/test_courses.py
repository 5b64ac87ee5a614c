"""Pages of courses: who sees which, joining by code and by link."""

import pytest
from django.conf import settings
from django.urls import reverse

from questions.assignments.joining import join, remove
from questions.models import Course, Membership
from tests.assignments.classroom import NOW, make_course, make_person, make_quiz


def page(client, name, *args):
    return client.get(reverse(name, args=args))


def said(response):
    return [str(message) for message in response.context["messages"]]


def fields(**changed):
    return {"title": "History 2", "description": "", "time_zone": "Europe/Berlin"} | changed


def test_the_list_shows_what_one_teaches_and_attends(teaching, attending, course):
    assert list(page(teaching, "courses").context["taught"]) == [course]
    assert list(page(attending, "courses").context["attended"]) == [course]


def test_the_list_of_an_outsider_is_empty(outside, course):
    response = page(outside, "courses")
    assert (list(response.context["taught"]), list(response.context["attended"])) == ([], [])


@pytest.mark.parametrize("count", [1, 5])
def test_the_list_costs_the_same_whatever_is_in_it(
    teaching, instructor, student, facts, count, django_assert_num_queries
):
    for _ in range(count):
        make_quiz(make_course(instructor, student), facts)
    with django_assert_num_queries(4):
        page(teaching, "courses")


def test_an_instructor_opens_a_course(teaching, instructor):
    response = teaching.post(reverse("new_course"), fields())
    made = Course.objects.get()
    assert (response.status_code, response.url) == (303, reverse("course", args=[made.pk]))
    assert made.memberships.get().role == Membership.Role.INSTRUCTOR
    assert (made.title, made.time_zone) == ("History 2", "Europe/Berlin")


def test_only_an_instructor_opens_courses(attending):
    assert page(attending, "new_course").status_code == 404
    assert attending.post(reverse("new_course"), fields()).status_code == 404


def test_a_course_without_a_title_is_sent_back(teaching):
    response = teaching.post(reverse("new_course"), fields(title=" "))
    assert (response.status_code, Course.objects.count()) == (422, 0)


def test_an_instructor_sees_code_link_roster_and_quizzes(teaching, course, quiz):
    text = page(teaching, "course", course.pk).content.decode()
    for shown in (course.join_code, f"/join/{course.join_code}/", "sam", quiz.title, "0 of 4"):
        assert shown in text


def test_a_student_sees_quizzes_and_what_instructors_see_but_no_roster(attending, course, quiz):
    text = page(attending, "course", course.pk).content.decode()
    assert quiz.title in text
    assert "What your instructors see" in text
    assert course.join_code not in text


def test_a_course_is_nothing_to_outsiders_and_to_those_who_were_removed(outside, attending, student, course):
    assert page(outside, "course", course.pk).status_code == 404
    remove(course.memberships.get(person=student), now=NOW)
    assert page(attending, "course", course.pk).status_code == 404


@pytest.mark.parametrize("count", [1, 8])
def test_the_instructors_page_costs_the_same_for_any_class(teaching, course, facts, count, django_assert_num_queries):
    for number in range(count):
        join(make_person(f"p{number}"), course, now=NOW)
        make_quiz(course, facts)
    with django_assert_num_queries(10):
        page(teaching, "course", course.pk)


@pytest.mark.parametrize("count", [1, 8])
def test_the_students_page_costs_the_same_for_any_number_of_quizzes(
    attending, course, facts, bank, open_now, count, django_assert_num_queries
):
    course.banks.add(bank)
    for _ in range(count):
        make_quiz(course, facts, **open_now)
    with django_assert_num_queries(9):
        page(attending, "course", course.pk)


def test_a_course_is_edited_and_banks_are_shared(teaching, course, bank):
    response = teaching.post(reverse("edit_course", args=[course.pk]), fields(banks=[bank.pk]))
    course.refresh_from_db()
    assert (response.status_code, course.title, list(course.banks.all())) == (303, "History 2", [bank])


def test_only_its_instructor_edits_a_course(outside, attending, course):
    for client in (outside, attending):
        assert page(client, "edit_course", course.pk).status_code == 404
        assert client.post(reverse("edit_course", args=[course.pk]), fields()).status_code == 404


def test_a_time_zone_that_is_none_is_sent_back(teaching, course):
    response = teaching.post(reverse("edit_course", args=[course.pk]), fields(time_zone="Moon/Base"))
    assert response.status_code == 422


def test_joining_by_code_leads_to_the_course(outside, course):
    response = outside.post(reverse("join_by_code"), {"code": course.join_code.lower()}, follow=True)
    assert response.redirect_chain == [(reverse("course", args=[course.pk]), 303)]
    assert said(response) == ["Welcome to History 1."]


def test_a_wrong_code_is_sent_back_with_a_sentence(outside, course):
    response = outside.post(reverse("join_by_code"), {"code": "nonsense"})
    assert response.status_code == 422
    assert "No course has this code" in response.content.decode()


def test_too_many_wrong_codes_are_refused_whichever_way_they_come(outside, course):
    for _ in range(5):
        outside.post(reverse("join_by_code"), {"code": "nonsense"})
        page(outside, "join", "NONSENSE")
    by_code = outside.post(reverse("join_by_code"), {"code": course.join_code})
    assert (by_code.status_code, page(outside, "join", course.join_code).status_code) == (429, 429)
    assert "Too many wrong codes" in by_code.content.decode()


def test_the_link_asks_before_joining(outside, course):
    response = page(outside, "join", course.join_code)
    assert "Do you want to join?" in response.content.decode()
    assert course.memberships.count() == 2
    assert outside.post(reverse("join", args=[course.join_code])).status_code == 303
    assert course.memberships.count() == 3


def test_the_link_tells_members_that_they_are_in(attending, course):
    assert "You are in this course" in page(attending, "join", course.join_code).content.decode()


def test_who_was_removed_is_told_so_by_the_link(attending, student, course):
    remove(course.memberships.get(person=student), now=NOW)
    response = attending.post(reverse("join", args=[course.join_code]))
    assert response.status_code == 422
    assert "removed from this course" in response.content.decode()


def test_the_link_survives_the_sign_up(client, course):
    link = reverse("join", args=[course.join_code])
    to_login = client.get(link)
    assert (to_login.status_code, to_login.url) == (302, f"{reverse(settings.LOGIN_URL)}?next={link}")
    account = {"username": "newcomer", "password1": "long pass phrase 7", "time_zone": "Europe/Berlin", "next": link}
    signed_up = client.post(reverse("account_signup"), account)
    assert signed_up.url == link
    assert "Do you want to join?" in client.get(link).content.decode()


def test_the_login_page_hands_the_link_on_to_the_sign_up(client, course):
    link = reverse("join", args=[course.join_code])
    login = client.get(link, follow=True).content.decode()
    assert f"{reverse('account_signup')}?next=" in login
