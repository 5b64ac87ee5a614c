"""The page of an Anki package and its download."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from questions.models import Assignment, Attempt, Bank, Course, Item
from tests.exchange.anki_judge import Judge
from tests.exchange.samples import ashby
from tests.factories import make_learner

pytestmark = pytest.mark.django_db


@pytest.fixture
def learner(client):
    person = make_learner()
    client.force_login(person)
    return person


def sit(learner, fact) -> Attempt:
    """An open attempt of `learner` at a quiz that asks `fact`."""
    now = timezone.now()
    course = Course.objects.create(title="History", created_at=now)
    times = {"opens_at": now - timedelta(hours=1), "due_at": now + timedelta(hours=1), "published_at": now}
    quiz = Assignment.objects.create(course=course, title="Quiz", **times)
    question = fact.questions.first()
    Item.objects.create(
        assignment=quiz, fact=fact, question=question, position=0, kind="choice", prompt="?", answer="!"
    )
    return Attempt.objects.create(assignment=quiz, student=learner, number=1, started_at=now, closes_at=times["due_at"])


@pytest.mark.anki
def test_the_download_is_a_package_anki_takes(client, learner, tmp_path):
    ashby()

    response = client.get(reverse("anki_download", args=["ashby"]), {"style": "cloze"})

    assert response.status_code == 200
    assert response["Content-Type"] == "application/vnd.anki"
    assert response["Content-Disposition"] == 'attachment; filename="ashby.apkg"'
    assert Judge(tmp_path).imports(response.content) == {"new": 6}


@pytest.mark.anki
def test_one_unit_is_downloaded_by_its_key(client, learner, tmp_path):
    ashby()

    response = client.get(reverse("anki_download", args=["ashby"]), {"style": "basic", "units": "money"})

    assert response["Content-Disposition"] == 'attachment; filename="ashby-money.apkg"'
    assert Judge(tmp_path).imports(response.content) == {"new": 2}


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ({}, "Choose one of the three."),
        ({"style": "mosaic"}, "Choose one of the three."),
        ({"style": "basic", "units": "nowhere"}, "This bank has no unit “nowhere”."),
    ],
)
def test_what_the_bank_does_not_have_is_said_on_the_form(client, learner, query, said):
    ashby()

    response = client.get(reverse("anki_download", args=["ashby"]), query)

    assert response.status_code == 422
    assert "Nothing was downloaded" in response.text
    assert said in response.text
    assert "Download the Anki package" in response.text


def test_the_page_of_a_unit_leads_to_the_form_with_that_unit_ticked(client, learner):
    ashby()

    unit = client.get(reverse("unit", args=["ashby", "money"]))
    page = client.get(reverse("anki", args=["ashby"]), {"units": "money"})

    assert f'href="{reverse("anki", args=["ashby"])}?units=money"' in unit.text
    assert page.status_code == 200
    assert page.text.count("checked") == 2  # the unit, and the plain style


def test_the_page_of_a_bank_leads_to_the_form(client, learner):
    ashby()

    assert f'href="{reverse("anki", args=["ashby"])}"' in client.get(reverse("bank", args=["ashby"])).text


@pytest.mark.parametrize("name", ["anki", "anki_download"])
def test_a_bank_one_may_not_see_is_404(client, learner, name):
    ashby()
    Bank.objects.update(visibility=Bank.Visibility.PRIVATE, owner=make_learner("eve"))

    assert client.get(reverse(name, args=["ashby"]), {"style": "basic"}).status_code == 404
    assert client.get(reverse(name, args=["nowhere"]), {"style": "basic"}).status_code == 404


@pytest.mark.parametrize("name", ["anki", "anki_download"])
def test_a_stranger_is_sent_to_log_in(client, name):
    ashby()

    response = client.get(reverse(name, args=["ashby"]))

    assert response.status_code == 302
    assert response["Location"].startswith(reverse("account_login"))


@pytest.mark.parametrize("name", ["anki", "anki_download"])
def test_nothing_is_posted_here(client, learner, name):
    ashby()

    assert client.post(reverse(name, args=["ashby"])).status_code == 405


@pytest.mark.anki
def test_the_facts_of_an_open_quiz_stay_out(client, learner, tmp_path):
    attempt = sit(learner, ashby().facts.get(key="ashby/lake/who"))
    address = reverse("anki_download", args=["ashby"])

    during = client.get(address, {"style": "basic"})
    assert "1 fact stays out of the package" in client.get(reverse("anki", args=["ashby"])).text
    Attempt.objects.filter(pk=attempt.pk).update(handed_in_at=timezone.now())
    after = client.get(address, {"style": "basic"})

    judge = Judge(tmp_path)
    assert judge.imports(during.content) == {"new": 5}
    assert judge.imports(after.content) == {"new": 1, "duplicate": 5}


def test_the_page_costs_the_same_for_every_bank(client, learner, django_assert_max_num_queries):
    ashby()

    with django_assert_max_num_queries(9):
        client.get(reverse("anki", args=["ashby"]))
