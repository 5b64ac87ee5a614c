"""The map of what is known in a real browser: a look at a square shows its statement."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.conf import settings
from django.test import Client
from playwright.sync_api import expect

from questions.models import Bank
from tests.factories import MONDAY, make_facts, make_learner, make_study
from tests.progress.rows import answer

if TYPE_CHECKING:
    from playwright.sync_api import Page
    from pytest_django.live_server_helper import LiveServer

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

SQUARES, SAID = "[data-map] .squares a", "[data-said-here]"


@pytest.fixture
def statements(live_server: LiveServer, page: Page) -> list[str]:
    """The addresses of three statements, by the squares of their facts, on the page of progress."""
    learner, facts = make_learner(), make_facts(3)
    make_study(learner, facts[0].bank)
    answer(learner, facts[2], MONDAY)
    client = Client()
    client.force_login(learner)
    cookie = client.cookies[settings.SESSION_COOKIE_NAME].value
    page.context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": cookie, "url": live_server.url}])
    page.set_default_timeout(4000)
    page.goto(f"{live_server.url}/progress/")
    return [f"**/progress/statements/{fact.statement_id}/" for fact in facts]


def test_a_look_at_a_square_shows_its_statement(page, statements):
    page.locator(SQUARES).nth(1).hover()

    expect(page.locator(SAID)).to_contain_text("Calina")


def test_a_slow_statement_does_not_take_the_place_of_the_one_looked_at_since(page, statements):
    held = []
    page.route(statements[0], lambda route: held.append(route))  # noqa: PLW0108 - playwright wants a function of ours
    page.locator(SQUARES).nth(0).focus()
    page.locator(SQUARES).nth(1).focus()
    expect(page.locator(SAID)).to_contain_text("Calina")

    with page.expect_response(statements[0]):
        held[0].continue_()
    page.wait_for_timeout(200)

    expect(page.locator(SAID)).to_contain_text("Calina")


def test_a_statement_that_the_site_could_not_give_is_asked_for_again(page, statements):
    page.route(statements[0], lambda route: route.fulfill(status=503), times=1)
    page.locator(SQUARES).nth(0).focus()
    page.wait_for_timeout(200)
    expect(page.locator(SAID)).to_be_hidden()

    page.locator(SQUARES).nth(1).focus()
    page.locator(SQUARES).nth(0).focus()

    expect(page.locator(SAID)).to_contain_text("Baravik")


def test_a_statement_of_a_bank_that_was_closed_is_said_not_to_be_shown(page, statements):
    Bank.objects.update(visibility=Bank.Visibility.PRIVATE)

    page.locator(SQUARES).nth(0).focus()

    expect(page.locator(SAID)).to_contain_text("This statement cannot be shown to you at present.")
