"""A page in; what a person does on it, as they would do it, out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from playwright.sync_api import expect

if TYPE_CHECKING:
    from collections.abc import Mapping

    from playwright.sync_api import Page

PASSWORD = "seven-Lakes-in-1871"

TYPED, WRITTEN = "input.typed", "textarea#written"
PROMPT, VERDICT = "form[data-answer-form] .prompt", "#card .verdict-heading"


def sign_up(page: Page, name: str) -> None:
    """Fill in the form of the page and send it; without scripts nobody offers the browser's time zone."""
    page.fill("input[name=username]", name)
    page.fill("input[name=password1]", PASSWORD)
    if not page.input_value("select[name=time_zone]"):
        page.select_option("select[name=time_zone]", "UTC")
    page.get_by_role("main").get_by_role("button", name="Sign up").click()
    page.wait_for_url(lambda url: "/accounts/" not in url)


def log_in(page: Page, name: str) -> None:
    page.fill("input[name=login]", name)
    page.fill("input[name=password]", PASSWORD)
    page.get_by_role("main").get_by_role("button", name="Log in").click()
    page.wait_for_url(lambda url: "/accounts/" not in url)


def named_in(text: str, answers: Mapping[str, str]) -> str:
    """The key of the answer that belongs to a prompt: the one word of `answers` that stands in it."""
    [key] = [key for key in answers if key in text.lower()]
    return key


def kind_of(page: Page) -> str:
    """Which kind of question the page asks, by what it offers."""
    if page.locator(WRITTEN).count():
        return "recall"
    if page.locator(TYPED).count():
        return "cloze" if page.locator("#card .cloze-gap").count() else "typed"
    return "true_false" if "True or false" in page.locator(PROMPT).inner_text() else "choice"


def answer_by_keys(page: Page, kind: str, answer: str) -> None:
    """Answer the card without a pointer; `answer` may be a wrong one."""
    if kind in {"choice", "true_false"}:
        options = [option.strip().lower() for option in page.locator(".option-text").all_inner_texts()]
        page.keyboard.press(str(options.index(answer.lower()) + 1))
    elif kind == "recall":
        page.keyboard.press("Enter")
        expect(page.locator(".recall-model")).to_have_text(answer)
        page.keyboard.press("1")
    else:
        expect(page.locator(TYPED)).to_be_focused()
        page.keyboard.type(answer)
        page.keyboard.press("Enter")
    expect(page.locator(VERDICT)).to_be_focused()


def answer_by_forms(page: Page, kind: str, answer: str) -> None:
    """Answer the card by its buttons alone, as without scripts."""
    if kind in {"choice", "true_false"}:
        page.get_by_role("button", name=re.compile(f"^{re.escape(answer)}$", re.IGNORECASE)).click()
    elif kind == "recall":
        page.get_by_role("button", name="Show the answer").click()
        page.get_by_role("button", name="I had it").click()
    else:
        page.fill(TYPED, answer)
        page.get_by_role("button", name="Check").click()
    expect(page.locator(VERDICT)).to_be_visible()
