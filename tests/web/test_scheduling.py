"""What remembering costs, chosen on a curve; parameters of one's own."""

import pytest
from django.urls import reverse

from questions.models import ParameterFit
from questions.practice import fitting
from questions.practice.workload import SHARES
from tests.factories import NOON

pytestmark = pytest.mark.django_db


def test_the_page_shows_every_share_with_its_minutes(client, ada):
    page = client.get(reverse("scheduling"))
    assert page.status_code == 200
    assert [row.share for row in page.context["rows"]] == list(SHARES)
    assert page.context["facts"] == 3
    assert page.context["curve"].marks[2].level == 1  # 0.9, the default


def test_choosing_a_share_keeps_it(client, ada):
    answer = client.post(reverse("choose_share"), {"share": "0.95"})
    ada.refresh_from_db()
    assert (answer.status_code, ada.desired_retention) == (303, 0.95)


def test_a_share_that_is_not_offered_is_refused(client, ada):
    answer = client.post(reverse("choose_share"), {"share": "0.5"})
    ada.refresh_from_db()
    assert (answer.status_code, ada.desired_retention) == (422, 0.9)


def test_a_stranger_is_sent_to_the_door(client, db):
    assert client.get(reverse("scheduling")).status_code == 302


def test_with_few_answers_it_says_how_many_it_takes(client, ada, monkeypatch):
    def too_few(learner, *, now):
        raise fitting.TooFewAnswers("12 answers tell something so far; it takes 400.")

    monkeypatch.setattr("questions.web.views.scheduling.fit_parameters", too_few)
    monkeypatch.setattr("questions.practice.fitting.is_available", lambda: True)
    page = client.post(reverse("fit_own"), follow=True)
    assert "12 answers tell something so far; it takes 400." in page.text


def test_without_the_package_it_says_how_to_get_it(client, ada, monkeypatch):
    monkeypatch.setattr("questions.practice.fitting.is_available", lambda: False)
    page = client.post(reverse("fit_own"), follow=True)
    assert fitting.HOW_TO_GET_IT in page.text


def test_the_last_fit_is_told_and_can_be_dropped(client, ada):
    ada.scheduler_parameters = list(fitting.DEFAULT_PARAMETERS)
    ada.save()
    told = {"model": fitting.MODEL, "parameters": ada.scheduler_parameters, "answers": 812, "is_kept": True}
    ParameterFit.objects.create(learner=ada, loss_before=0.4, loss_after=0.3, made_at=NOON, **told)
    assert "812 answers" in client.get(reverse("scheduling")).text
    client.post(reverse("forget_own"))
    ada.refresh_from_db()
    assert ada.scheduler_parameters is None


def test_the_page_costs_the_same_number_of_queries(client, ada, django_assert_num_queries):
    client.get(reverse("scheduling"))
    with django_assert_num_queries(6):  # session, person, facts, pace, last fit, answers that tell
        client.get(reverse("scheduling"))
