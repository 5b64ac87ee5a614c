"""The door: the page of strangers, signing up, logging in and out, settings, passwords."""

from __future__ import annotations

import re

import pytest
from django.core.cache import cache
from django.test import Client

from questions.models import User
from questions.web.forms.time_zones import zones_by_area
from tests.factories import make_learner
from tests.web.cards import queries, text_of

pytestmark = pytest.mark.django_db

PASSWORD = "a long pass phrase"
MOVED = {
    "first_name": "Ada",
    "last_name": "Field",
    "time_zone": "Asia/Tokyo",
    "desired_retention": "0.95",
    "due_per_day": "40",
}


@pytest.fixture(autouse=True)
def empty_cache():
    cache.clear()


def person(name: str = "ada", **fields: object) -> User:
    return User.objects.create_user(name, password=PASSWORD, **fields)


def log_in(name: str = "ada", password: str = PASSWORD, *, client: Client | None = None) -> object:
    return (client or Client()).post("/accounts/login/", {"login": name, "password": password})


# The page of strangers


def test_strangers_are_told_what_this_is(client):
    page = client.get("/")

    assert page.status_code == 200
    assert re.findall(r"<h2>(.*?)</h2>", text_of(page))[:3] == [
        "You remember a fact, not a card",
        "Every answer shows its place",
        "A guess counts as a guess",
    ]


def test_who_is_logged_in_goes_on_to_today(client):
    client.force_login(person())

    assert client.get("/").headers["Location"] == "/today/"


# Signing up


def test_a_name_a_password_and_a_time_zone_suffice(client):
    response = client.post(
        "/accounts/signup/", {"username": "ada", "password1": PASSWORD, "time_zone": "Europe/Berlin", "email": ""}
    )

    assert response.headers["Location"] == "/today/"
    ada = User.objects.get()
    assert (ada.username, ada.time_zone, ada.email) == ("ada", "Europe/Berlin", "")
    assert ada.check_password(PASSWORD)


@pytest.mark.parametrize("zone", ["", "Mars/Olympus", "<script>"])
def test_a_time_zone_must_be_one_of_this_world(client, zone):
    page = client.post("/accounts/signup/", {"username": "ada", "password1": PASSWORD, "time_zone": zone})

    assert list(page.context["form"].errors) == ["time_zone"]
    assert not User.objects.exists()


def test_the_list_of_zones_offers_places_and_no_abbreviations():
    zones = {name for _, places in zones_by_area() for name, _ in places}

    assert {"Europe/Berlin", "Asia/Tokyo", "America/Argentina/Ushuaia"} <= zones
    assert not {"EST", "Etc/GMT+5", "US/Eastern", "posixrules"} & zones


def test_a_weak_password_is_refused_with_the_reason(client):
    page = client.post("/accounts/signup/", {"username": "ada", "password1": "12345678", "time_zone": "UTC"})

    assert "This password is entirely numeric." in text_of(page)


def test_the_way_from_a_link_survives_the_sign_up(client):
    sent = {"username": "ada", "password1": PASSWORD, "time_zone": "UTC", "next": "/join/ABCDEFGHJK/"}

    assert client.post("/accounts/signup/", sent).headers["Location"] == "/join/ABCDEFGHJK/"


def test_the_way_back_leads_nowhere_else(client):
    person()
    sent = {"login": "ada", "password": PASSWORD, "next": "https://elsewhere.example/"}

    assert client.post("/accounts/login/", sent).headers["Location"] == "/today/"


# Logging in and out


def test_a_class_of_sixty_logs_in_from_one_address():
    for number in range(60):
        person(f"student{number}")

    answers = [log_in(f"student{number}").status_code for number in range(60)]

    assert answers == [302] * 60


def test_the_sixth_wrong_password_is_refused_and_so_is_the_right_one_then():
    person()

    said = [re.findall(r"notice error.*?<li>(.*?)</li>", text_of(log_in(password="wrong")))[0] for _ in range(6)]

    assert said[:5] == ["The username and/or password you specified are not correct."] * 5
    assert said[5] == "Too many failed login attempts. Try again later."
    assert log_in().status_code == 200


def test_one_persons_mistakes_keep_nobody_else_out():
    person()
    person("eve")
    for _ in range(6):
        log_in(password="wrong")

    assert log_in("eve").status_code == 302


def test_demo_people_stay_out_where_others_can_reach_the_site(settings):
    person("demo", is_demo=True)
    person("ada")
    settings.DEMO_LOGIN_REFUSED = True

    assert "The demo people cannot log in while other machines can reach this site" in text_of(log_in("demo"))
    assert log_in("ada").status_code == 302


def test_demo_people_come_in_at_home():
    person("demo", is_demo=True)

    assert log_in("demo").status_code == 302


def test_the_demo_is_not_betrayed_by_a_wrong_password(settings):
    person("demo", is_demo=True)
    settings.DEMO_LOGIN_REFUSED = True

    assert "The demo people" not in text_of(log_in("demo", "wrong"))


def test_logging_out_asks_first_and_then_leads_to_the_start(client):
    client.force_login(person())

    assert client.get("/accounts/logout/").status_code == 200
    assert client.post("/accounts/logout/").headers["Location"] == "/"
    assert client.get("/today/").status_code == 302


# A forgotten password


def test_without_mail_the_page_says_who_can_help(client):
    assert "An instructor of it can make you a link." in text_of(client.get("/accounts/password/reset/"))


def test_with_mail_a_link_is_sent(client, settings, mailoutbox):
    settings.HAS_MAIL = True
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    person(email="ada@example.org")

    response = client.post("/accounts/password/reset/", {"email": "ada@example.org"})
    [address] = re.findall(r"http://[^/]+(/accounts/password/reset/key/\S+)", mailoutbox[0].body)
    page = client.get(address, follow=True)

    assert response.headers["Location"] == "/accounts/password/reset/done/"
    assert "<h1>A new password</h1>" in text_of(page)


def test_a_password_is_changed_with_the_old_one(client):
    ada = person()
    client.force_login(ada)
    new = {"oldpassword": PASSWORD, "password1": "another pass phrase", "password2": "another pass phrase"}

    client.post("/accounts/password/change/", new)

    ada.refresh_from_db()
    assert ada.check_password("another pass phrase")


# Settings


def test_settings_are_saved(client):
    ada = make_learner()
    client.force_login(ada)

    response = client.post("/settings/", MOVED, follow=True)

    ada.refresh_from_db()
    assert (ada.get_full_name(), ada.time_zone, ada.desired_retention, ada.due_per_day, ada.keyboard_shortcuts) == (
        "Ada Field", "Asia/Tokyo", 0.95, 40, False,
    )  # fmt: skip
    assert "Your settings are saved." in text_of(response)
    assert 'data-shortcuts="off"' in text_of(response)


@pytest.mark.parametrize(
    ("field", "nonsense"),
    [("time_zone", "Nowhere"), ("desired_retention", "0.2"), ("due_per_day", "0"), ("due_per_day", "many")],
)
def test_settings_that_make_no_sense_are_handed_back(client, field, nonsense):
    ada = make_learner()
    client.force_login(ada)

    response = client.post("/settings/", MOVED | {field: nonsense})

    assert response.status_code == 422
    assert list(response.context["form"].errors) == [field]
    ada.refresh_from_db()
    assert ada.due_per_day == 200


def test_nobody_makes_themselves_more_than_they_are(client):
    ada = make_learner()
    client.force_login(ada)

    client.post(
        "/settings/", MOVED | {"is_instructor": "on", "is_staff": "on", "is_superuser": "on", "username": "root"}
    )

    ada.refresh_from_db()
    assert (ada.is_instructor, ada.is_staff, ada.is_superuser, ada.username) == (False, False, False, "ada")


def test_settings_made_elsewhere_stay_on_offer(client):
    client.force_login(make_learner(time_zone="CET", desired_retention=0.87))

    page = text_of(client.get("/settings/"))

    assert '<option value="CET" selected>' in page
    assert "87%, as it is now" in page


def test_settings_want_a_login(client):
    assert client.get("/settings/").headers["Location"] == "/accounts/login/?next=/settings/"


def test_settings_cost_two_queries(client):
    client.force_login(make_learner())

    assert queries(lambda: client.get("/settings/")) == 2  # the session and the person
