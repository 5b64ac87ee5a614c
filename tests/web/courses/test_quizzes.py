"""The builder: making, filling, examining, publishing and deleting a quiz."""

from datetime import UTC, datetime, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from questions.assignments.sit import start
from questions.models import Assignment, Question
from tests.assignments.classroom import add_fact, make_draft

HTMX = {"HTTP_HX_REQUEST": "true"}


def post(client, name, pk, data=None, **headers):
    return client.post(reverse(name, args=[pk]), data or {}, **headers)


def page(client, name, pk, **headers):
    return client.get(reverse(name, args=[pk]), **headers)


def fields(**changed):
    return {
        "title": "Week 1",
        "instructions": "",
        "opens_at": "2026-11-23T09:00",
        "due_at": "2026-11-27T18:00",
        "attempts_allowed": "2",
    } | changed


def prompts(quiz):
    return list(quiz.items.values_list("fact__blank", "kind"))


def test_times_are_read_in_the_courses_zone_which_is_named_beside_them(teaching, course):
    course.time_zone = "Asia/Tokyo"
    course.save()
    assert page(teaching, "new_quiz", course.pk).content.decode().count("Time in Asia/Tokyo.") == 2
    response = post(teaching, "new_quiz", course.pk, fields())
    made = Assignment.objects.get()
    assert response.url == reverse("build_quiz", args=[made.pk])
    assert made.due_at == datetime(2026, 11, 27, 9, 0, tzinfo=UTC)  # Tokyo is nine hours ahead
    assert 'value="2026-11-27T18:00"' in page(teaching, "quiz_settings", made.pk).content.decode()


def test_a_time_that_the_clocks_skip_is_sent_back(teaching, course):
    course.time_zone = "Europe/Berlin"
    course.save()
    assert post(teaching, "new_quiz", course.pk, fields(due_at="2027-03-28T02:30")).status_code == 422


@pytest.mark.parametrize(
    ("zone", "changed"),
    [("Europe/Berlin", {"opens_at": "0001-01-01T00:00"}), ("America/New_York", {"due_at": "9999-12-31T23:59"})],
)
def test_a_time_that_no_other_zone_can_tell_is_sent_back(teaching, course, zone, changed):
    course.time_zone = zone
    course.save()
    response = post(teaching, "new_quiz", course.pk, fields(**changed))
    assert response.status_code == 422
    assert "Enter a valid date/time." in response.content.decode()


def test_a_due_time_before_the_opening_is_sent_back(teaching, course):
    response = post(teaching, "new_quiz", course.pk, fields(due_at="2026-11-22T18:00"))
    assert response.status_code == 422
    assert "later than the opening" in response.content.decode()


def test_settings_change_open_attempts_too(teaching, quiz, student):
    attempt = start(quiz, student, now=timezone.now())
    opened = quiz.opens_at
    response = post(teaching, "quiz_settings", quiz.pk, fields(due_at="2099-01-01T12:00"))
    attempt.refresh_from_db()
    quiz.refresh_from_db()
    assert (response.status_code, attempt.closes_at) == (303, datetime(2099, 1, 1, 12, 0, tzinfo=UTC))
    assert quiz.opens_at == opened  # someone has begun


def test_the_builder_shows_items_and_facts_to_choose(teaching, draft):
    response = page(teaching, "build_quiz", draft.pk)
    text = response.content.decode()
    assert "Items (2)" in text
    assert [fact.blank for fact, _ in response.context["found"]] == ["lake", "payer"]


def test_the_builder_answers_a_search_by_htmx_with_the_found_facts_only(teaching, draft):
    text = teaching.get(reverse("build_quiz", args=[draft.pk]), {"q": "water"}, **HTMX).content.decode()
    assert "Lake Orin" in text
    assert "Kettle Society" not in text
    assert "<html" not in text
    assert "Items (" not in text


def test_a_search_in_no_unit_of_these_is_no_error(teaching, draft):
    response = teaching.get(reverse("build_quiz", args=[draft.pk]), {"unit": "9999", "q": "x" * 300})
    assert response.status_code == 200


def test_the_builder_of_a_published_quiz_is_its_results(teaching, quiz):
    assert page(teaching, "build_quiz", quiz.pk).url == reverse("results", args=[quiz.pk])


@pytest.mark.parametrize("more", [0, 20])
def test_the_builder_costs_the_same_for_any_number_of_items(
    teaching, course, bank, facts, open_now, more, django_assert_num_queries
):
    for number in range(more):
        add_fact(bank.units.get(), f"camp-{number}", "place", f"Hill {number}", f"Camp {number}?", ["Oak", "Elm"])
    quiz = make_draft(course, list(bank.facts.all())[: more // 2 + 1], **open_now)
    with django_assert_num_queries(10):
        page(teaching, "build_quiz", quiz.pk)


def test_facts_are_added_and_the_search_is_kept(teaching, draft, facts):
    chosen = {"facts": [facts[2].pk], "kind": "typed", "q": "water"}
    response = post(teaching, "add_items", draft.pk, chosen)
    assert response.url == f"{reverse('build_quiz', args=[draft.pk])}?q=water"
    assert prompts(draft)[-1] == ("lake", "typed")


def test_facts_are_added_by_htmx_with_the_whole_builder(teaching, draft, facts):
    text = post(teaching, "add_items", draft.pk, {"facts": [facts[2].pk], "kind": "choice"}, **HTMX).content.decode()
    assert "Items added: 1." in text
    assert "Items (3)" in text
    assert "<html" not in text


def test_ticking_nothing_is_said(teaching, draft):
    text = post(teaching, "add_items", draft.pk, {"kind": "choice"}, **HTMX).content.decode()
    assert "Tick at least one fact first." in text


@pytest.mark.parametrize(("name", "field"), [("add_items", "facts"), ("pick_items", "units")])
def test_a_number_that_no_row_can_have_is_said(teaching, draft, name, field):
    sent = {field: [str(2**63)], "kind": "choice", "count": "1"}
    text = post(teaching, name, draft.pk, sent, **HTMX).content.decode()
    assert "is not one of the available choices" in text
    assert draft.items.count() == 2


def test_items_are_picked_and_a_shortage_is_said(teaching, draft):
    text = post(teaching, "pick_items", draft.pk, {"count": "9", "kind": "choice"}, **HTMX).content.decode()
    assert "Items picked: 2. No more can be asked like that" in text
    assert draft.items.count() == 4


def test_a_senseless_number_of_items_is_said(teaching, draft):
    response = post(teaching, "pick_items", draft.pk, {"count": "0", "kind": "choice"}, **HTMX)
    assert "greater than or equal to 1" in response.content.decode()
    assert draft.items.count() == 2


def test_an_item_changes_its_kind(teaching, draft):
    text = post(teaching, "change_item_kind", draft.items.first().pk, {"kind": "typed"}, **HTMX).content.decode()
    assert "Asked as typed now." in text
    assert prompts(draft) == [("leader", "typed"), ("year", "choice")]


def test_a_kind_that_is_none_is_said(teaching, draft):
    text = post(teaching, "change_item_kind", draft.items.first().pk, {"kind": "recall"}, **HTMX).content.decode()
    assert "recall is not one of the available choices" in text


def test_an_item_is_taken_out(teaching, draft):
    response = post(teaching, "take_out_item", draft.items.first().pk)
    assert response.url == reverse("build_quiz", args=[draft.pk])
    assert prompts(draft) == [("year", "choice")]


def test_the_preview_shows_every_prompt_and_option_and_keeps_nothing(teaching, draft):
    text = page(teaching, "preview_quiz", draft.pk).content.decode()
    for item in draft.items.all():
        assert item.prompt in text
        assert all(option in text for option in item.options)
    assert f'action="{reverse("publish_quiz", args=[draft.pk])}"' not in text


def test_publishing_shows_the_quiz_to_students(teaching, attending, draft):
    assert page(attending, "quiz", draft.pk).status_code == 404
    assert post(teaching, "publish_quiz", draft.pk).url == reverse("results", args=[draft.pk])
    assert page(attending, "quiz", draft.pk).status_code == 200


def test_publishing_is_refused_with_the_list_of_what_stands_against_it(teaching, draft, facts):
    Question.objects.filter(fact=facts[1]).update(prompt="When did Ada Ashby set out?")
    Assignment.objects.filter(pk=draft.pk).update(due_at=timezone.now() - timedelta(minutes=1))
    response = post(teaching, "publish_quiz", draft.pk)
    assert response.status_code == 422
    assert response.context["refused"] == [
        "Its due time is past. Give it a later one.",
        "Item 2 gives away item 1: its prompt holds “Ada Ashby”.",
    ]
    shown = response.content.decode()
    assert [shown.count(objection) for objection in response.context["refused"]] == [1, 1]


def test_publishing_twice_is_404_the_second_time(teaching, draft):
    post(teaching, "publish_quiz", draft.pk)
    assert post(teaching, "publish_quiz", draft.pk).status_code == 404


def test_a_quiz_nobody_began_becomes_a_draft_again(teaching, quiz):
    post(teaching, "unpublish_quiz", quiz.pk)
    quiz.refresh_from_db()
    assert quiz.published_at is None


def test_a_quiz_someone_began_stays_and_says_why(teaching, quiz, student):
    start(quiz, student, now=timezone.now())
    response = teaching.post(reverse("unpublish_quiz", args=[quiz.pk]), follow=True)
    quiz.refresh_from_db()
    assert quiz.published_at is not None
    assert "Someone has begun this quiz" in response.content.decode()


def test_a_draft_is_deleted(teaching, draft, course):
    assert post(teaching, "delete_quiz", draft.pk).url == reverse("course", args=[course.pk])
    assert not Assignment.objects.exists()


def test_a_published_quiz_is_not_deleted(teaching, quiz):
    assert post(teaching, "delete_quiz", quiz.pk).status_code == 404


@pytest.mark.parametrize("who", ["outside", "attending"])
def test_nobody_else_builds(who, request, course, draft):
    client = request.getfixturevalue(who)
    item = draft.items.first()
    seen = [page(client, name, draft.pk).status_code for name in ("build_quiz", "quiz_settings", "preview_quiz")]
    sent = [
        post(client, name, draft.pk).status_code for name in ("add_items", "pick_items", "publish_quiz", "delete_quiz")
    ]
    sent += [post(client, name, item.pk).status_code for name in ("change_item_kind", "take_out_item")]
    sent += [post(client, "new_quiz", course.pk, fields()).status_code]
    assert {*seen, *sent} == {404}
    assert draft.items.count() == 2
