"""Demo people and banks in; a course with two quizzes, one handed in and one open, out."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from questions.assignments.build import pick
from questions.assignments.hand_in import hand_in
from questions.assignments.joining import join, open_course
from questions.assignments.publish import publish
from questions.assignments.sit import save, sheet, start
from questions.models import Assignment, Course
from questions.vocabulary import Kind

from .student import chance_to_know, reply_to

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from random import Random

    from questions.models import Unit, User

    from .people import Person

OPENED = 44
"""The course is so many days old."""
MORNING = time(10, 20)


def open_demo_course(instructor: User, *, today: date) -> Course:
    course = Course(title="Siberia and Mongolia after 1917", description="Read a unit a week, and answer every day.")
    return open_course(course, instructor, now=at(today, OPENED))


def at(today: date, days_ago: int, hour: time = MORNING) -> datetime:
    """The instant `days_ago` before today at that hour, in the demo's own zone."""
    return datetime.combine(today - timedelta(days=days_ago), hour, ZoneInfo("UTC"))


def enrol(course: Course, person: Person, learner: User, *, today: date) -> None:
    join(learner, course, now=at(today, person.began, time(9, 0)))


def set_quiz(
    course: Course, title: str, chapters: Sequence[Unit], *, opened: int, due: int, today: date, rng: Random
) -> Assignment:
    """A published quiz of ten questions on `chapters`; days are counted back from today, negative ones are to come."""
    quiz = Assignment.objects.create(
        course=course,
        title=title,
        instructions="Ten questions, one attempt. You see your result and the right answers once you have handed in.",
        opens_at=at(today, opened, time(8, 0)),
        due_at=at(today, due, time(20, 0)),
        created_by=course.memberships.get(role="instructor").person,
    )
    pick(quiz, chapters, count=6, kind=Kind.CHOICE, rng=rng)
    pick(quiz, chapters, count=4, kind=Kind.TYPED, rng=rng)
    return publish(quiz, now=at(today, opened, time(7, 30)))


def sit(quiz: Assignment, person: Person, learner: User, day: date, *, rng: Random) -> None:
    """One attempt, answered in one go and handed in."""
    now = at(day, 0) + timedelta(minutes=rng.randint(0, 40))
    attempt = start(quiz, learner, now=now)
    answers = {}
    for line in sheet(attempt):
        knows = rng.random() < chance_to_know(learner, line.item.fact, day) ** person.forgets
        answers[line.item.pk] = reply_to(line.item.question, line.options, knows=knows, rng=rng).given
        now += timedelta(seconds=rng.randint(8, 40))
        save(attempt, answers, now=now)
    hand_in(attempt, now=now + timedelta(seconds=20))
