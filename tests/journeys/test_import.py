"""From a pasted text to a student's answer: imported, reviewed by keys, published, taken up, its source looked up."""

import pytest
from playwright.sync_api import expect

from questions.models import Bank, Draft, User

from .people import PASSWORD, TYPED, VERDICT, WRITTEN, kind_of, log_in, sign_up

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

TEXT = """# Lake Velmar

Lake Velmar was discovered in 1764 by the surveyor Ilse Brandom. The lake covers an area of 312 square kilometres.
Its deepest point lies 186 metres below the surface. The village of Karsten was founded in 1802 on the northern shore.
In 1847 the engineer Tobias Renfield built the first dam at Karsten. The dam broke on 9 March 1891 and 214 people died.
The harbour of Ondrel was opened in 1903. In 1956 the lake became a nature reserve.
"""
NOTE = "Brandom's own map gives the year."


@pytest.fixture
def teacher(page, live_server):
    User.objects.create_user("mira", password=PASSWORD, is_instructor=True)
    page.goto(f"{live_server.url}/accounts/login/")
    log_in(page, "mira")
    return page


@pytest.fixture
def student(new_context):
    return new_context().new_page()


def test_a_pasted_text_becomes_a_question_that_shows_its_source(teacher, student, live_server):
    bring_in(teacher, live_server)
    review(teacher)
    assert Draft.objects.filter(state="accepted").count() == 2
    assert not Draft.objects.filter(state="rejected").exists()
    Bank.objects.update(visibility=Bank.Visibility.PUBLIC)

    take_up(student, live_server)
    answer_anything(student)
    student.keyboard.press("s")
    source = student.locator("#card details[data-source]")
    expect(source).to_have_attribute("open", "")
    expect(source.locator(".citation")).to_contain_text("Lake Velmar")
    expect(source.locator(".passage")).to_contain_text("In 1956 the lake became a nature reserve.")
    marked = source.locator(".passage mark")
    expect(marked).to_have_count(1)
    assert marked.inner_text() in set(Draft.objects.filter(state="accepted").values_list("sentence", flat=True))


def test_a_text_too_long_to_be_pasted_is_said_before_it_is_sent(teacher, live_server):
    teacher.goto(f"{live_server.url}/imports/new/")
    field = teacher.locator("textarea[name=text]")

    field.fill("wool " * 200_000 + "!")

    said = (
        "The pasted text has 1,000,001 characters; 1,000,000 can be pasted. "
        "Save it as a file and upload that, up to 20 MB."
    )
    assert field.evaluate("it => it.validationMessage") == said
    assert field.input_value() == "wool " * 200_000 + "!"
    field.fill("Wool.")
    assert field.evaluate("it => it.validationMessage") == ""


def test_two_review_at_one_desk_and_nobody_overwrites_anybody(teacher, new_context, live_server):
    User.objects.create_user("tova", password=PASSWORD, is_instructor=True)
    bring_in(teacher, live_server)
    desk, bank = teacher.url, Bank.objects.get()
    teacher.goto(f"{live_server.url}/banks/{bank.key}/editors/")
    teacher.get_by_label("User name of an instructor").fill("tova")
    teacher.get_by_role("button", name="Invite", exact=True).click()
    expect(teacher.locator(".messages")).to_contain_text("tova edits this bank with you now.")
    other = new_context().new_page()
    other.goto(f"{live_server.url}/accounts/login/?next=/banks/{bank.key}/desk/")
    log_in(other, "tova")
    expect(other.get_by_role("heading", name="Review desk")).to_be_visible()
    teacher.goto(desk)
    teacher.wait_for_load_state()
    best, second = [teacher.locator(f"#{one.get_attribute('id')}") for one in teacher.locator(".draft").all()[:2]]
    teacher.keyboard.press("e")
    expect(best.get_by_label("Statement")).to_be_focused()

    other.wait_for_load_state()
    other.keyboard.press("r")
    other.keyboard.press("a")

    expect(second).to_have_attribute("data-state", "accepted", timeout=15_000)
    expect(teacher.locator("#desk-news")).to_contain_text("tova accepted")
    expect(second).to_contain_text("Accepted by tova")
    expect(best.get_by_label("Statement")).to_be_focused()
    teacher.keyboard.press("Control+Enter")
    expect(best).to_contain_text("tova rejected this draft in the meantime. Nothing of it was overwritten")
    assert Draft.objects.filter(state="rejected").count() == 1


def test_undo_and_redo_go_through_the_whole_sitting_and_drafts_are_moved(teacher, live_server):
    bring_in(teacher, live_server)
    bank = Bank.objects.get()
    later = bank.units.create(key="later", title="Later", position=9)
    teacher.reload()
    teacher.wait_for_load_state()
    for count, key in enumerate(("a", "r", "a"), start=1):
        teacher.keyboard.press(key)
        expect(teacher.locator("#desk-progress")).to_contain_text(f"{count} of")
    expect(teacher.locator("#desk-progress")).to_be_in_viewport()  # however far down one is
    expect(teacher.locator("[data-desk=undo]")).to_be_in_viewport()
    assert not overlap_on_a_phone(teacher)
    teacher.keyboard.press("x")
    teacher.keyboard.press("j")
    teacher.keyboard.press("x")
    teacher.keyboard.press("v")
    expect(teacher.get_by_label("The ticked drafts go to")).to_be_focused()
    teacher.keyboard.type("Later")
    teacher.keyboard.press("Enter")
    expect(teacher.locator(".messages")).to_contain_text("Moved 2 drafts to “Later”")
    assert later.drafts.count() == 2

    for said in ("moved 2 drafts", "accepted", "rejected", "accepted"):
        teacher.wait_for_load_state()
        teacher.keyboard.press("u")
        expect(teacher.locator(".messages")).to_contain_text(f"Undone: {said}")
    expect(teacher.locator("#desk-progress")).to_contain_text("0 of")
    teacher.wait_for_load_state()
    teacher.keyboard.press("Shift+U")
    expect(teacher.locator(".messages")).to_contain_text("Done again: accepted")
    expect(teacher.locator("#desk-progress")).to_contain_text("1 of")


def test_a_statement_is_written_from_selected_words_by_keys(teacher, live_server):
    bring_in(teacher, live_server)
    teacher.keyboard.press("w")
    cited = teacher.get_by_label("The passage it cites")
    cited.focus()
    for _ in range(4):
        teacher.keyboard.press("Shift+Control+ArrowRight")
    expect(teacher.locator("[data-cited]")).to_contain_text("It cites “")
    words = cited.evaluate("area => area.value.slice(area.selectionStart, area.selectionEnd)")
    teacher.get_by_label("Statement", exact=True).fill("The dam of Karsten was built of [oak](term:b1).")
    teacher.keyboard.press("Control+Enter")
    expect(teacher.locator(".messages")).to_contain_text("Written.")
    assert Draft.objects.order_by("pk").last().sentence == words.strip()


def bring_in(page, live_server):
    """Paste the text, name its author, and see that it is done."""
    page.goto(f"{live_server.url}/imports/new/")
    page.get_by_label("Or paste its text").fill(TEXT)
    page.get_by_label("Author").fill("H. Sandor")
    page.get_by_role("button", name="Import", exact=True).click()
    expect(page.get_by_role("heading", name="Lake Velmar")).to_be_visible()
    expect(page.get_by_role("heading", name="Ready to review")).to_be_visible()
    page.get_by_role("link", name="Review the facts").click()
    expect(page.get_by_role("heading", name="Review desk")).to_be_visible()
    page.wait_for_load_state()  # the keys are there when the scripts are


def review(page):
    """Accept the best, edit and accept the next, reject a third and take that back, all by keys."""
    best, second, third = [page.locator(f"#{one.get_attribute('id')}") for one in page.locator(".draft").all()[:3]]
    expect(best).to_have_attribute("aria-current", "true")
    page.keyboard.press("a")
    expect(best).to_have_attribute("data-state", "accepted")
    expect(second).to_have_attribute("aria-current", "true")

    page.keyboard.press("e")
    expect(second.get_by_label("Statement")).to_be_focused()
    second.get_by_label("Explanation after the answer").fill(NOTE)
    second.get_by_role("button", name="Save").click()
    expect(second.get_by_label("Statement")).to_have_count(0)
    expect(second).to_be_focused()
    page.keyboard.press("a")
    expect(second).to_have_attribute("data-state", "accepted")
    assert Draft.objects.get(state="accepted", explanation=NOTE).fact.statement.explanation == NOTE

    expect(third).to_have_attribute("aria-current", "true")
    page.keyboard.press("r")
    expect(third).to_have_attribute("data-state", "rejected")
    page.keyboard.press("u")
    expect(page.locator(".messages")).to_contain_text("Undone: rejected")
    expect(third).to_have_attribute("data-state", "proposed")
    expect(third).to_have_attribute("aria-current", "true")


def take_up(page, live_server):
    """From the landing page to the first card."""
    page.goto(live_server.url)
    page.get_by_role("main").get_by_role("link", name="Sign up").click()
    sign_up(page, "noor")
    page.get_by_role("link", name="Choose a bank").click()
    page.get_by_role("link", name="Lake Velmar").click()
    page.get_by_role("button", name="Take it up").click()
    page.get_by_role("link", name="Practise", exact=True).click()


def answer_anything(page):
    """Answer the card by keys, rightly or not."""
    expect(page.locator("form[data-answer-form]").first).to_be_visible()
    page.wait_for_load_state()
    kind = kind_of(page)
    if kind in {"choice", "true_false"}:
        page.keyboard.press("1")
    else:
        page.fill(WRITTEN if kind == "recall" else TYPED, "1764")
        page.keyboard.press("Enter")
    if kind == "recall":
        page.get_by_role("button", name="I had it").click()
    expect(page.locator(VERDICT)).to_be_focused()


def overlap_on_a_phone(page):
    """Whether, at 390 px, what was reviewed runs into the button that takes it back."""
    size = page.viewport_size
    page.set_viewport_size({"width": 390, "height": 800})
    text = page.locator("#desk-progress span").bounding_box()
    button = page.locator("[data-desk=undo]").bounding_box()
    page.set_viewport_size(size)
    return text["x"] + text["width"] > button["x"]
