"""Nothing that is deleted or changed takes anybody's history with it."""

from __future__ import annotations

import pytest
from django.contrib import admin
from django.db.models import ProtectedError
from django.test import RequestFactory

from questions.assignments.hand_in import hand_in
from questions.assignments.sit import start
from questions.authoring.change import Change, Rewritten, change_fact
from questions.authoring.sharing import archive
from questions.exchange.departure import leave
from questions.models import Attempt, Bank, Course, Item, Memory, Question, Report, Response, Review, User
from questions.practice.cards import draw
from questions.practice.review import record_review
from tests.assignments.classroom import NOW, make_course, make_person, make_quiz
from tests.factories import NOON, make_facts, make_learner

pytestmark = pytest.mark.django_db
OPTIONS = ("Ferrol", "Gorham", "Selby", "Oskin")


@pytest.fixture
def fact():
    return make_facts(6)[0]


@pytest.fixture
def ada():
    return make_learner()


@pytest.fixture
def review(fact, ada):
    return record_review(ada, draw(ada, fact, now=NOON), given=fact.answer, now=NOON)


def handed_in(ada, fact, teacher=None):
    teacher = teacher or make_person("mira", is_instructor=True)
    attempt = start(make_quiz(make_course(teacher, ada), [fact]), ada, now=NOW)
    hand_in(attempt, now=NOW)
    return attempt


def test_an_answer_keeps_the_question_that_it_answered(fact, ada, review):
    old = fact.answer
    attempt = handed_in(make_learner("bob"), fact)
    asked = {row.pk: (row.prompt, row.answer) for row in Question.objects.filter(fact=fact)}

    text = "Camp 0 stood at [Tarnholm](place:where)."
    written = Rewritten(text, prompts=("Where did camp 0 stand?",), options=OPTIONS)
    change_fact(fact, written, change=Change.ANSWER, now=NOON)

    answered = Review.objects.get(pk=review.pk).question
    item = Item.objects.get(assignment=attempt.assignment)
    assert {(one.answer, one.version, one.is_current) for one in (answered, item.question)} == {(old, 1, False)}
    assert {row.pk: (row.prompt, row.answer) for row in Question.objects.filter(pk__in=asked)} == asked
    assert set(Question.objects.current().filter(fact=fact).values_list("answer", flat=True)) == {"Tarnholm"}


def test_a_bank_that_anybody_has_answered_cannot_be_deleted(fact, review):
    with pytest.raises(ProtectedError):
        fact.bank.delete()
    with pytest.raises(ProtectedError):
        fact.statement.delete()
    assert Review.objects.get() == review


def test_a_bank_in_the_archive_keeps_every_answer(fact, review):
    archive(fact.bank, is_archived=True, now=NOON)

    assert (Review.objects.count(), Memory.objects.count(), Bank.objects.count()) == (1, 1, 1)


def test_a_course_in_which_anybody_has_answered_cannot_be_deleted(fact, ada):
    attempt = handed_in(ada, fact)
    Response.objects.get_or_create(attempt=attempt, item=attempt.assignment.items.get(), defaults={"answered_at": NOON})

    with pytest.raises(ProtectedError):
        attempt.assignment.course.delete()
    with pytest.raises(ProtectedError):
        attempt.assignment.delete()
    assert Attempt.objects.get() == attempt


def test_who_leaves_takes_no_answer_of_anybody_along(fact, ada, review):
    teacher = make_person("mira", is_instructor=True)
    fact.bank.owner = teacher
    fact.bank.save()
    handed_in(make_learner("bob"), fact, teacher)

    leave(ada, heir=None, now=NOON)
    leave(teacher, heir=make_person("tom", is_instructor=True), now=NOON)

    assert Review.objects.filter(pk=review.pk, learner=ada).exists()
    assert (Attempt.objects.count(), Course.objects.count(), Bank.objects.count()) == (1, 1, 1)


@pytest.mark.parametrize("model", [User, Course, Report])
def test_the_office_deletes_nobody(model):
    request = RequestFactory().get("/")
    request.user = make_person("root", is_staff=True, is_superuser=True)

    office = admin.site.get_model_admin(model)

    assert office.has_change_permission(request)
    assert not office.has_delete_permission(request)
