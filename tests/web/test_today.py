"""The page of the day."""

from __future__ import annotations

import pytest
from django.urls import reverse

from questions.models import Membership, Memory, Review
from tests.factories import NOON, make_facts, make_learner, make_memory, make_study
from tests.web.cards import answer, queries, sit, text_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("noon")]


@pytest.fixture
def ada(client):
    learner = make_learner()
    client.force_login(learner)
    return learner


def page(client):
    return client.get(reverse("today"))


def test_today_says_what_is_due_new_and_how_long_it_takes(client, ada):
    facts = make_facts(6)
    make_study(ada, facts[0].bank, new_per_day=3)
    make_memory(ada, facts[0])

    today = page(client).context["today"]

    assert (today.due, today.new, today.owed, today.minutes) == (1, 3, 0, 1)


def test_one_minute_is_not_called_minutes(client, ada):
    make_study(ada, make_facts(1)[0].bank)
    assert "<dt>minute, about</dt><dd>1</dd>" in text_of(page(client))
    ada.studies.update(new_per_day=60)
    for key in ("b", "c"):
        make_study(ada, make_facts(60, key=key)[0].bank, new_per_day=60)

    assert "minutes, about" in text_of(page(client))


def test_today_names_the_day_and_what_is_studied(client, ada):
    facts = make_facts(6)
    make_study(ada, facts[0].bank, new_per_day=3)
    make_memory(ada, facts[0])

    text = text_of(page(client))

    assert "Monday, 2 November" in text
    assert "3 new a day · 1 of 6 facts met" in text


def test_today_makes_nothing(client, ada):
    make_study(ada, make_facts(3)[0].bank)

    page(client)

    assert Memory.objects.count() == Review.objects.count() == 0


def test_a_newcomer_is_told_where_to_begin(client, ada):
    text = text_of(page(client))

    assert "Nothing to practise yet" in text
    assert 'href="/banks/"' in text
    assert 'href="/courses/"' in text


def test_who_is_here_to_teach_is_led_to_courses_and_to_importing_first(client):
    client.force_login(make_learner("mira", is_instructor=True))

    text = text_of(page(client))

    assert '<a class="button primary" href="/courses/">Your courses</a>' in text
    assert '<a class="button" href="/imports/new/">Import a document</a>' in text


def test_a_day_that_is_done_says_when_the_next_facts_come_back(client, ada):
    make_study(ada, make_facts(1)[0].bank)
    answer(client)

    text = text_of(page(client))

    assert "Done for today" in text
    assert "1 answer given. The next facts come back on Tuesday, 3 November." in text


def test_the_day_turns_at_four_in_the_learner_s_own_zone(client, ada):
    ada.time_zone = "Pacific/Kiritimati"  # fourteen hours ahead: two in the morning of the third, still the second
    ada.save()

    assert page(client).context["day"] == NOON.date()


def test_quizzes_set_for_the_learner_stand_there(client, ada):
    attempt = sit(ada, make_facts(1)[0])
    Membership.objects.create(course=attempt.assignment.course, person=ada, role="student", joined_at=NOON)

    text = text_of(page(client))

    assert f'href="/quizzes/{attempt.assignment.pk}/"' in text
    assert "History · begun, due Monday 2 November, 13:00 (UTC)" in text


def test_today_wants_a_login(client):
    assert page(client).headers["Location"] == "/accounts/login/?next=/today/"


def test_somebody_else_s_day_stays_theirs(client, ada):
    eve = make_learner("eve")
    make_study(eve, make_facts(3)[0].bank)

    assert page(client).context["today"].total == 0


def test_today_is_never_stored(client, ada):
    assert "no-store" in page(client)["Cache-Control"]


def test_today_costs_the_same_number_of_queries(client, ada):
    few, many = make_facts(2, key="few"), make_facts(60, key="many")
    make_study(ada, few[0].bank)
    make_memory(ada, few[0])
    asked = queries(lambda: page(client))
    ada.studies.update(bank=many[0].bank)
    for fact in many[::2]:
        make_memory(ada, fact)

    assert queries(lambda: page(client)) == asked


def test_who_teaches_is_led_to_their_courses(client, ada):
    assert "Join a course" in page(client).text
    ada.is_instructor = True
    ada.save()
    assert "Your courses" in page(client).text
    assert "Join a course" not in page(client).text
