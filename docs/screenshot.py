"""The address of a running site and whom to log in as in; the picture of the README, docs/practice.png, out.

python3 manage.py run                                  # in one terminal; it prints whom to log in as
.venv/bin/python docs/screenshot.py mara PASSWORD      # in another; needs Chromium and the developers' lock
"""

import os
import shutil
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

SITE = os.environ.get("SITE_URL", "http://127.0.0.1:8000")
PICTURE = Path(__file__).with_name("practice.png")
CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")


def main(username: str, password: str) -> None:
    """Log in, answer one card, and keep the verdict as a person sees it."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_page(viewport={"width": 1100, "height": 760}, color_scheme="light")
        page.goto(f"{SITE}/accounts/login/")
        page.fill("[name=login]", username)
        page.fill("[name=password]", password)
        page.click("main button[type=submit]")
        page.goto(f"{SITE}/practice/")
        while not page.locator(".option").count():  # on until a card with options comes
            page.locator("button[value=give_up]").click()
            page.locator("[data-action=next]").click()
            page.locator("#card").wait_for()
        page.locator(".option").first.click()
        page.locator(".verdict-heading").wait_for()
        page.screenshot(path=PICTURE)
        browser.close()


if __name__ == "__main__":
    main(*sys.argv[1:3])
