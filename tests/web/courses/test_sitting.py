"""Sitting a quiz: starting, saving item by item, two tabs, the end of the time, handing in, the own result."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from questions.assignments.hand_in import hand_in
from questions.assignments.sit import start
from questions.models import Attempt, Item, Review
from tests.assignments.classroom import make_person, make_quiz

from .conftest import browser_of

HTMX = {"HTTP_HX_REQUEST": "true"}


@pytest.fixture
def attempt(quiz, student):
    return start(quiz, student, now=timezone.now())


def sent(answers, seen=None):
    """What a page sends: an answer for each item, and what the page had shown before."""
    seen = seen or {}
    return {f"answer-{pk}": text for pk, text in answers.items()} | {f"seen-{pk}": seen.get(pk, "") for pk in answers}


def post(client, name, attempt, data=None, **headers):
    return client.post(reverse(name, args=[attempt.pk]), data or {}, **headers)


def given(attempt):
    return dict(attempt.responses.values_list("item__fact__blank", "given"))


def items_of(quiz):
    return list(quiz.items.all())


def close(attempt):
    Attempt.objects.filter(pk=attempt.pk).update(closes_at=timezone.now() - timedelta(minutes=1))


def test_the_page_of_a_quiz_says_what_holds(attending, quiz):
    response = attending.get(reverse("quiz", args=[quiz.pk]))
    assert (response.context["state"], response.context["item_count"]) == ("open", 4)


def test_those_who_teach_a_quiz_are_led_to_its_results(teaching, quiz):
    assert teaching.get(reverse("quiz", args=[quiz.pk])).url == reverse("results", args=[quiz.pk])


@pytest.mark.parametrize("attempts", [1, 5])
def test_the_page_of_a_quiz_costs_the_same_for_any_number_of_attempts(
    attending, course, facts, student, open_now, attempts, django_assert_num_queries
):
    quiz = make_quiz(course, facts, attempts_allowed=9, **open_now)
    for _ in range(attempts):
        post(attending, "hand_in", start(quiz, student, now=timezone.now()))
    with django_assert_num_queries(9):
        attending.get(reverse("quiz", args=[quiz.pk]))


def test_starting_leads_to_the_sheet_and_starting_again_to_the_same(attending, quiz):
    urls = {attending.post(reverse("start_quiz", args=[quiz.pk])).url for _ in range(2)}
    assert urls == {reverse("sit", args=[Attempt.objects.get().pk])}


def test_starting_too_early_says_when_it_opens(attending, course, facts):
    soon = timezone.now() + timedelta(days=1)
    early = make_quiz(course, facts, opens_at=soon, due_at=soon + timedelta(days=1))
    response = attending.post(reverse("start_quiz", args=[early.pk]), follow=True)
    assert "This quiz opens on" in response.content.decode()
    assert not Attempt.objects.exists()


def test_the_sheet_asks_everything_and_tells_nothing(attending, attempt, quiz):
    text = attending.get(reverse("sit", args=[attempt.pk])).content.decode()
    assert all(item.prompt in text for item in items_of(quiz))
    assert "It is told that" not in text


@pytest.mark.parametrize("asked", [1, 4])
def test_the_sheet_costs_the_same_for_any_number_of_items(
    attending, course, facts, student, open_now, asked, django_assert_num_queries
):
    attempt = start(make_quiz(course, facts[:asked], **open_now), student, now=timezone.now())
    with django_assert_num_queries(5):
        attending.get(reverse("sit", args=[attempt.pk]))


def test_an_answer_is_saved_at_once_and_htmx_gets_only_the_state(attending, attempt, quiz):
    item = items_of(quiz)[0]
    response = post(attending, "save_answers", attempt, sent({item.pk: "Tom Brook"}), **HTMX)
    text = response.content.decode()
    assert given(attempt) == {"leader": "Tom Brook"}
    assert "1 of 4 answered, all saved" in text
    assert f'name="seen-{item.pk}" value="Tom Brook"' in text
    assert "<html" not in text


def test_without_javascript_saving_leads_back_to_the_sheet(attending, attempt, quiz):
    item = items_of(quiz)[0]
    response = post(attending, "save_answers", attempt, sent({item.pk: "Tom Brook"}))
    assert (response.status_code, response.url) == (303, reverse("sit", args=[attempt.pk]))
    assert "checked" in attending.get(response.url).content.decode()


def test_an_older_second_tab_takes_nothing_back(attending, attempt, quiz):
    one, two, *_ = items_of(quiz)
    empty = {item.pk: "" for item in items_of(quiz)}
    post(attending, "save_answers", attempt, sent(empty | {one.pk: "Ada Ashby"}), **HTMX)
    post(attending, "save_answers", attempt, sent(empty | {two.pk: "1871"}), **HTMX)
    assert given(attempt) == {"leader": "Ada Ashby", "year": "1871"}


def test_an_answer_can_be_emptied_again(attending, course, facts, student, open_now):
    quiz = make_quiz(course, facts, kind="typed", **open_now)
    attempt = start(quiz, student, now=timezone.now())
    item = items_of(quiz)[0]
    post(attending, "save_answers", attempt, sent({item.pk: "Ada"}), **HTMX)
    post(attending, "save_answers", attempt, sent({item.pk: ""}, seen={item.pk: "Ada"}), **HTMX)
    assert given(attempt) == {"leader": ""}


def test_an_answer_that_is_too_long_is_said_and_the_others_are_saved(attending, course, facts, student, open_now):
    quiz = make_quiz(course, facts, kind="typed", **open_now)
    attempt = start(quiz, student, now=timezone.now())
    one, two, *_ = items_of(quiz)
    response = post(attending, "save_answers", attempt, sent({one.pk: "x" * 501, two.pk: "1871"}))
    text = response.content.decode()
    assert (response.status_code, given(attempt)) == (422, {"year": "1871"})
    assert "at most 500 characters" in text
    assert "x" * 501 in text  # what was typed is still there


def test_an_answer_with_signs_that_no_database_keeps_is_not_an_error(attending, attempt, quiz):
    item = items_of(quiz)[0]
    assert post(attending, "save_answers", attempt, sent({item.pk: "a\0b"}), **HTMX).status_code == 422


def test_saving_after_the_end_is_said_in_the_sheet(attending, attempt, quiz):
    close(attempt)
    response = post(attending, "save_answers", attempt, sent({items_of(quiz)[0].pk: "Tom Brook"}), **HTMX)
    assert response.status_code == 409
    assert "This attempt is over" in response.content.decode()
    assert given(attempt) == {}


def test_saving_after_the_end_without_javascript_leads_to_the_result(attending, attempt, quiz):
    close(attempt)
    response = post(attending, "save_answers", attempt, sent({items_of(quiz)[0].pk: "Tom Brook"}))
    assert response.url == reverse("own_result", args=[attempt.pk])


def test_handing_in_takes_along_what_was_not_saved_yet(attending, attempt, quiz):
    answers = {item.pk: item.answer for item in items_of(quiz)}
    response = attending.post(reverse("hand_in", args=[attempt.pk]), sent(answers), follow=True)
    assert response.redirect_chain == [(reverse("own_result", args=[attempt.pk]), 303)]
    assert "4 of 4 right" in response.content.decode()


def test_handing_in_twice_is_handing_in_once(attending, attempt, quiz):
    data = sent({item.pk: item.answer for item in items_of(quiz)})
    urls = {post(attending, "hand_in", attempt, data).url for _ in range(2)}
    assert urls == {reverse("own_result", args=[attempt.pk])}
    assert Review.objects.count() == 4


def test_handing_in_late_hands_in_what_was_saved_and_says_so(attending, attempt, quiz):
    one, two, *_ = items_of(quiz)
    post(attending, "save_answers", attempt, sent({one.pk: one.answer}), **HTMX)
    close(attempt)
    response = attending.post(reverse("hand_in", args=[attempt.pk]), sent({two.pk: two.answer}), follow=True)
    text = response.content.decode()
    assert "The time was over" in text
    assert "1 of 4 right" in text


def test_an_answer_too_long_stops_the_hand_in_once(attending, course, facts, student, open_now):
    quiz = make_quiz(course, facts, kind="typed", **open_now)
    attempt = start(quiz, student, now=timezone.now())
    item = items_of(quiz)[0]
    assert post(attending, "hand_in", attempt, sent({item.pk: "x" * 501})).status_code == 422
    attempt.refresh_from_db()
    assert attempt.handed_in_at is None


def test_the_result_of_an_open_attempt_is_its_sheet(attending, attempt):
    assert attending.get(reverse("own_result", args=[attempt.pk])).url == reverse("sit", args=[attempt.pk])


def test_the_own_verdicts_come_at_once_and_the_right_answers_after_the_last_attempt(
    attending, course, facts, student, open_now
):
    quiz = make_quiz(course, facts[2:3], attempts_allowed=2, **open_now)
    (item,) = items_of(quiz)
    texts = []
    for _ in range(2):
        attempt = start(quiz, student, now=timezone.now())
        response = attending.post(reverse("hand_in", args=[attempt.pk]), sent({item.pk: "Lake Mara"}), follow=True)
        texts.append(response.content.decode())
    assert all("0 of 1 right" in text and "Lake Mara" in text for text in texts)
    assert ["Lake Orin" in text for text in texts] == [False, True]
    assert "It is told that Lake Orin comes into it." in texts[1]
    assert "The lake, paragraph 3" in texts[1]


@pytest.mark.parametrize("asked", [1, 4])
def test_the_result_costs_the_same_for_any_number_of_items(
    attending, course, facts, student, open_now, asked, django_assert_num_queries
):
    attempt = start(make_quiz(course, facts[:asked], **open_now), student, now=timezone.now())
    post(attending, "hand_in", attempt)
    with django_assert_num_queries(8):
        attending.get(reverse("own_result", args=[attempt.pk]))


def test_a_withdrawn_item_is_not_asked_any_more(attending, attempt, quiz):
    item = items_of(quiz)[0]
    Item.objects.filter(pk=item.pk).update(withdrawn_at=timezone.now())
    assert item.prompt not in attending.get(reverse("sit", args=[attempt.pk])).content.decode()


@pytest.mark.parametrize("who", ["outside", "teaching", "classmate"])
def test_an_attempt_is_nothing_to_anyone_else(who, request, course, attempt):
    client = None if who == "classmate" else request.getfixturevalue(who)
    if client is None:
        other = make_person("classmate")
        course.memberships.create(person=other, role="student", joined_at=timezone.now())
        client = browser_of(other)
    seen = [client.get(reverse(name, args=[attempt.pk])).status_code for name in ("sit", "own_result")]
    changed = [post(client, name, attempt).status_code for name in ("save_answers", "hand_in")]
    assert {*seen, *changed} == {404}
    attempt.refresh_from_db()
    assert attempt.handed_in_at is None


def test_a_quiz_is_nothing_to_outsiders(outside, quiz):
    assert outside.get(reverse("quiz", args=[quiz.pk])).status_code == 404
    assert outside.post(reverse("start_quiz", args=[quiz.pk])).status_code == 404


def test_looking_starts_and_hands_in_nothing(attending, quiz, attempt):
    assert attending.get(reverse("start_quiz", args=[quiz.pk])).status_code == 405
    assert attending.get(reverse("hand_in", args=[attempt.pk])).status_code == 405


def test_a_citation_of_the_lead_does_not_repeat_the_title(attending, quiz, student):
    quiz.items.first().fact.statement.passages.update(section="A Short History of Lake Orin", paragraph=3)
    attempt = hand_in(start(quiz, student, now=timezone.now()), now=timezone.now())
    text = " ".join(attending.get(reverse("own_result", args=[attempt.pk])).text.split())
    assert text.count("M. Field: <cite>A Short History of Lake Orin</cite>, paragraph 3") == 1
    assert text.count("M. Field: <cite>A Short History of Lake Orin</cite>, The lake, paragraph ") == 3
