"""A document and its second version: the author decides by keys, the student is told once and keeps the rest."""

from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from questions.models import Bank, Correction, Difference, Draft, Fact, Memory, User
from questions.practice.cards import draw
from questions.practice.review import record_review
from tests.authoring.versions.revised import MUSEUM, PAINTER, SECOND, first_version
from tests.factories import make_study

from .people import PASSWORD, VERDICT, answer_by_keys, kind_of, log_in

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def bank():
    """The first version reviewed and published."""
    made = first_version(User.objects.create_user("mira", password=PASSWORD, is_instructor=True))
    Bank.objects.update(visibility=Bank.Visibility.PUBLIC)
    return made


@pytest.fixture
def noor(bank):
    """Has answered every fact; only the year is due now."""
    learner = User.objects.create_user("noor", password=PASSWORD, is_load_even=False)
    make_study(learner, bank)
    for fact in Fact.objects.all():
        then = timezone.now() - timedelta(days=1)
        record_review(learner, draw(learner, fact, now=then), given=fact.answer, now=then)
    Memory.objects.exclude(fact__answer="1764").update(due=timezone.now().date() + timedelta(days=30))
    return learner


def enter(page, live_server, name):
    page.goto(f"{live_server.url}/accounts/login/")
    log_in(page, name)
    return page


def test_a_changed_document(bank, noor, page, new_context, live_server):
    known = {memory.fact_id: memory.stability for memory in Memory.objects.all()}
    enter(page, live_server, "mira")
    bring_in(page, live_server, bank)
    assert {memory.fact_id: memory.stability for memory in Memory.objects.all()} == known

    decide(page)
    year = Fact.objects.get(answer="1765")
    assert list(Correction.objects.values_list("act", "review__fact")) == [("changed", year.pk)]
    assert {memory.fact_id for memory in Memory.objects.all() if memory.stability != known[memory.fact_id]} == {year.pk}
    accept_what_is_new(page, bank)

    student = enter(new_context().new_page(), live_server, "noor")
    is_told(student, live_server, year)
    at_the_next_answer_it_is_not(student, live_server, year, noor)


def bring_in(page, live_server, bank):
    page.goto(f"{live_server.url}/banks/{bank.key}/")
    page.get_by_role("link", name="New version of its document").click()
    page.get_by_role("link", name="New version of Lake Velmar").click()
    page.get_by_label("Or paste its text").fill(SECOND)
    page.get_by_role("button", name="Bring it in").click()
    page.get_by_role("link", name="See what changed").click()
    expect(page.get_by_role("heading", name="What changed")).to_be_in_viewport()
    page.wait_for_load_state()


def decide(page):
    """Left, taken back, then the new answer; the painter is retired, the dam worded anew."""
    changes = page.locator("[data-change]")
    expect(changes).to_have_count(3)
    progress = page.locator("#changes-progress")
    expect(progress).to_contain_text("0 of 3 decided")
    first = page.locator(f"#{changes.first.get_attribute('id')}")
    expect(first).to_have_attribute("aria-current", "true")
    expect(first.locator(".change-answer")).to_contain_text("1764")

    page.keyboard.press("l")
    expect(progress).to_contain_text("1 of 3 decided")
    expect(changes.nth(1)).to_have_attribute("aria-current", "true")
    page.keyboard.press("k")
    page.keyboard.press("u")
    expect(progress).to_contain_text("0 of 3 decided")
    expect(first).to_have_attribute("aria-current", "true")
    page.keyboard.press("n")
    expect(progress).to_contain_text("1 of 3 decided")

    page.keyboard.press("r")
    expect(progress).to_contain_text("2 of 3 decided")
    page.keyboard.press("w")
    expect(progress).to_contain_text("3 of 3 decided")
    assert not Difference.objects.waiting().exists()
    assert not Fact.objects.current().filter(drafts__sentence=PAINTER).exists()


def accept_what_is_new(page, bank):
    page.goto(page.url.split("/banks/")[0] + f"/banks/{bank.key}/desk/")
    expect(page.locator(".draft").first).to_be_visible()
    page.wait_for_load_state()
    page.keyboard.press("a")
    expect(page.locator(".draft").first).to_have_attribute("data-state", "accepted")
    assert Draft.objects.filter(state="accepted", sentence=MUSEUM).exists()


def is_told(page, live_server, year):
    page.goto(f"{live_server.url}/practice/")
    page.wait_for_load_state()
    answer_by_keys(page, kind_of(page), "1765")
    told = page.locator("[data-changed]")
    expect(told).to_contain_text("The answer was 1764; it is 1765 now.")
    expect(told).to_contain_text("A new version of “Lake Velmar” says so.")
    told.get_by_role("link", name="Why").click()
    expect(page.get_by_role("heading", name="What changed")).to_be_in_viewport()
    expect(page).to_have_url(f"{live_server.url}/facts/{year.pk}/#changes")


def at_the_next_answer_it_is_not(page, live_server, year, noor):
    later = timezone.now() + timedelta(days=3)
    review = record_review(noor, draw(noor, year, now=later), given="1765", now=later)
    page.goto(f"{live_server.url}/practice/reviews/{review.token}/")
    expect(page.locator(VERDICT)).to_contain_text("Right")
    expect(page.locator("[data-changed]")).to_have_count(0)
