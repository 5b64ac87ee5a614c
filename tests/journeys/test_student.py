"""A student's first day: sign up, take up a bank, practise every kind, a wrong one returns, undo, summary, progress."""

import pytest
from playwright.sync_api import expect

from questions.models import Question, Review
from questions.vocabulary import Kind
from tests.factories import add_statement, make_bank, make_unit

from .people import PROMPT, VERDICT, answer_by_forms, answer_by_keys, kind_of, named_in, sign_up

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

PROSE = "because the ice on the lake broke early"
ANSWERS = {"alder": "Baravik", "birch": "Calbrook", "cedar": "Dundell", "dogwood": PROSE, "elm": "false"}
KINDS = {"alder": "choice", "birch": "cloze", "cedar": "typed", "dogwood": "recall", "elm": "true_false"}


@pytest.fixture
def bank(transactional_db):
    """Five facts, each asked in a kind of its own."""
    bank = make_bank(title="Lake Orin")
    unit = make_unit(bank)
    add_statement(unit, "Camp Alder stood at [Baravik](place:where).", "alder", kinds={"choice"})
    add_statement(unit, "Camp Birch stood at [Calbrook](place:where).", "birch", kinds={"cloze"})
    add_statement(unit, "Camp Cedar stood at [Dundell](place:where).", "cedar", kinds={"typed"})
    add_statement(unit, f"They left camp Dogwood [{PROSE}](cause:why).", "dogwood", kinds={"recall"})
    [fact] = add_statement(unit, "Camp Elm was built in [1871](date:when).", "elm", kinds={"none"})
    claim = {"prompt": "Camp Elm was built in 1873.", "answer": "false", "distractors": ["true"]}
    Question.objects.create(fact=fact, kind=Kind.TRUE_FALSE, **claim)
    return bank


def begin(page, live_server):
    """From the landing page to the first card."""
    page.goto(live_server.url)
    page.get_by_role("main").get_by_role("link", name="Sign up").click()
    sign_up(page, "ines")
    expect(page.get_by_role("heading", name="Nothing to practise yet")).to_be_visible()
    page.get_by_role("link", name="Choose a bank").click()
    page.get_by_role("link", name="Lake Orin").click()
    page.get_by_role("button", name="Take it up").click()
    page.get_by_role("link", name="Practise", exact=True).click()


def test_a_first_day_by_keys_alone(page, live_server, bank):
    begin(page, live_server)
    asked = [answer_the_card(page, answer_by_keys, wrongly=True)]
    assert asked == ["alder"]
    expect(page.locator(VERDICT)).to_contain_text("Not")

    page.keyboard.press("Enter")
    asked.append(answer_the_card(page, answer_by_keys))
    page.keyboard.press("u")
    expect(page.locator(VERDICT)).to_have_count(0)
    assert answer_the_card(page, answer_by_keys) == asked[-1]

    page.keyboard.press("Enter")
    while not page.locator("#card.done").count():
        asked.append(answer_the_card(page, answer_by_keys))
        page.keyboard.press("Enter")
        page.wait_for_selector(f"{PROMPT}, #card.done")
    assert sorted(asked) == ["alder", "alder", "birch", "cedar", "dogwood", "elm"]
    assert asked.index("alder", 1) == 5  # four other cards lie between

    expect(page.get_by_role("heading", name="Done for today")).to_be_focused()
    tiles = dict(zip(*[page.locator(f".tile {part}").all_inner_texts() for part in ("dt", "dd")], strict=True))
    assert (tiles["answers"], tiles["right at first"], tiles["facts met for the first time"]) == ("6", "4", "5")
    expect(page.locator(".answers")).to_contain_text("Baravik")
    assert Review.objects.count() == 7
    assert Review.objects.as_corrected().count() == 6

    page.get_by_role("link", name="Progress").click()
    expect(page.get_by_role("heading", name="Progress", exact=True)).to_be_visible()
    expect(page.locator("main svg").first).to_be_visible()


def test_the_same_day_without_javascript(browser, live_server, bank):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    begin(page, live_server)
    asked = []
    while not page.get_by_role("heading", name="Done for today").count():
        asked.append(answer_the_card(page, answer_by_forms, wrongly=not asked))
        page.get_by_role("link", name="Next").click()
    assert sorted(asked) == ["alder", "alder", "birch", "cedar", "dogwood", "elm"]
    assert Review.objects.count() == 6
    context.close()


def answer_the_card(page, answer_by, *, wrongly=False):
    """Answer what is shown, rightly unless told; return which fact it was."""
    prompt = page.locator(PROMPT)
    expect(prompt).to_be_visible()
    key = named_in(prompt.inner_text(), ANSWERS)
    kind = kind_of(page)
    assert kind == KINDS[key]
    options = [text.strip() for text in page.locator(".option-text").all_inner_texts()]
    answer = next(text for text in options if text != ANSWERS[key]) if wrongly else ANSWERS[key]
    answer_by(page, kind, answer)
    return key
