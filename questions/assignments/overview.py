"""A student in; the quizzes set for them, each with its state and when it is due, out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from django.db.models import Prefetch

from questions.models import Assignment, Attempt, Extension

from .terms import State, Terms, phrase, terms_from

if TYPE_CHECKING:
    from datetime import datetime

    from questions.models import Course, User

STILL_SHOWN = timedelta(days=7)
"""How long after its due time a quiz stays on the page of the day."""


@dataclass(frozen=True, slots=True)
class SetQuiz:
    """A quiz as its student sees it in a list."""

    quiz: Assignment
    terms: Terms
    state: State
    when: str

    @property
    def pk(self) -> int:
        return self.quiz.pk

    @property
    def title(self) -> str:
        return self.quiz.title

    @property
    def course(self) -> Course:
        return self.quiz.course


def quizzes_for(student: User, *, now: datetime) -> list[SetQuiz]:
    """Quizzes for the page of the day, the next due first: without those that closed more than a week ago."""
    return [row for row in _rows(student, now, course=None) if now < row.terms.due_at + STILL_SHOWN]


def quizzes_in(course: Course, student: User, *, now: datetime) -> list[SetQuiz]:
    """All published quizzes of one course, as `student` sees them."""
    return _rows(student, now, course=course)


def _rows(student: User, now: datetime, *, course: Course | None) -> list[SetQuiz]:
    """Three queries, however many quizzes there are."""
    quizzes = Assignment.objects.set_for(student).select_related("course")
    if course is not None:
        quizzes = quizzes.filter(course=course)
    quizzes = quizzes.prefetch_related(
        Prefetch("attempts", queryset=Attempt.objects.of(student), to_attr="own_attempts"),
        Prefetch("extensions", queryset=Extension.objects.filter(student=student), to_attr="own_extensions"),
    )
    rows = [_row(quiz, now) for quiz in quizzes]
    return sorted(rows, key=lambda row: (row.state not in {State.OPEN, State.IN_PROGRESS}, row.terms.due_at, row.pk))


def _row(quiz: Assignment, now: datetime) -> SetQuiz:
    terms = terms_from(quiz, next(iter(quiz.own_extensions), None), quiz.own_attempts)
    state = terms.state(now)
    return SetQuiz(quiz, terms, state, _when(terms, state, quiz.course.time_zone))


def _when(terms: Terms, state: State, zone: str) -> str:
    due = phrase(terms.due_at, zone)
    return {
        State.UPCOMING: f"opens {phrase(terms.opens_at, zone)}",
        State.OPEN: f"due {due}",
        State.IN_PROGRESS: f"begun, due {due}",
        State.DONE: "handed in",
        State.CLOSED: f"closed {due}",
    }[state]
