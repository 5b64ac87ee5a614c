"""Who must log in first and where they come back to; what is never stored; whose clock a page shows."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import AnonymousUser
from django.http import HttpResponse
from django.test import RequestFactory
from django.utils import timezone

from questions.web.kept import KEPT, LONGEST_CARD, LONGEST_KEPT
from questions.web.middleware import TimeZoneMiddleware
from tests.factories import make_learner
from tests.web.cards import answer, only_asked_as, send, shown, signed_in, text_of

pytestmark = pytest.mark.django_db

HERE = {"Referer": "http://testserver/facts/?search=lake"}


def from_htmx(page: str) -> dict[str, str]:
    return {"HX-Request": "true", "HX-Current-URL": f"http://testserver{page}"}


# The way back


def test_a_page_asked_for_comes_after_the_login(client):
    assert client.get("/facts/?search=lake").headers["Location"] == "/accounts/login/?next=/facts/%3Fsearch%3Dlake"


def test_htmx_is_sent_to_the_login_as_a_page_and_back_to_the_page_it_was_on(client):
    response = client.post("/practice/answer/", {"answer": "Orin"}, headers=from_htmx("/practice/?more=next"))

    assert response.status_code == 200
    assert response.headers["HX-Redirect"] == "/accounts/login/?next=/practice/%3Fmore%3Dnext"
    assert response.content == b""


def test_a_post_comes_back_to_the_page_it_was_sent_from(client):
    response = client.post("/facts/1/suspend/", headers=HERE)

    assert response.headers["Location"] == "/accounts/login/?next=http%3A//testserver/facts/%3Fsearch%3Dlake"


def test_a_post_from_elsewhere_comes_back_to_the_start(client):
    response = client.post("/facts/1/suspend/", headers={"Referer": "https://elsewhere.example/trap"})

    assert response.headers["Location"] == "/accounts/login/?next=/"


def test_the_login_leads_to_the_page_that_was_asked_for(client):
    eve = make_learner("eve")
    eve.set_password("a long pass phrase")
    eve.save()

    response = client.post("/accounts/login/?next=/facts/", {"login": "eve", "password": "a long pass phrase"})

    assert response.headers["Location"] == "/facts/"


# The kept answer


@pytest.mark.usefixtures("noon")
@pytest.mark.parametrize("headers", [{}, from_htmx("/practice/")], ids=["plain", "htmx"])
def test_what_was_typed_is_there_again_after_the_login(client, headers):
    learner = make_learner()
    only_asked_as(learner, "typed")
    client.force_login(learner)
    signed = signed_in(shown(client))
    client.logout()

    send(client, signed, answer="the fourth of May", headers=headers)
    client.force_login(learner)

    assert 'value="the fourth of May"' in text_of(shown(client))
    assert 'value="the fourth of May"' not in text_of(shown(client))


@pytest.mark.usefixtures("noon")
def test_what_somebody_else_typed_is_not_shown(client):
    learner = make_learner()
    only_asked_as(learner, "typed")
    client.force_login(learner)
    signed = signed_in(shown(client))
    client.logout()

    send(client, signed, answer="the fourth of May")
    client.force_login(make_learner("eve"))

    assert "the fourth of May" not in text_of(shown(client))


def test_a_refused_post_without_an_answer_leaves_no_session(client):
    client.post("/practice/answer/", {"card": "signed"})
    client.post("/settings/", {"first_name": "Ada"})
    client.post("/practice/answer/", {"card": "x" * (LONGEST_CARD + 1), "answer": "Orin"})

    assert not client.cookies


def test_a_huge_answer_is_kept_in_part(client):
    client.post("/practice/answer/", {"card": "signed", "answer": "x" * 900_000})

    assert client.session[KEPT] == {"card": "signed", "answer": "x" * LONGEST_KEPT}


# Private pages


@pytest.mark.usefixtures("ada")
def test_pages_of_a_person_are_never_stored(client):
    assert client.get("/today/").headers["Cache-Control"] == "no-store, private"
    assert answer(client).headers["Cache-Control"] == "no-store, private"
    assert client.get("/no/such/page/").headers["Cache-Control"] == "no-store, private"


def test_the_page_of_strangers_may_be_stored(client):
    assert "Cache-Control" not in client.get("/").headers


# The clock


@pytest.mark.parametrize(("zone", "shown_as"), [("Asia/Tokyo", "Asia/Tokyo"), ("America/Lima", "America/Lima")])
def test_a_page_shows_the_learners_own_time(zone, shown_as):
    request = RequestFactory().get("/")
    request.user = make_learner(time_zone=zone)

    response = TimeZoneMiddleware(lambda _: HttpResponse(timezone.get_current_timezone_name()))(request)

    assert response.content.decode() == shown_as
    assert timezone.get_current_timezone_name() == "UTC"


def test_strangers_see_the_sites_time():
    request = RequestFactory().get("/")
    request.user = AnonymousUser()

    response = TimeZoneMiddleware(lambda _: HttpResponse(timezone.get_current_timezone_name()))(request)

    assert response.content == b"UTC"


# Demo people


def test_a_demo_person_is_logged_out_once_others_can_reach_the_site(client, settings):
    client.force_login(make_learner("demo", is_demo=True))
    assert client.get("/settings/").status_code == 200

    settings.DEMO_LOGIN_REFUSED = True

    assert client.get("/settings/").headers["Location"] == "/accounts/login/?next=/settings/"
    assert client.get("/").status_code == 200
