"""A course from the first click to the results: a joining link, a quiz built, published, sat, handed in and read."""

import csv
import io

import pytest
from playwright.sync_api import expect

from questions.models import Assignment, Review, User
from tests.assignments.classroom import LINES, make_bank

from .people import PASSWORD, log_in, sign_up

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

RIGHT = {prompt: answer for _key, _type, answer, prompt, _wrong in LINES}


@pytest.fixture
def teacher(page, live_server):
    """The page of an instructor who is logged in; there is one bank."""
    make_bank()
    User.objects.create_user("mira", password=PASSWORD, is_instructor=True)
    page.goto(f"{live_server.url}/accounts/login/")
    log_in(page, "mira")
    return page


@pytest.fixture
def student(new_context):
    """The page of somebody else, in a browser of their own."""
    return new_context().new_page()


def open_course(page):
    """A new course; return its joining link."""
    page.get_by_role("link", name="Courses").first.click()
    page.get_by_role("link", name="New course").click()
    page.get_by_label("Title").fill("History, year nine")
    page.get_by_label("Time zone").select_option("Europe/Berlin")
    page.get_by_role("button", name="Open the course").click()
    expect(page.get_by_role("heading", name="History, year nine")).to_be_visible()
    return page.input_value("#join-link")


def build_quiz(page):
    """A quiz of all four facts, opening long ago and due long hence, published."""
    page.get_by_role("link", name="New quiz").click()
    page.get_by_label("Title").fill("The lake")
    page.get_by_label("Opens").fill("2020-01-01T08:00")
    page.get_by_label("Due").fill("2099-01-01T20:00")
    page.get_by_role("button", name="Go on to the items").click()
    page.get_by_label("Asked as").select_option("choice")
    page.get_by_role("button", name="Pick", exact=True).click()
    expect(page.get_by_role("heading", name="Items (4)")).to_be_visible()
    page.get_by_role("button", name="Publish").click()
    expect(page.get_by_role("button", name="Make it a draft again")).to_be_visible()


def test_a_course_from_its_joining_link_to_the_results(teacher, student, live_server):
    link = open_course(teacher)
    build_quiz(teacher)

    join(student, link)
    start(student)
    wrong = answer_all_but_one_rightly(student)
    student.reload()
    expect(student.locator(".saved-state")).to_contain_text("4 of 4 answered")
    hand_in(student)
    expect(student.get_by_role("heading", name="3 of 4 right")).to_be_visible()
    assert Review.objects.filter(origin="quiz").count() == 4

    teacher.get_by_role("link", name="History, year nine").click()
    expect(teacher.get_by_role("row").filter(has_text="noor")).to_contain_text("of 4")
    teacher.get_by_role("link", name="The lake").click()
    row = teacher.get_by_role("row").filter(has_text="noor")
    expect(row).to_contain_text("75 %")
    assert points_in(download(teacher))[wrong] == "0"

    row.get_by_role("link", name="Attempt 1 of noor").click()
    expect(teacher.get_by_role("heading", name="noor")).to_be_visible()
    expect(teacher.get_by_text("3 of 4 right")).to_be_visible()


def join(page, link):
    """From the link over signing up to the course."""
    page.goto(link)
    page.get_by_role("link", name="Sign up").last.click()
    sign_up(page, "noor")
    expect(page.get_by_role("heading", name="Do you want to join?")).to_be_visible()
    page.get_by_role("button", name="Join the course").click()
    expect(page.get_by_role("heading", name="What your instructors see")).to_be_visible()


def start(page):
    page.get_by_role("link", name="The lake").click()
    page.get_by_role("button", name="Start").click()
    expect(page.locator(".asked")).to_have_count(4)


def answer_all_but_one_rightly(page):
    """Tick an option of each question, a wrong one in the first; return that question."""
    prompts = page.locator(".asked-prompt").all_inner_texts()
    for number, prompt in enumerate(prompts):
        asked = page.locator(".asked").nth(number)
        options = asked.locator("label").all_inner_texts()
        chosen = next(text for text in options if (text == RIGHT[prompt]) == (number > 0))
        asked.get_by_label(chosen, exact=True).check()
    expect(page.locator(".saved-state")).to_contain_text("4 of 4 answered, all saved")
    return prompts[0]


def hand_in(page):
    page.get_by_text("Hand in…").click()
    page.get_by_role("button", name="Hand in now").click()


def download(page):
    with page.expect_download() as downloaded:
        page.get_by_role("link", name="Download as CSV").click()
    return downloaded.value.path().read_text(encoding="utf-8-sig")


def points_in(text):
    """The student's line, by the head of its column."""
    lines = list(csv.DictReader(io.StringIO(text)))
    return next(line for line in lines if line["student"] == "noor")


def test_what_is_answered_while_the_line_is_down_is_saved_when_it_is_back(teacher, student, live_server):
    link = open_course(teacher)
    build_quiz(teacher)
    join(student, link)
    start(student)
    student.context.set_offline(True)
    student.locator(".asked").first.get_by_role("radio").first.check()
    expect(student.locator("[data-trouble]")).to_be_visible()
    student.context.set_offline(False)
    expect(student.locator(".saved-state")).to_contain_text("1 of 4 answered, all saved", timeout=30_000)
    quiz = Assignment.objects.get()
    assert [response.given != "" for response in quiz.attempts.get().responses.all()] == [True]
