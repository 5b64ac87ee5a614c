"""The small class of tests/assignments, with a browser for each of its people and a quiz that is open right now."""

from datetime import timedelta

import pytest
from django.core.cache import cache
from django.test import Client
from django.utils import timezone

from tests.assignments.classroom import make_draft, make_person, make_quiz
from tests.assignments.conftest import bank, course, facts, instructor, student

__all__ = ["bank", "course", "facts", "instructor", "student"]


@pytest.fixture(autouse=True)
def empty_cache(db):
    cache.clear()


@pytest.fixture
def open_now():
    """Times of a quiz that opened an hour ago and is due tomorrow."""
    now = timezone.now().replace(microsecond=0)
    return {"opens_at": now - timedelta(hours=1), "due_at": now + timedelta(days=1)}


@pytest.fixture
def quiz(course, facts, open_now):
    return make_quiz(course, facts, **open_now)


@pytest.fixture
def draft(course, facts, open_now):
    return make_draft(course, facts[:2], **open_now)


def browser_of(person):
    client = Client()
    client.force_login(person)
    return client


@pytest.fixture
def teaching(instructor):
    return browser_of(instructor)


@pytest.fixture
def attending(student):
    return browser_of(student)


@pytest.fixture
def outside(db):
    """An instructor of nothing here."""
    return browser_of(make_person("outsider", is_instructor=True))
