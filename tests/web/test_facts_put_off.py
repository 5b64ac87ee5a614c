"""Burying from a card and the page of a fact; facts that keep slipping; two facts taken for one another."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse

from questions.models import Fact, Memory, Report, User
from questions.practice.cards import draw
from questions.practice.review import record_review
from questions.vocabulary import Kind
from tests.factories import MONDAY, NOON, make_bank, make_facts, make_learner, make_memory, make_study
from tests.web.cards import HTMX, queries, send, shown, signed_in, sit, text_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("noon")]

SLIPPED = {"lapse_count": 7, "stability": 3.0}


def post(client, name, fact, **sent):
    return client.post(reverse(name, args=[fact.pk]), sent)


@pytest.fixture
def camps(client):
    """Three facts that are only typed, all met; the first one is due."""
    learner = make_learner()
    facts = make_facts(3, kinds={Kind.TYPED})
    make_study(learner, facts[0].bank)
    make_memory(learner, facts[0], due=MONDAY)
    for fact in facts[1:]:
        make_memory(learner, fact, due=MONDAY + timedelta(days=40))
    client.force_login(learner)
    return facts


def mistake(fact, given, seconds=0):
    """The answer of another fact, given for this one."""
    learner, now = User.objects.get(), NOON + timedelta(seconds=seconds)
    return record_review(learner, draw(learner, fact, now=now), given=given, now=now)


# Burying


def test_a_card_offers_not_today_and_the_next_one_follows(client, ada):
    card = shown(client).context["card"]
    assert "Not today (bury)" in text_of(shown(client))

    response = post(client, "bury", card.fact, next="/practice/")

    assert (response.status_code, response.headers["Location"]) == (303, "/practice/")
    assert shown(client).context["card"].fact != card.fact
    assert Memory.objects.get(fact=card.fact).rests_until == MONDAY + timedelta(days=1)


def test_the_page_of_a_fact_says_until_when_it_rests_and_takes_it_back(client, ada):
    fact = Fact.objects.first()
    make_memory(ada, fact)
    assert post(client, "bury", fact).headers["Location"] == f"/facts/{fact.pk}/"

    assert "You put it off until Tuesday, 3 November." in text_of(client.get(reverse("fact", args=[fact.pk])))
    post(client, "bury", fact, is_buried="0")

    assert "It is due now." in text_of(client.get(reverse("fact", args=[fact.pk])))


def test_the_list_says_that_a_fact_was_put_off(client, ada):
    fact = Fact.objects.first()
    make_memory(ada, fact)
    post(client, "bury", fact)

    assert "put off until tomorrow" in text_of(client.get(reverse("facts")))


@pytest.mark.parametrize("name", ["bury", "rewrite"])
def test_a_fact_of_a_bank_one_may_not_see_is_404(client, ada, name):
    hidden = make_facts(1, key="hidden")[0]
    hidden.bank.visibility = "private"
    hidden.bank.save()

    assert post(client, name, hidden).status_code == 404


@pytest.mark.parametrize("name", ["bury", "rewrite"])
def test_changing_is_for_posts(client, ada, name):
    assert client.get(reverse(name, args=[Fact.objects.first().pk])).status_code == 405


@pytest.mark.parametrize("to", ["https://elsewhere.example/", "//elsewhere.example", "?", "elsewhere"])
def test_the_way_on_stays_on_the_site(client, ada, to):
    fact = Fact.objects.first()

    assert post(client, "bury", fact, next=to).headers["Location"] == f"/facts/{fact.pk}/"


# Slipping facts


def test_slipping_facts_are_listed_and_marked(client, ada):
    one, other, _ = Fact.objects.all()
    make_memory(ada, one, **SLIPPED)
    make_memory(ada, other)

    page = client.get(reverse("facts"), {"state": "slipping"})

    assert [row.fact for row in page.context["rows"]] == [one]
    assert "keeps slipping" in text_of(page)


def test_the_page_of_a_slipping_fact_helps(client, camps):
    one, other, _ = camps
    mistake(one, other.answer)
    Memory.objects.filter(fact=one).update(**SLIPPED)

    page = text_of(client.get(reverse("fact", args=[one.pk])))

    assert "It keeps slipping" in page
    assert f'<a class="row-title" href="/facts/{other.pk}/">{other.answer}</a>' in page
    response = client.post(reverse("rewrite", args=[one.pk]), {"note": "Say which camp."}, follow=True)
    assert "Whoever keeps this bank is asked for a better wording." in text_of(response)
    assert Report.objects.get().note == "Say which camp."


def test_a_fact_never_answered_gets_no_new_wording(client, ada):
    response = client.post(reverse("rewrite", args=[Fact.objects.first().pk]), follow=True)

    assert "Answer this fact once before you propose another wording." in text_of(response)
    assert not Report.objects.exists()


def test_the_page_of_a_fact_costs_the_same_number_of_queries(client, camps):
    one, *others = camps
    Memory.objects.filter(fact=one).update(**SLIPPED)
    mistake(one, others[0].answer)
    few = queries(lambda: client.get(reverse("fact", args=[one.pk])))
    mistake(one, others[1].answer, seconds=9)

    assert queries(lambda: client.get(reverse("fact", args=[one.pk]))) == few


# Taken for one another


def test_the_verdict_shows_the_two_side_by_side(client, camps):
    verdict = send(client, signed_in(shown(client)), headers=HTMX, answer=camps[1].answer)

    text = text_of(verdict)
    assert "You gave the answer of:" in text
    assert verdict.context["neighbour"].fact == camps[1]
    assert f"Camp 1 stood at <mark>{camps[1].answer}</mark>." in text
    assert f"Camp 0 stood at <mark>{camps[0].answer}</mark>." in text
    assert Memory.objects.get(fact=camps[1]).due == MONDAY + timedelta(days=1)


def test_a_stray_answer_shows_one_fact(client, camps):
    verdict = send(client, signed_in(shown(client)), headers=HTMX, answer="Atlantis")

    assert "You gave the answer of:" not in text_of(verdict)


def test_a_neighbour_in_a_quiz_that_is_being_sat_is_not_told(client, camps):
    page = shown(client)
    sit(page.wsgi_request.user, camps[1])

    verdict = send(client, signed_in(page), headers=HTMX, answer=camps[1].answer)

    assert verdict.context["neighbour"] is None
    assert "Camp 1" not in text_of(verdict)


def test_a_neighbour_in_a_bank_that_was_closed_is_not_told(client, camps):
    send(client, signed_in(shown(client)), answer=camps[1].answer)
    review = camps[0].reviews.get()
    Fact.objects.filter(pk=camps[1].pk).update(bank=make_bank("closed", "Closed", visibility="private"))

    assert client.get(reverse("review", args=[review.token])).context["neighbour"] is None
