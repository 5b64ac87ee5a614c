"""Every page, with one of everything on it, in both themes and three widths: no fault for axe, no scrolling aside."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.conf import settings
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from questions.models import Assignment
from tests.web.address_book import ADDRESSES
from tests.web.everyone import ROLES, make_world

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Page

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

WIDTHS = (320, 390, 1280)
THEMES = ("light", "dark")
DOWNLOADS = {"anki_download", "results_csv", "yours_download", "bank_export"}
PARTS = {"desk_news"}
"""What answers a part of a page, or nothing, to the page that asks for it every few seconds."""
RULES = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "resultTypes": ["violations"],
}
TOO_WIDE = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


def pages_by_role() -> dict[str, list[str]]:
    """The addresses that answer a plain visit with a page, each under the first role that sees it."""
    found: dict[str, list[str]] = {role: [] for role in ROLES}
    for name, visit in ADDRESSES.items():
        answers = visit.answers.split()
        if visit.method == "get" and "200" in answers and name not in DOWNLOADS | PARTS:
            found[ROLES[answers.index("200")]].append(name)
    return {role: names for role, names in found.items() if names}


@pytest.mark.parametrize(("role", "names"), pages_by_role().items(), ids=list(pages_by_role()))
def test_every_page_can_be_read_by_everyone_everywhere(page: Page, live_server, role: str, names: list[str]):
    cache.clear()
    world = make_world()
    if role in world.people:
        log_in(page, live_server.url, world.people[role])
    faults = []
    for name in names:
        visit = ADDRESSES[name]
        page.goto(live_server.url + reverse(name, args=visit.at(world) if visit.at else []))
        faults += [f"{name}: {fault}" for fault in faults_of(page)]
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize("attempts", [1, 2], ids=["with the right answers", "without them"])
def test_what_a_student_sees_after_handing_in_can_be_read_by_everyone(page: Page, live_server, attempts: int):
    cache.clear()
    world = make_world()
    Assignment.objects.filter(pk=world.quiz.pk).update(attempts_allowed=attempts)
    log_in(page, live_server.url, world.people["student"])
    page.goto(live_server.url + reverse("sit", args=[world.sitting.pk]))
    page.get_by_role("radio").first.check()
    page.get_by_text("Hand in…").click()
    page.get_by_role("button", name="Hand in now").click()
    page.wait_for_url("**/result/")
    assert (page.get_by_text("Answer", exact=True).count() > 0) is (attempts == 1)
    assert list(faults_of(page)) == []


def log_in(page: Page, url: str, person) -> None:
    client = Client()
    client.force_login(person)
    cookie = client.cookies[settings.SESSION_COOKIE_NAME].value
    page.context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": cookie, "url": url}])


def faults_of(page: Page) -> Iterator[str]:
    """What axe objects to in each theme, and the widths at which the page scrolls sideways."""
    for theme in THEMES:
        page.emulate_media(color_scheme=theme, reduced_motion="reduce")  # no colour is looked at half-way
        for violation in Axe().run(page, options=RULES).response["violations"]:
            yield f"{theme}: {violation['id']}: {[node['html'][:120] for node in violation['nodes'][:2]]}"
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        if over := page.evaluate(TOO_WIDE):
            yield f"scrolls {over} px aside at {width} px"
