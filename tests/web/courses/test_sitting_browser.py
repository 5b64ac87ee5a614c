"""A quiz in a real browser: saved as it is answered, and nothing lost by a reload, a dead line or a second tab."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import expect

from questions.assignments.sit import start
from questions.models import Attempt
from tests.assignments.classroom import make_quiz

if TYPE_CHECKING:
    from playwright.sync_api import Page
    from pytest_django.live_server_helper import LiveServer

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

STATE, TROUBLE = ".saved-state", "[data-trouble]"


@pytest.fixture
def attempt(course, facts, student, open_now):
    return start(make_quiz(course, facts, kind="typed", **open_now), student, now=timezone.now())


@pytest.fixture
def address(live_server: LiveServer, page: Page, student, attempt: Attempt) -> str:
    """The student is logged in and looks at the sheet."""
    client = Client()
    client.force_login(student)
    cookie = client.cookies[settings.SESSION_COOKIE_NAME].value
    page.context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": cookie, "url": live_server.url}])
    address = live_server.url + reverse("sit", args=[attempt.pk])
    page.goto(address)
    return address


def given(attempt: Attempt) -> set[str]:
    return set(attempt.responses.values_list("given", flat=True))


def write(page: Page, place: int, text: str) -> None:
    page.locator("input.typed").nth(place).fill(text)


def test_an_answer_is_saved_without_a_button_and_is_there_after_a_reload(page: Page, address, attempt):
    write(page, 0, "something")
    expect(page.locator(STATE)).to_have_text("1 of 4 answered, all saved")
    page.reload()
    expect(page.locator("input.typed").nth(0)).to_have_value("something")
    assert given(attempt) == {"something"}


def test_a_dead_line_is_said_and_everything_is_sent_when_it_is_back(page: Page, address, attempt):
    page.context.set_offline(True)
    write(page, 0, "first")
    expect(page.locator(TROUBLE)).to_contain_text("Not saved: no connection")
    write(page, 1, "second")
    page.context.set_offline(False)
    expect(page.locator(STATE)).to_have_text("2 of 4 answered, all saved", timeout=10_000)
    expect(page.locator(TROUBLE)).to_be_hidden()
    assert given(attempt) == {"first", "second"}


def test_a_reload_while_the_line_was_dead_loses_nothing(page: Page, address, attempt):
    page.on("dialog", lambda dialog: dialog.accept())
    save = re.compile("/save/$")
    page.route(save, lambda route: route.abort())
    write(page, 0, "kept")
    expect(page.locator(TROUBLE)).to_be_visible()
    page.unroute(save)
    page.reload()
    expect(page.locator("input.typed").nth(0)).to_have_value("kept")
    expect(page.locator(STATE)).to_have_text("1 of 4 answered, all saved")
    assert given(attempt) == {"kept"}


def test_handing_in_without_a_line_stays_on_the_page(page: Page, address):
    page.locator("summary", has_text="Hand in").click()
    page.context.set_offline(True)
    page.get_by_role("button", name="Hand in now").click()
    expect(page.locator(TROUBLE)).to_be_visible()
    assert page.url == address


def test_a_second_tab_opened_earlier_takes_nothing_back(page: Page, address, attempt):
    second = page.context.new_page()
    second.goto(address)
    write(page, 0, "here")
    expect(page.locator(STATE)).to_have_text("1 of 4 answered, all saved")
    write(second, 1, "there")
    expect(second.locator(STATE)).to_contain_text("all saved")
    assert given(attempt) == {"here", "there"}


def test_enter_in_a_field_saves_and_does_not_hand_in(page: Page, address, attempt):
    write(page, 0, "something")
    page.locator("input.typed").nth(0).press("Enter")
    expect(page.get_by_text("Your answers are saved.")).to_be_visible()
    attempt.refresh_from_db()
    assert attempt.handed_in_at is None


def test_handing_in_shows_the_result_and_another_tab_is_told(page: Page, address, attempt):
    second = page.context.new_page()
    second.goto(address)
    page.locator("summary", has_text="Hand in").click()
    page.get_by_role("button", name="Hand in now").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("0 of 4 right")
    write(second, 0, "too late")
    expect(second.locator("[data-closed]")).to_contain_text("This attempt is over")
    assert given(attempt) == set()


def test_the_policy_of_the_page_forbids_nothing_it_does(page: Page, address):
    said = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.reload()
    write(page, 0, "something")
    expect(page.locator(STATE)).to_contain_text("all saved")
    assert said == []
