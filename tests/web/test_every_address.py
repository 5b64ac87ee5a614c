"""Every address of the site, with every role: who gets in, who is asked to log in, for whom it does not exist.

A new address fails here until its line stands in the address book.
"""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from django.apps import apps
from django.conf import settings
from django.core.cache import cache
from django.db import transaction
from django.test import Client
from django.urls import URLPattern, get_resolver, resolve, reverse
from django.utils import timezone

from questions.models import Attempt
from tests.web.address_book import ADDRESSES, Visit
from tests.web.everyone import ROLES, World, make_world

if TYPE_CHECKING:
    from collections.abc import Iterator

    from django.http import HttpResponse

pytestmark = pytest.mark.django_db

POLICY = {
    *("default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self' data:", "connect-src 'self'"),
    *("font-src 'self'", "form-action 'self'", "base-uri 'none'", "frame-ancestors 'none'", "manifest-src 'self'"),
}
STYLED = re.compile(r"<[^>]*\sstyle\s*=|<style\b|<[^>]*\son[a-z]+\s*=|<script(?![^>]*\bsrc=)", re.IGNORECASE)


@pytest.fixture
def world() -> World:
    cache.clear()
    return make_world()


def named(patterns: list[object], namespace: str = "") -> Iterator[tuple[str, URLPattern]]:
    for pattern in patterns:
        if isinstance(pattern, URLPattern):
            yield namespace + (pattern.name or f"without a name: {pattern.pattern}"), pattern
        else:
            inner = f"{namespace}{pattern.namespace}:" if pattern.namespace else namespace
            yield from named(pattern.url_patterns, inner)


EVERY = dict(named(get_resolver(settings.ROOT_URLCONF).url_patterns))
OURS = [name for name in EVERY if not name.startswith("admin:")]
OFFICE = [name for name in EVERY if name.startswith("admin:") and "without a name" not in name]


def client_of(role: str, world: World) -> Client:
    client = Client()
    if role in world.people:
        client.force_login(world.people[role])
    return client


def visit_as(role: str, name: str, visit: Visit, world: World) -> HttpResponse:
    address = reverse(name, args=visit.at(world) if visit.at else [])
    with transaction.atomic():
        response = getattr(client_of(role, world), visit.method)(address, visit.sends(world) if visit.sends else {})
        transaction.set_rollback(True)
    return response


def answer_of(response: HttpResponse) -> str:
    is_login = response.status_code == 302 and response["Location"].startswith("/accounts/login/")
    return "login" if is_login else str(response.status_code)


def test_the_address_book_is_complete_and_current():
    assert sorted(ADDRESSES) == sorted(OURS)


@pytest.mark.parametrize("name", ADDRESSES)
def test_each_role_gets_what_is_theirs(name, world):
    visit = ADDRESSES[name]
    expected = dict(zip(ROLES, visit.answers.split(), strict=True))

    responses = {role: visit_as(role, name, visit, world) for role in ROLES}

    assert {role: answer_of(response) for role, response in responses.items()} == expected
    for role, response in responses.items():
        assert set(response["Content-Security-Policy"].split("; ")) == POLICY
        assert STYLED.findall(text_of(response)) == []
        if role != "stranger" and name != "account_logout":
            assert "no-store" in response["Cache-Control"]
            assert "private" in response["Cache-Control"]


def text_of(response: HttpResponse) -> str:
    is_page = response.get("Content-Type", "").startswith("text/html")
    return response.content.decode() if is_page else ""


def office_address(name: str) -> str:
    groups = EVERY[name].pattern.converters or EVERY[name].pattern.regex.groupindex
    return reverse(name, kwargs={group: "questions" if group == "app_label" else "1" for group in groups})


def test_the_office_is_for_administrators_alone(world):
    clients = [client_of(role, world) for role in ROLES if role != "staff"]

    answers = {name: {client.get(office_address(name)).status_code for client in clients} for name in OFFICE}

    assert {name: codes for name, codes in answers.items() if codes - {302, 403, 405}} == {}


def test_the_office_opens_for_an_administrator(world):
    assert client_of("staff", world).get(reverse("admin:index")).status_code == 200


def test_who_is_logged_in_without_the_right_is_told_so(world):
    response = client_of("student", world).get(reverse("admin:login"))

    assert response.status_code == 403
    assert "This needs a right that your account does not hold" in response.content.decode()


@pytest.mark.parametrize("path", ["accounts/email/", "accounts/confirm-email/", "accounts/login/code/", "accounts/"])
def test_addresses_that_need_mail_are_not_there(client, path):
    assert client.get(f"/{path}").status_code == 404


def test_a_stranger_learns_nothing_from_an_address_that_is_not_there(client):
    response = client.get("/courses/1/nothing/")

    assert response.status_code == 404
    assert "There is no such page" in response.content.decode()


def test_the_way_in_is_where_the_settings_say():
    assert resolve(reverse(settings.LOGIN_URL)).url_name == "account_login"


COUNTED = {"WrongCodes"}
"""Whoever guesses a code by looking at its address is counted too."""


def every_row() -> dict[str, list[tuple[object, ...]]]:
    """All that the database holds, table by table."""
    tables = [model for model in apps.get_models(include_auto_created=True) if model.__name__ not in COUNTED]
    return {model.__name__: sorted(model._base_manager.values_list(), key=str) for model in tables}


@pytest.mark.parametrize("name", ADDRESSES)
def test_looking_at_an_address_changes_no_row(name, world):
    """Whatever role looks, and though the time of an attempt that nobody closed is over."""
    Attempt.objects.filter(pk=world.sitting.pk).update(closes_at=timezone.now() - timedelta(minutes=1))
    visit = ADDRESSES[name]
    address = reverse(name, args=visit.at(world) if visit.at else [])
    asked = visit.sends(world) if visit.sends and visit.method == "get" else {}
    clients = [client_of(role, world) for role in ROLES]
    before = every_row()

    for client in clients:
        client.get(address, asked)

    assert {table: rows for table, rows in every_row().items() if rows != before[table]} == {}
