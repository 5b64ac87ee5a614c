"""Practice in a real browser: keys, focus, what is announced, a lost connection, a double click."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.conf import settings
from django.test import Client
from playwright.sync_api import expect

from questions.models import Review
from tests.factories import make_facts, make_learner, make_study
from tests.web.cards import only_asked_as

if TYPE_CHECKING:
    from playwright.sync_api import Page
    from pytest_django.live_server_helper import LiveServer

    from questions.models import User

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

CARD, VERDICT = "form[data-answer-form]", ".verdict"
IS_OPEN = "document.querySelector('[data-{}]').open"


@pytest.fixture
def ada(live_server: LiveServer, page: Page) -> User:
    """A learner with three facts to meet, logged in in the browser."""
    learner = make_learner()
    make_study(learner, make_facts(3)[0].bank)
    client = Client()
    client.force_login(learner)
    cookie = client.cookies[settings.SESSION_COOKIE_NAME].value
    page.context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": cookie, "url": live_server.url}])
    return learner


def begin(page: Page, live_server: LiveServer) -> None:
    page.goto(f"{live_server.url}/practice/")
    page.wait_for_selector(CARD)


def test_a_day_goes_by_keys_alone_and_the_focus_follows(page, live_server, ada):
    begin(page, live_server)
    for _ in range(2):
        page.keyboard.press("1")
        page.wait_for_selector(VERDICT)
        expect(page.locator(".verdict-heading")).to_be_focused()
        page.keyboard.press("Enter")
        page.wait_for_selector(CARD)
        expect(page.locator(".prompt")).to_be_focused()

    assert Review.objects.count() == 2


def test_the_verdict_is_announced_outside_of_what_was_swapped(page, live_server, ada):
    begin(page, live_server)
    page.keyboard.press("1")
    expect(page.locator("#status")).to_contain_text("The answer is")

    assert page.locator("#card #status").count() == 0


def test_keys_undo_and_open_the_source_and_the_help(page, live_server, ada):
    begin(page, live_server)
    page.keyboard.press("1")
    page.wait_for_selector(VERDICT)
    page.keyboard.press("s")
    page.keyboard.press("?")
    assert [page.evaluate(IS_OPEN.format(part)) for part in ("source", "help")] == [True, True]

    page.keyboard.press("u")
    page.wait_for_selector(CARD)
    assert Review.objects.as_corrected().count() == 0


def test_a_held_key_and_a_key_with_ctrl_do_nothing(page, live_server, ada):
    begin(page, live_server)
    for held in ("repeat: true", "ctrlKey: true", "altKey: true", "metaKey: true"):
        page.evaluate(f"document.body.dispatchEvent(new KeyboardEvent('keydown', {{key: '1', bubbles: true, {held}}}))")
    page.wait_for_timeout(300)

    assert Review.objects.count() == 0


def test_keys_can_be_turned_off(page, live_server, ada):
    ada.keyboard_shortcuts = False
    ada.save()
    begin(page, live_server)
    page.keyboard.press("1")
    page.wait_for_timeout(300)

    assert Review.objects.count() == 0


def test_a_lost_connection_keeps_what_was_typed_and_counts_once(page, live_server, ada):
    only_asked_as(ada, "typed")
    make_due_today(ada)
    begin(page, live_server)
    page.keyboard.type("1? 4 May 1871 s")
    assert page.input_value("#answer") == "1? 4 May 1871 s"
    page.fill("#answer", "4 May 1871")

    page.context.set_offline(True)
    page.keyboard.press("Enter")
    page.wait_for_selector("[data-trouble]")
    assert "No connection" in page.inner_text("[data-trouble]")
    assert page.input_value("#answer") == "4 May 1871"

    page.context.set_offline(False)
    page.wait_for_selector(VERDICT)
    assert page.locator("[data-trouble]").count() == 0
    assert [review.outcome for review in Review.objects.all()] == ["correct"]


def make_due_today(learner: User) -> None:
    learner.studies.all().delete()
    learner.memories.update(due=learner.date_joined.date())


def test_three_clicks_are_one_answer(page, live_server, ada):
    begin(page, live_server)
    posts = []
    page.on("request", lambda request: posts.append(request.url) if request.method == "POST" else None)
    page.evaluate(
        "() => { const option = document.querySelector('.option'); option.click(); option.click(); option.click(); }"
    )
    page.wait_for_selector(VERDICT)

    assert len(posts) == 1
    assert Review.objects.count() == 1


def test_the_time_looked_at_is_sent(page, live_server, ada):
    begin(page, live_server)
    page.wait_for_timeout(400)
    page.keyboard.press("1")
    page.wait_for_selector(VERDICT)

    assert 300 <= Review.objects.get().milliseconds < 60_000


def test_nothing_jumps_between_question_and_verdict(page, live_server, ada):
    begin(page, live_server)
    top = "document.querySelector('{}').getBoundingClientRect().top"
    before = [page.evaluate(top.format(part)) for part in (".prompt", ".option")]
    page.keyboard.press("1")
    page.wait_for_selector(VERDICT)

    assert [page.evaluate(top.format(part)) for part in (".prompt", ".verdict")] == before


def test_a_reload_keeps_the_verdict(page, live_server, ada):
    begin(page, live_server)
    page.keyboard.press("1")
    page.wait_for_selector(VERDICT)
    page.reload()

    assert page.locator(VERDICT).count() == 1


def test_u_goes_back_card_by_card_by_keys_alone(page, live_server, ada):
    begin(page, live_server)
    prompts = []
    for _ in range(2):
        prompts.append(page.inner_text(".prompt"))
        page.keyboard.press("1")
        expect(page.locator(".verdict-heading")).to_be_focused()
        page.keyboard.press("Enter")
        expect(page.locator(".prompt")).to_be_focused()

    for prompt in reversed(prompts):
        page.keyboard.press("u")
        expect(page.locator(".prompt")).to_have_text(prompt)

    assert Review.objects.count() == 2
    assert Review.objects.as_corrected().count() == 0
