"""How much a day holds: limits, a backlog, rounds of some minutes, a planned break; and the week in the settings."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.urls import reverse

from questions.models import Memory, Review, Study, Unit
from tests.factories import MONDAY, NOON, make_bank, make_facts, make_learner, make_memory, make_study
from tests.web.cards import HTMX, answer, correct, queries, send, shown, signed_in, text_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("noon")]

SETTINGS = {"time_zone": "UTC", "desired_retention": "0.9", "due_per_day": "200"}
BREAK = {"away_from": "2026-11-05", "away_until": "2026-11-20"}


def post(client, name, **sent):
    return client.post(reverse(name), sent)


def late(learner, count, limit=5):
    """A learner with more due than their limit."""
    learner.due_per_day = limit
    learner.save()
    facts = make_facts(count, key="late")
    make_study(learner, facts[0].bank, new_per_day=0)
    for fact in facts:
        make_memory(learner, fact, due=MONDAY - timedelta(days=30))
    return facts


# Limits


def test_limits_are_changed_from_the_page_of_the_day(client, ada):
    study = Study.objects.get()
    page = text_of(client.get(reverse("today")))
    assert 'name="due_per_day" value="200"' in page
    assert f'name="new_{study.pk}" value="10"' in page

    response = post(client, "change_limits", due_per_day="30", **{f"new_{study.pk}": "2"})

    assert (response.status_code, response.headers["Location"]) == (303, "/today/")
    ada.refresh_from_db()
    study.refresh_from_db()
    assert (ada.due_per_day, study.new_per_day) == (30, 2)


@pytest.mark.parametrize("due", ["0", "1001", "many", ""])
def test_limits_that_make_no_sense_change_nothing(client, ada, due):
    study = Study.objects.get()

    response = client.post(reverse("change_limits"), {"due_per_day": due, f"new_{study.pk}": "2"}, follow=True)

    assert "Nothing was changed. Choose a number from 1 to 1000." in text_of(response)
    assert Study.objects.get().new_per_day == 10


def test_nobody_changes_the_limits_of_somebody_else(client, ada):
    other = make_study(make_learner("other"), make_bank("b", "B"))

    post(client, "change_limits", due_per_day="30", **{f"new_{other.pk}": "0"})

    other.refresh_from_db()
    assert other.new_per_day == 10


# A backlog


def test_a_backlog_says_what_the_delay_cost_and_how_long_each_limit_takes(client, ada):
    late(ada, 12)

    page = text_of(client.get(reverse("today")))

    assert "12 facts have come due" in page
    assert "Your limit is 5 a day, so 7 of them wait." in page
    assert "you have probably forgotten about 1 more of them" in page
    assert "5 a day, as now: caught up in about" in page


def test_a_backlog_is_caught_up_with_at_the_limit_chosen(client, ada):
    late(ada, 12)
    study = Study.objects.first()

    response = post(client, "change_limits", due_per_day="12")

    assert response.status_code == 303
    page = client.get(reverse("today"))
    assert page.context["backlog"] is None
    assert page.context["today"].due == 12
    assert Study.objects.get(pk=study.pk).new_per_day == study.new_per_day


def test_the_page_of_a_day_with_a_backlog_costs_one_query_more(client, ada):
    late(ada, 12, limit=12)
    enough = queries(lambda: client.get(reverse("today")))
    ada.due_per_day = 5
    ada.save()

    assert queries(lambda: client.get(reverse("today"))) == enough + 1


# A round of some minutes


def test_a_round_ends_when_its_minutes_are_over_and_the_card_is_answered(client, ada, noon):
    assert post(client, "begin_round", minutes="5").headers["Location"] == "/practice/"
    answer(client)
    page = shown(client)
    noon.shift(timedelta(minutes=5, seconds=1))

    verdict = send(client, signed_in(page), headers=HTMX, act="give_up")
    over = client.get(reverse("practice"), headers=HTMX)

    assert verdict.status_code == 200
    text = text_of(over)
    assert "Your 5 minutes are up" in text
    assert over.context["summary"].answered == 2
    assert "2 are left today." in text


def test_before_its_end_the_cards_go_on(client, ada, noon):
    post(client, "begin_round", minutes="5")
    noon.shift(timedelta(minutes=4, seconds=59))

    page = shown(client)
    assert page.templates[0].name == "questions/practice/card.html"
    assert page.headers["Round-Seconds-Left"] == "1"


def test_a_round_counts_what_was_answered_in_it(client, ada, noon):
    answer(client)
    noon.shift(timedelta(minutes=1))
    post(client, "begin_round", minutes="5")
    answer(client)
    noon.shift(timedelta(minutes=6))

    assert shown(client).context["summary"].answered == 1


@pytest.mark.parametrize("minutes", ["0", "5"])
def test_after_a_round_one_goes_on_to_the_end_or_for_another_one(client, ada, noon, minutes):
    post(client, "begin_round", minutes="5")
    noon.shift(timedelta(minutes=6))

    post(client, "begin_round", minutes=minutes)

    assert shown(client).templates[0].name == "questions/practice/card.html"


@pytest.mark.parametrize("minutes", [40, -10])
def test_whoever_comes_back_much_later_or_whose_clock_went_back_begins_anew(client, ada, noon, minutes):
    post(client, "begin_round", minutes="5")
    noon.shift(timedelta(minutes=minutes))

    assert shown(client).templates[0].name == "questions/practice/card.html"


def test_extra_practice_and_an_undone_answer_are_shown_after_the_end_too(client, ada, noon):
    post(client, "begin_round", minutes="5")
    answer(client)
    noon.shift(timedelta(minutes=6))

    unit = Unit.objects.get().pk
    assert shown(client, more="unit", unit=unit).context["card"].extra == f"unit:{unit}"
    correct(client, Review.objects.get(), "undo")
    assert shown(client).context["card"].fact == Review.objects.get().fact


def test_a_round_of_nonsense_is_practice_without_an_end(client, ada):
    assert post(client, "begin_round", minutes="7").status_code == 303
    assert "round_of_practice" not in client.session


# A planned break


def test_a_break_is_planned_shown_and_called_off(client, ada):
    fact = make_facts(1, key="far")[0]
    make_memory(ada, fact, due=date(2026, 11, 9))

    response = client.post(reverse("planned_break"), BREAK, follow=True)

    page = text_of(response)
    assert "Your break: 5 November to 20 November 2026" in page
    assert "1 fact waits until after it; hardly any will be forgotten because of that." in page
    assert Memory.objects.get(fact=fact).due == date(2026, 11, 21)
    page = text_of(client.post(reverse("call_off_break"), follow=True))
    assert "The break is called off. 1 fact comes back on its old day." in page
    assert Memory.objects.get(fact=fact).due == date(2026, 11, 9)


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ({"away_from": "2026-11-20", "away_until": "2026-11-05"}, "A break ends on the day it begins or later."),
        ({"away_from": "2026-10-01", "away_until": "2026-10-05"}, "A break that is over cannot be planned."),
        ({"away_from": "soon", "away_until": ""}, "Enter a valid date."),
    ],
)
def test_a_break_that_makes_no_sense_is_handed_back(client, ada, sent, said):
    response = client.post(reverse("planned_break"), sent)

    assert response.status_code == 422
    assert said in text_of(response)


def test_on_a_break_the_day_says_so(client, ada):
    client.post(reverse("planned_break"), {"away_from": "2026-11-02", "away_until": "2026-11-06"})

    page = text_of(client.get(reverse("today")))

    assert "You are on a break until 6 November" in page
    assert "Nothing is due" not in page


def test_a_break_wants_a_login(client):
    assert client.get(reverse("planned_break")).headers["Location"] == "/accounts/login/?next=/settings/break/"


def test_the_page_of_a_break_costs_three_queries(client, ada):
    assert queries(lambda: client.get(reverse("planned_break"))) == 3  # session, person, day


# The week


def test_the_week_is_kept_in_the_settings(client, ada):
    page = text_of(client.get(reverse("settings")))
    assert "Spread facts evenly over the days" in page
    assert "How much may come back on each day of the week?" in page

    client.post(reverse("settings"), SETTINGS | {"is_load_even": "on", "on_5": "1", "on_6": "0"})

    ada.refresh_from_db()
    assert (ada.is_load_even, ada.week) == (True, "2222210")
    assert '<option value="0" selected>nothing</option>' in text_of(client.get(reverse("settings")))


def test_a_week_without_a_day_is_handed_back(client, ada):
    response = client.post(reverse("settings"), SETTINGS | {f"on_{day}": "0" for day in range(7)})

    assert response.status_code == 422
    assert "Leave at least one day on which facts may come back." in text_of(response)
    ada.refresh_from_db()
    assert ada.week == "2222222"


def test_spreading_can_be_turned_off(client, ada):
    client.post(reverse("settings"), SETTINGS)

    ada.refresh_from_db()
    assert ada.is_load_even is False


@pytest.mark.parametrize(("week", "new"), [("2222222", 10), ("1222222", 5), ("0222222", 0)])
def test_on_an_easy_day_fewer_new_facts_come(client, ada, week, new):
    ada.week, ada.is_load_even = week, True
    ada.save()
    make_study(ada, make_facts(12, key="more")[0].bank, new_per_day=10)
    Study.objects.first().delete()

    assert NOON.weekday() == 0
    assert client.get(reverse("today")).context["today"].new == new
