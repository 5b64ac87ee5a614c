"""Courses and quizzes: who teaches, who attends, what is open, and what the database refuses."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.db.models import ProtectedError

from questions.models import Assignment, Attempt, Course, Extension, Item, Membership, Response
from questions.models.courses import JOIN_ALPHABET, new_join_code
from tests.factories import NOON, make_facts, make_learner

pytestmark = pytest.mark.django_db

HOUR = timedelta(hours=1)


@pytest.fixture
def course():
    return Course.objects.create(title="History", created_at=NOON)


@pytest.fixture
def teacher(course):
    return member(course, "teacher", "instructor")


@pytest.fixture
def student(course):
    return member(course, "student", "student")


@pytest.fixture
def quiz(course):
    return make_quiz(course)


def member(course, name, role):
    person = make_learner(name)
    Membership.objects.create(course=course, person=person, role=role, joined_at=NOON)
    return person


def make_quiz(course, **fields):
    return Assignment.objects.create(
        **{"course": course, "title": "One", "opens_at": NOON, "due_at": NOON + HOUR, "published_at": NOON} | fields
    )


def make_item(quiz, fact):
    question = fact.questions.get(kind="typed", wording=0)
    asked = {"question": question, "kind": "typed", "prompt": question.prompt, "answer": fact.answer}
    return Item.objects.create(assignment=quiz, fact=fact, position=quiz.items.count(), **asked)


def start(quiz, student, number=1, **fields):
    when = {"started_at": NOON, "closes_at": NOON + HOUR}
    return Attempt.objects.create(assignment=quiz, student=student, number=number, **when | fields)


def test_teaching_and_attending_are_different_places(course, teacher, student):
    stranger = make_learner("stranger")
    taught, attended, visible = Course.objects.taught_by, Course.objects.attended_by, Course.objects.visible_to
    assert [[len(ask(who)) for ask in (taught, attended, visible)] for who in (teacher, student, stranger)] == [
        [1, 0, 1],
        [0, 1, 1],
        [0, 0, 0],
    ]


def test_who_was_removed_sees_nothing_and_keeps_the_row(course, student):
    Membership.objects.filter(person=student).update(removed_at=NOON)
    assert list(Course.objects.visible_to(student)) == []
    assert list(Course.objects.attended_by(student)) == []
    assert Membership.objects.students().count() == 1
    assert Membership.objects.students().present().count() == 0


def test_places_are_read_by_who_teaches_there(course, teacher, student):
    assert {place.person for place in Membership.objects.taught_by(teacher)} == {teacher, student}
    assert list(Membership.objects.taught_by(student)) == []


def test_students_are_set_published_quizzes_only(course, teacher, student):
    published, draft = make_quiz(course), make_quiz(course, published_at=None)
    assert list(Assignment.objects.set_for(student)) == [published]
    assert list(Assignment.objects.set_for(teacher)) == []
    assert set(Assignment.objects.taught_by(teacher)) == {published, draft}
    assert list(Assignment.objects.drafts()) == [draft]
    assert list(Assignment.objects.published()) == [published]


def test_an_attempt_is_open_until_handed_in_or_over(quiz, student):
    attempt = start(quiz, student)
    assert list(Attempt.objects.of(student).open_at(NOON)) == [attempt]
    assert list(Attempt.objects.of(student).open_at(NOON + HOUR)) == []
    assert list(Attempt.objects.of(student).open()) == [attempt]
    Attempt.objects.update(handed_in_at=NOON)
    assert list(Attempt.objects.of(student).open()) == []


def test_one_attempt_is_open_at_a_time(quiz, student):
    first = start(quiz, student)
    with pytest.raises(IntegrityError), transaction.atomic():
        start(quiz, student, number=2)
    Attempt.objects.filter(pk=first.pk).update(handed_in_at=NOON)
    assert start(quiz, student, number=2).number == 2


@pytest.mark.parametrize(
    "again",
    [
        lambda quiz, who, item: Membership.objects.create(
            course=quiz.course, person=who, role="instructor", joined_at=NOON
        ),
        lambda quiz, who, item: make_item(quiz, item.fact),
        lambda quiz, who, item: Extension.objects.create(assignment=quiz, student=who, due_at=NOON),
        lambda quiz, who, item: start(quiz, who, number=1),
        lambda quiz, who, item: Response.objects.create(attempt=quiz.attempts.get(), item=item, answered_at=NOON),
    ],
)
def test_one_place_one_item_one_extension_one_attempt_one_response(quiz, student, again):
    item = make_item(quiz, make_facts(1)[0])
    Extension.objects.create(assignment=quiz, student=student, due_at=NOON)
    attempt = start(quiz, student, handed_in_at=NOON)
    Response.objects.create(attempt=attempt, item=item, answered_at=NOON)
    with pytest.raises(IntegrityError), transaction.atomic():
        again(quiz, student, item)


@pytest.mark.parametrize("wrong", [{"due_at": NOON}, {"due_at": NOON - HOUR}, {"attempts_allowed": 0}])
def test_a_quiz_is_due_after_it_opens_and_allows_an_attempt(quiz, wrong):
    with pytest.raises(IntegrityError), transaction.atomic():
        Assignment.objects.filter(pk=quiz.pk).update(**wrong)


def test_a_fact_that_a_quiz_asks_cannot_be_deleted(quiz):
    item = make_item(quiz, make_facts(1)[0])
    with pytest.raises(ProtectedError):
        item.fact.delete()


def test_join_codes_hold_forty_bits_and_no_look_alikes():
    codes = {new_join_code() for _ in range(200)}
    assert len(codes) == 200
    assert len(JOIN_ALPHABET) ** len(codes.pop()) > 2**40
    assert set("0O1IL") & set(JOIN_ALPHABET) == set()
