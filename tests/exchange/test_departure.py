"""A course does not lose its only instructor: somebody who may teach takes it over, or the way out stays shut."""

import pytest

from questions.exchange.departure import NobodyTakesOver, courses_left_alone, heir, leave
from questions.models import Course, Membership
from tests.factories import NOON, make_learner

pytestmark = pytest.mark.django_db


def place(course, person, role):
    return Membership.objects.create(course=course, person=person, role=role, joined_at=NOON)


@pytest.fixture
def mira():
    return make_learner("mira", is_instructor=True)


@pytest.fixture
def course(mira):
    made = Course.objects.create(title="History 1", created_at=NOON)
    place(made, mira, "instructor")
    place(made, make_learner("sam"), "student")
    return made


def test_a_course_nobody_else_teaches_must_be_handed_over(mira, course):
    with pytest.raises(NobodyTakesOver, match="You alone teach History 1"):
        heir("", of=mira)
    with pytest.raises(NobodyTakesOver):
        leave(mira, heir=None, now=NOON)
    mira.refresh_from_db()
    assert mira.is_active


def test_only_who_may_teach_takes_a_course_over(mira, course):
    with pytest.raises(NobodyTakesOver, match="sam is no instructor of this site"):
        heir("sam", of=mira)


def test_the_heir_teaches_from_then_on(mira, course):
    okafor = make_learner("okafor", is_instructor=True)
    leave(mira, heir=heir("okafor", of=mira), now=NOON)
    assert list(Course.objects.taught_by(okafor)) == [course]
    assert list(Course.objects.taught_by(mira)) == []


def test_an_heir_who_attended_teaches_now(mira, course):
    tutor = make_learner("tutor", is_instructor=True)
    place(course, tutor, "student")
    leave(mira, heir=tutor, now=NOON)
    assert [(one.person, one.role) for one in course.memberships.instructors().present()] == [(tutor, "instructor")]


def test_a_course_with_another_instructor_or_without_students_holds_nobody(mira, course):
    place(course, make_learner("okafor"), "instructor")
    empty = Course.objects.create(title="Empty", created_at=NOON)
    place(empty, mira, "instructor")
    assert list(courses_left_alone(mira)) == []
    assert heir("", of=mira) is None


def test_students_do_not_hand_over_what_they_attend(course):
    assert list(courses_left_alone(Membership.objects.students().get().person)) == []
