"""Results: the matrix, the file, one attempt, more time, withdrawn items."""

from datetime import UTC, datetime, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from questions.assignments.hand_in import hand_in
from questions.assignments.joining import join
from questions.assignments.sit import save, start
from questions.models import Attempt, Extension
from tests.assignments.classroom import NOW, make_person, make_quiz, right_answers


def sat(quiz, student):
    now = timezone.now()
    attempt = start(quiz, student, now=now)
    save(attempt, right_answers(quiz), now=now)
    return hand_in(attempt, now=now)


def page(client, name, pk):
    return client.get(reverse(name, args=[pk]))


def more_time(person, **changed):
    fields = {"student": person.pk, "due_at": "2099-01-01T12:00", "extra_attempts": "1", "reason": "was ill"}
    return fields | changed


def test_the_results_show_the_matrix_and_each_item(teaching, quiz, student):
    attempt = sat(quiz, student)
    text = page(teaching, "results", quiz.pk).content.decode()
    assert text.count('<span class="visually-hidden">right</span>') == 4
    assert reverse("opened_attempt", args=[attempt.pk]) in text
    assert "100 % right, 1 of 1" in text


def test_the_results_of_a_draft_are_its_builder(teaching, draft):
    assert page(teaching, "results", draft.pk).url == reverse("build_quiz", args=[draft.pk])


def run_out(quiz, student):
    """An attempt with every answer right, whose time is over and which nobody has closed."""
    attempt = start(quiz, student, now=timezone.now())
    save(attempt, right_answers(quiz), now=timezone.now())
    Attempt.objects.update(closes_at=timezone.now() - timedelta(minutes=1))
    return attempt


def test_who_ran_out_stands_in_the_results_and_in_the_file_though_nobody_closed_it(teaching, quiz, student):
    attempt = run_out(quiz, student)
    text = page(teaching, "results", quiz.pk).content.decode()
    assert "100 % right, 1 of 1" in text
    assert "sitting" not in text
    assert "sam,,1,1,1,1,4,4,100" in page(teaching, "results_csv", quiz.pk).content.decode()
    assert "4 of 4 right" in page(teaching, "opened_attempt", attempt.pk).content.decode()
    assert "· 1 handed in" in " ".join(page(teaching, "course", quiz.course_id).content.decode().split())
    attempt.refresh_from_db()
    assert attempt.handed_in_at is None


def test_an_attempt_that_is_open_is_said_to_be_sat(teaching, quiz, student):
    start(quiz, student, now=timezone.now())
    assert page(teaching, "results", quiz.pk).content.decode().count('<span class="tag">sitting</span>') == 1


def test_more_time_opens_no_attempt_that_ran_out(teaching, quiz, student):
    attempt = run_out(quiz, student)
    url = reverse("extend_quiz", args=[quiz.pk])
    response = teaching.post(url, more_time(student, extra_attempts="0"), follow=True)
    attempt.refresh_from_db()
    assert attempt.handed_in_at == attempt.closes_at
    assert "All attempts of this student are handed in" in response.content.decode()


@pytest.mark.parametrize(("students", "asked"), [(1, 1), (1, 4), (9, 4)])
def test_the_results_cost_the_same_whoever_sat_what(
    teaching, course, facts, open_now, students, asked, django_assert_num_queries
):
    quiz = make_quiz(course, facts[:asked], **open_now)
    for number in range(students):
        person = make_person(f"p{number}")
        join(person, course, now=NOW)
        sat(quiz, person)
    with django_assert_num_queries(8):
        page(teaching, "results", quiz.pk)


def test_the_file_is_named_after_the_quiz_and_downloaded(teaching, quiz, student):
    sat(quiz, student)
    response = page(teaching, "results_csv", quiz.pk)
    assert response["Content-Disposition"] == 'attachment; filename="the-journey-results.csv"'
    assert response["Content-Type"] == "text/csv; charset=utf-8"
    assert "sam,,1,1,1,1,4,4,100" in response.content.decode()


def test_one_attempt_is_opened_with_answers_and_verdicts(teaching, quiz, student):
    text = page(teaching, "opened_attempt", sat(quiz, student).pk).content.decode()
    assert "4 of 4 right" in text
    assert "It is told that Ada Ashby comes into it." in text


def test_an_open_attempt_shows_what_is_saved_without_verdicts(teaching, quiz, student):
    attempt = start(quiz, student, now=timezone.now())
    save(attempt, right_answers(quiz), now=timezone.now())
    text = page(teaching, "opened_attempt", attempt.pk).content.decode()
    assert "Not handed in yet" in text
    assert 'class="mark' not in text


def test_a_student_gets_more_time_and_another_attempt(teaching, quiz, student):
    response = teaching.post(reverse("extend_quiz", args=[quiz.pk]), more_time(student))
    extension = Extension.objects.get()
    assert response.url == reverse("results", args=[quiz.pk])
    assert (extension.due_at, extension.extra_attempts) == (datetime(2099, 1, 1, 12, 0, tzinfo=UTC), 1)
    text = page(teaching, "extend_quiz", quiz.pk).content.decode()
    assert "was ill" in text


def test_more_time_alone_for_who_has_handed_in_says_that_it_is_no_use(teaching, quiz, student):
    sat(quiz, student)
    said = [
        teaching.post(reverse("extend_quiz", args=[quiz.pk]), more_time(student, extra_attempts=extra), follow=True)
        for extra in (0, 1)
    ]
    assert ["All attempts of this student are handed in" in answer.text for answer in said] == [True, False]


@pytest.mark.parametrize("changed", [{"due_at": "2020-01-01T12:00"}, {"reason": ""}, {"student": "0"}])
def test_an_extension_without_sense_is_sent_back(teaching, quiz, student, changed):
    response = teaching.post(reverse("extend_quiz", args=[quiz.pk]), more_time(student, **changed))
    assert (response.status_code, Extension.objects.count()) == (422, 0)


def test_nobody_outside_the_course_is_given_time(teaching, quiz):
    stranger = make_person("stranger")
    assert teaching.post(reverse("extend_quiz", args=[quiz.pk]), more_time(stranger)).status_code == 422


def test_an_item_is_withdrawn_and_counted_again(teaching, quiz, student):
    sat(quiz, student)
    item = quiz.items.first()
    response = teaching.post(reverse("withdraw_item", args=[item.pk]), follow=True)
    assert response.context["results"].rows[0].right == 3
    response = teaching.post(reverse("restore_item", args=[item.pk]), follow=True)
    assert response.context["results"].rows[0].right == 4


@pytest.mark.parametrize("who", ["outside", "attending"])
def test_results_are_nothing_to_anyone_else(who, request, quiz, student):
    client, attempt, item = request.getfixturevalue(who), sat(quiz, student), quiz.items.first()
    seen = [page(client, name, quiz.pk).status_code for name in ("results", "results_csv", "extend_quiz")]
    seen.append(page(client, "opened_attempt", attempt.pk).status_code)
    sent = [client.post(reverse(name, args=[item.pk])).status_code for name in ("withdraw_item", "restore_item")]
    sent.append(client.post(reverse("unpublish_quiz", args=[quiz.pk])).status_code)
    assert {*seen, *sent} == {404}
