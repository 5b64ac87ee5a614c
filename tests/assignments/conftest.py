"""People, a bank and a course that most tests of courses begin with."""

import pytest

from .classroom import make_bank, make_course, make_person, make_quiz


@pytest.fixture
def instructor(db):
    return make_person("mira", is_instructor=True)


@pytest.fixture
def student(db):
    return make_person("sam")


@pytest.fixture
def bank(db):
    return make_bank()


@pytest.fixture
def facts(bank):
    return list(bank.facts.all())


@pytest.fixture
def course(instructor, student):
    return make_course(instructor, student)


@pytest.fixture
def quiz(course, facts):
    return make_quiz(course, facts)
