"""What remembering costs, chosen on a curve; parameters of one's own."""

import sys

import pytest
from django.urls import reverse

from questions.models import ParameterFit
from questions.practice import fitting
from questions.practice.scheduler import DEFAULT_PARAMETERS
from questions.practice.workload import SHARES
from tests.factories import NOON

pytestmark = pytest.mark.django_db


def test_the_page_shows_every_share_with_its_minutes(client, ada):
    page = client.get(reverse("scheduling"))
    assert page.status_code == 200
    assert [row.share for row in page.context["rows"]] == list(SHARES)
    assert page.context["facts"] == 3
    assert page.context["curve"].marks[2].level == 1  # 0.9, the default


def test_it_says_that_surer_takes_more_only_where_the_table_does(client, ada):
    assert "Each step up takes more minutes." in client.get(reverse("scheduling")).text
    ada.scheduler_parameters = [*DEFAULT_PARAMETERS[:11], 0.1, *DEFAULT_PARAMETERS[12:20], 0.8]  # a lapse loses all
    ada.save()

    page = client.get(reverse("scheduling"))

    minutes = {row.share: row.minutes for row in page.context["rows"]}
    assert minutes[0.9] < minutes[0.8]
    least = min(minutes, key=minutes.get)
    assert f"the fewest minutes a day are at {least:.0%}".replace("%", " %") in page.text
    assert "Each step up" not in page.text


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


def fitted(learner, **fields):
    told = {"model": fitting.MODEL, "parameters": list(fitting.DEFAULT_PARAMETERS), "made_at": NOON}
    return ParameterFit.objects.create(learner=learner, **told | fields)


@pytest.mark.skipif(not fitting.is_available(), reason=fitting.HOW_TO_GET_IT)
def test_with_few_answers_it_says_how_many_it_takes(client, ada):
    page = client.post(reverse("fit_own"), follow=True)

    assert "Not yet: 0 answers tell something so far; it takes 400." in page.text
    assert not ParameterFit.objects.exists()


def test_without_the_package_the_page_says_so_and_nothing_is_begun(client, ada, monkeypatch):
    monkeypatch.setitem(sys.modules, "fsrs_rs_python", None)  # as where it is not installed
    assert "the optional package fsrs-rs-python is not installed" in client.get(reverse("scheduling")).text
    assert fitting.HOW_TO_GET_IT in client.post(reverse("fit_own"), follow=True).text
    assert not ParameterFit.objects.exists()


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"state": "waiting"}, "Waiting for its turn."),
        ({"state": "running"}, "Being fitted to your answers now."),
        ({"state": "failed", "message": "It was stopped."}, "failed. It was stopped."),
        ({"answers": 812, "loss_before": 0.4, "loss_after": 0.3, "is_kept": True}, "from 0.4000 to 0.3000: kept"),
        ({"answers": 812, "loss_before": 0.4, "loss_after": 0.5}, "0.4000 before and 0.5000 after: not kept, because"),
    ],
    ids=["waiting", "running", "failed", "kept", "not kept"],
)
def test_the_page_says_how_the_last_fit_goes(client, ada, fields, said):
    fitted(ada, **fields)

    assert said in client.get(reverse("scheduling")).text


def test_while_a_fit_is_under_way_its_part_alone_is_fetched_and_the_page_once_it_has_ended(client, ada):
    under_way = fitted(ada, state="running")
    part = client.get(reverse("scheduling"), headers={"HX-Request": "true"})
    assert part.text.strip().startswith('<div id="fit"')
    assert 'hx-trigger="every 2s"' in part.text

    ParameterFit.objects.filter(pk=under_way.pk).update(state="failed")

    ended = client.get(reverse("scheduling"), headers={"HX-Request": "true"})
    assert ended.headers["HX-Refresh"] == "true"


def test_somebody_elses_fit_is_not_told(client, ada, django_user_model):
    fitted(django_user_model.objects.create(username="eve"), state="failed", message="It was stopped.")

    assert "It was stopped." not in client.get(reverse("scheduling")).text


def test_ones_own_parameters_can_be_dropped(client, ada):
    ada.scheduler_parameters = list(fitting.DEFAULT_PARAMETERS)
    ada.save()
    client.post(reverse("forget_own"))
    ada.refresh_from_db()
    assert ada.scheduler_parameters is None


def test_the_page_costs_the_same_number_of_queries(client, ada, django_assert_num_queries):
    client.get(reverse("scheduling"))
    with django_assert_num_queries(6):  # session, person, facts, pace, last fit, answers that tell
        client.get(reverse("scheduling"))
