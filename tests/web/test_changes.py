"""The editor of a fact of an own bank."""

from __future__ import annotations

import re

import pytest
from django.urls import reverse

from questions.models import Fact, FactChange
from tests.factories import make_facts, make_learner
from tests.web.cards import HTMX, queries, text_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("noon")]


@pytest.fixture
def fact(client):
    mira = make_learner("mira")
    found = make_facts(6)[0]
    found.bank.owner = mira
    found.bank.save()
    client.force_login(mira)
    return found


def address(fact):
    return reverse("change_fact", args=["orin", fact.pk])


def save(client, fact, **sent):
    options = "Ferrol\nGorham\nSelby\nOskin"
    given = {"text": "Camp 0 was at [Tarnholm](place:where).", "prompts": "Where was it?", "options": options}
    return client.post(address(fact), given | sent)


def test_the_editor_asks_what_is_changed_and_saves(client, fact):
    assert "Memories stay as they are" in text_of(client.get(address(fact)))

    sent = save(client, fact, change="answer")

    assert (sent.status_code, sent.headers["Location"]) == (303, f"/facts/{fact.pk}/")
    assert Fact.objects.get(pk=fact.pk).answer == "Tarnholm"


@pytest.mark.parametrize(
    "sent", [{}, {"change": "answer", "text": "No blank."}, {"change": "answer", "text": "A [stray bracket."}]
)
def test_what_cannot_be_saved_is_shown_again(client, fact, sent):
    assert save(client, fact, **sent).status_code == 422
    assert Fact.objects.get(pk=fact.pk).answer == fact.answer


def test_others_have_no_editor(client, fact):
    client.force_login(make_learner("eve"))

    assert client.get(address(fact)).status_code == save(client, fact, change="answer").status_code == 404


def stamp_in(response):
    return re.search(r'name="stamp" value="([^"]+)"', response.content.decode())[1]


def test_the_second_of_two_is_told_and_keeps_what_was_written(client, fact):
    opened = stamp_in(client.get(address(fact)))
    save(client, fact, change="answer", stamp=opened, why="The map was wrong.")
    own = {"text": "Camp 0 was really at [Oldholm](place:where).", "change": "answer"}

    second = save(client, fact, stamp=opened, **own)

    assert second.status_code == 409
    page = text_of(second)
    assert "mira changed this fact while you wrote" in page
    assert "The map was wrong." in page
    assert "Camp 0 was really at [Oldholm](place:where)." in page
    assert "<ins>Tarnholm</ins>" in page
    assert Fact.objects.get(pk=fact.pk).answer == "Tarnholm"

    assert save(client, fact, stamp=stamp_in(second), **own).status_code == 303
    assert list(FactChange.objects.values_list("old_answer", "answer", "made_by__username", "why")) == [
        (fact.answer, "Tarnholm", "mira", "The map was wrong."),
        ("Tarnholm", "Oldholm", "mira", ""),
    ]


def test_htmx_gets_the_editor_as_a_page(client, fact):
    assert "<title>Change a fact" in text_of(client.get(address(fact), headers=HTMX))


def test_the_editor_costs_a_fixed_number_of_queries(client, fact):
    assert queries(lambda: client.get(address(fact))) == 7  # session, person, bank, fact, places, prompts, options
