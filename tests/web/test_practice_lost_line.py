"""Practice in a real browser when the line is cut, the site is away, or the next card is already there."""

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
    from playwright.sync_api import Page, Route
    from pytest_django.live_server_helper import LiveServer

    from questions.models import User

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

CARD, VERDICT, TROUBLE = "form[data-answer-form]", ".verdict", "[data-trouble]"
ANSWER, PRACTICE = "**/practice/answer/", "**/practice/"
UNSENT = "sessionStorage.getItem('recollect.unsent')"


def log_in(page: Page, live_server: LiveServer, learner: User) -> None:
    client = Client()
    client.force_login(learner)
    cookie = client.cookies[settings.SESSION_COOKIE_NAME].value
    page.context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": cookie, "url": live_server.url}])


@pytest.fixture
def ada(live_server: LiveServer, page: Page) -> User:
    """A learner with three facts to meet, on the page of the first card."""
    learner = make_learner()
    make_study(learner, make_facts(3)[0].bank)
    log_in(page, live_server, learner)
    page.goto(f"{live_server.url}/practice/", wait_until="networkidle")
    return learner


def cut(page: Page) -> None:
    page.context.set_offline(True)


def mend(page: Page) -> None:
    page.context.set_offline(False)


def test_an_answer_without_a_line_is_shown_as_kept_and_sent_once_by_itself(page, ada):
    cut(page)
    page.keyboard.press("1")
    expect(page.locator(TROUBLE)).to_contain_text("Your answer is kept")
    assert Review.objects.count() == 0

    mend(page)

    expect(page.locator(VERDICT)).to_be_visible()
    expect(page.locator(TROUBLE)).to_have_count(0)
    assert Review.objects.count() == 1


def test_the_notice_of_a_lost_line_says_which_option_is_kept(page, ada):
    chosen = page.locator(".option-text").nth(1).inner_text().strip()
    cut(page)

    page.keyboard.press("2")

    expect(page.locator(TROUBLE)).to_contain_text(f"Kept: “{chosen}”.")


def test_the_notice_of_a_lost_line_says_that_giving_up_is_kept(page, ada):
    cut(page)

    page.get_by_role("button", name="I don’t know").click()

    expect(page.locator(TROUBLE)).to_contain_text("Kept: I don’t know.")


def test_an_answer_that_arrived_while_its_verdict_was_lost_counts_once(page, ada):
    def lose_the_reply(route: Route) -> None:
        route.fetch()
        route.abort("connectionreset")

    page.route(ANSWER, lose_the_reply, times=1)
    page.keyboard.press("1")
    expect(page.locator(TROUBLE)).to_contain_text("Your answer is kept")
    assert Review.objects.count() == 1

    expect(page.locator(VERDICT)).to_be_visible()  # after two seconds, by itself
    assert Review.objects.count() == 1


def test_a_kept_answer_outlives_a_reload_of_the_page(page, live_server, ada):
    only_asked_as(ada, "typed")
    ada.studies.all().delete()
    ada.memories.update(due=ada.date_joined.date())
    page.goto(f"{live_server.url}/practice/", wait_until="networkidle")
    page.fill("#answer", "4 May 1871")
    page.route(ANSWER, lambda route: route.abort("internetdisconnected"), times=1)
    page.keyboard.press("Enter")
    expect(page.locator(TROUBLE)).to_contain_text("Your answer is kept")

    page.reload()

    expect(page.locator(VERDICT)).to_contain_text("4 May 1871")
    assert [review.outcome for review in Review.objects.all()] == ["correct"]


def test_what_somebody_else_left_unsent_in_this_tab_is_not_sent(page, live_server, ada):
    cut(page)
    page.keyboard.press("1")
    expect(page.locator(TROUBLE)).to_be_visible()
    page.route(ANSWER, lambda route: route.abort("internetdisconnected"))
    mend(page)
    other = make_learner("bo")
    make_study(other, ada.studies.get().bank)
    page.context.clear_cookies()
    log_in(page, live_server, other)

    page.goto(f"{live_server.url}/practice/", wait_until="networkidle")
    page.unroute(ANSWER)
    page.reload(wait_until="networkidle")

    expect(page.locator(CARD)).to_be_visible()
    assert Review.objects.count() == 0
    assert page.evaluate(UNSENT) is None


def test_a_site_that_is_away_is_told_apart_and_asked_again(page, ada):
    page.route(ANSWER, lambda route: route.fulfill(status=503, body="away"), times=1)
    page.keyboard.press("1")
    expect(page.locator(TROUBLE)).to_contain_text("The site does not answer just now")

    expect(page.locator(VERDICT)).to_be_visible()
    assert Review.objects.count() == 1


def test_a_fault_of_the_site_is_told_apart_and_the_answer_sent_by_hand(page, ada):
    page.route(ANSWER, lambda route: route.fulfill(status=500, body="fault"), times=1)
    page.keyboard.press("1")
    expect(page.locator(TROUBLE)).to_contain_text("The site had a fault")

    page.get_by_role("button", name="Send it now").click()

    expect(page.locator(VERDICT)).to_be_visible()
    assert Review.objects.count() == 1


def test_a_login_that_ran_out_leads_to_the_login_and_nothing_is_left_unsent(page, ada):
    page.context.clear_cookies(name=settings.SESSION_COOKIE_NAME)
    page.keyboard.press("1")
    page.wait_for_url("**/accounts/login/**")

    assert page.evaluate(UNSENT) is None


def test_the_next_card_is_there_before_it_is_asked_for(page, ada):
    with page.expect_response(lambda response: response.url.endswith("/practice/")):
        page.keyboard.press("1")
    expect(page.locator(VERDICT)).to_be_visible()
    page.wait_for_timeout(200)
    cut(page)

    page.keyboard.press("Enter")

    expect(page.locator(CARD)).to_be_visible()
    expect(page.locator(".prompt")).to_be_focused()
    assert page.url.endswith("/practice/")
    assert page.locator(TROUBLE).count() == 0


def test_a_card_fetched_before_the_end_of_a_round_is_asked_for_anew_after_it(page, live_server, ada):
    page.clock.install()
    page.goto(f"{live_server.url}/today/")
    page.click("button[name=minutes][value='5']")
    page.wait_for_selector(CARD)
    with page.expect_response(lambda response: response.url.endswith("/practice/")):
        page.keyboard.press("1")
    expect(page.locator(VERDICT)).to_be_visible()
    page.wait_for_load_state("networkidle")
    page.clock.fast_forward("05:01")

    with page.expect_response(lambda response: response.url.endswith("/practice/")):
        page.keyboard.press("Enter")


def test_the_card_fetched_before_an_undo_is_not_shown_after_it(page, ada):
    prompt = page.inner_text(".prompt")
    page.keyboard.press("1")
    expect(page.locator(VERDICT)).to_be_visible()
    page.keyboard.press("u")
    expect(page.locator(CARD)).to_be_visible()
    assert page.inner_text(".prompt") == prompt
    page.keyboard.press("1")
    expect(page.locator(VERDICT)).to_be_visible()
    page.keyboard.press("Enter")
    expect(page.locator(CARD)).to_be_visible()

    assert page.inner_text(".prompt") != prompt
    assert Review.objects.as_corrected().count() == 1


def test_next_without_a_line_and_without_a_card_says_so(page, ada):
    page.route(PRACTICE, lambda route: route.abort("internetdisconnected"))
    page.keyboard.press("1")
    expect(page.locator(VERDICT)).to_be_visible()
    page.keyboard.press("Enter")

    expect(page.locator(TROUBLE)).to_have_text("No connection. Try again when you are online.")
