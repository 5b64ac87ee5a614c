"""A client in; what a learner does with the cards of practice, in one call each, out."""

from __future__ import annotations

import re
from datetime import timedelta
from html import unescape
from typing import TYPE_CHECKING

from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from questions.models import Assignment, Attempt, Course, Item
from tests.factories import NOON, add_statement, make_bank, make_memory, make_unit

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpResponse
    from django.test import Client

    from questions.models import Fact, Review, User

HTMX = {"HX-Request": "true"}


def shown(client: Client, **query: object) -> HttpResponse:
    """The practice page."""
    return client.get(reverse("practice"), query)


def signed_in(response: HttpResponse) -> str:
    """The signed card that a page carries."""
    return unescape(re.search(r'name="card" value="([^"]+)"', response.content.decode())[1])


def send(client: Client, signed: str, *, headers: dict[str, str] | None = None, **done: object) -> HttpResponse:
    return client.post(reverse("answer"), {"card": signed, **done}, headers=headers)


def answer(client: Client, given: str | None = None, **done: object) -> HttpResponse:
    """The card that is due now, answered: with `given`, or else rightly."""
    page = shown(client)
    right = page.context["card"].question.answer
    return send(client, signed_in(page), answer=right if given is None else given, **done)


def correct(client: Client, review: Review, act: str, **more: object) -> HttpResponse:
    return client.post(reverse("correct", args=[review.token]), {"act": act}, **more)


def text_of(response: HttpResponse) -> str:
    """The page with every run of white space as one space."""
    return re.sub(r"\s+", " ", response.content.decode())


def queries(act: Callable[[], object]) -> int:
    """How many queries an act asks, done a second time (the first time may load what is kept for all)."""
    act()
    with CaptureQueriesContext(connection) as asked:
        act()
    return len(asked)


DAY = "The lake is [4 May 1871](date:when)."


def only_asked_as(learner: User, kind: str, text: str = DAY) -> Fact:
    """One fact that is due and asked as `kind`."""
    [fact] = add_statement(make_unit(make_bank("one", "One")), text, kinds=[kind])
    make_memory(learner, fact, rung=2)
    return fact


def sit(learner: User, fact: Fact) -> Attempt:
    """An open attempt of `learner` at a quiz that asks `fact`, at noon."""
    course = Course.objects.create(title="History", created_at=NOON)
    due = NOON + timedelta(hours=1)
    quiz = Assignment.objects.create(
        course=course, title="Quiz", opens_at=NOON - timedelta(hours=1), due_at=due, published_at=NOON
    )
    question = fact.questions.first()
    Item.objects.create(
        assignment=quiz, fact=fact, question=question, position=0, kind="choice", prompt="?", answer="!"
    )
    return Attempt.objects.create(assignment=quiz, student=learner, number=1, started_at=NOON, closes_at=due)
