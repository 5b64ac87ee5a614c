"""A sentence of which nothing was proposed: found by its reason, a statement written of it, which cites it."""

import pytest
from playwright.sync_api import expect

from questions.models import Draft, LeftOut, User
from tests.authoring.drafted import PARAGRAPH, make_desk

from .people import PASSWORD, log_in

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

SENTENCE = "Its first doctor was Ivo Lund."


@pytest.fixture
def teacher(page, live_server):
    person = User.objects.create_user("mira", password=PASSWORD, is_instructor=True)
    bank, start = make_desk(person), PARAGRAPH.index(SENTENCE)
    place = {"start": start, "end": start + len(SENTENCE)}
    LeftOut.objects.create(bank=bank, passage=bank.document.passages.get(), why="points_outside", **place)
    page.goto(f"{live_server.url}/accounts/login/")
    log_in(page, "mira")
    return page


def test_a_sentence_left_out_is_found_by_its_reason_and_mended_by_hand(teacher, live_server):
    teacher.goto(f"{live_server.url}/banks/lake/desk/")
    teacher.locator("summary", has_text="Filters").click()
    teacher.get_by_label("Not asked because").select_option("points_outside")
    teacher.get_by_role("button", name="Show").click()
    teacher.get_by_role("link", name="Write a statement of it").click()

    expect(teacher.locator("[data-cited]")).to_have_text(f"It cites “{SENTENCE}”.")
    statement = teacher.locator("[data-statement]")
    expect(statement).to_have_value(SENTENCE)
    statement.fill("The first doctor of Orin Station was [Ivo Lund](person:b1).")
    teacher.keyboard.press("Control+Enter")

    expect(teacher.locator("[data-draft]")).to_contain_text("Ivo Lund")
    assert Draft.objects.get().sentence == SENTENCE
