"""Courses, quizzes and what was handed in. Rows in, rows out; who may see what is a queryset method."""

from __future__ import annotations

import secrets
from datetime import datetime
from typing import TYPE_CHECKING, Self

from django.conf import settings
from django.db import models
from django.db.models import F, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce

from .library import Bank, Fact, Kind, Question
from .people import validate_time_zone
from .practice import Review

if TYPE_CHECKING:
    from .people import User

JOIN_ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
"""No 0/O, 1/I/L: a code is read aloud in a classroom. 31 signs, so 10 of them are 49 bits."""


def new_join_code() -> str:
    return "".join(secrets.choice(JOIN_ALPHABET) for _ in range(10))


def _count(rows: models.QuerySet) -> Coalesce:
    """How many `rows` there are; they are grouped by what they belong to. A subquery, so that joins do not multiply."""
    return Coalesce(Subquery(rows.annotate(n=models.Count("pk")).values("n")), 0)


class CourseQuerySet(models.QuerySet["Course"]):
    def taught_by(self, user: User) -> Self:
        return self._with(user, Membership.Role.INSTRUCTOR)

    def attended_by(self, user: User) -> Self:
        return self._with(user, Membership.Role.STUDENT)

    def visible_to(self, user: User) -> Self:
        return self.filter(memberships__person=user, memberships__removed_at=None).distinct()

    def with_counts(self) -> Self:
        """Each course with `student_count` and `quiz_count`."""
        members = Membership.objects.students().present().filter(course=OuterRef("pk")).order_by().values("course")
        quizzes = Assignment.objects.filter(course=OuterRef("pk")).order_by().values("course")
        return self.annotate(student_count=_count(members), quiz_count=_count(quizzes))

    def _with(self, user: User, role: str) -> Self:
        return self.filter(memberships__person=user, memberships__role=role, memberships__removed_at=None)


class Course(models.Model):
    """A class."""

    title = models.CharField(max_length=200)
    description = models.TextField(blank=True)
    time_zone = models.CharField(max_length=64, default="UTC", validators=[validate_time_zone])
    join_code = models.CharField(max_length=20, unique=True, default=new_join_code)
    banks = models.ManyToManyField(Bank, blank=True, related_name="courses", help_text="Banks shared with it.")
    created_at = models.DateTimeField()

    objects = CourseQuerySet.as_manager()

    class Meta:
        ordering = ["title"]

    def __str__(self) -> str:
        return self.title


class MembershipQuerySet(models.QuerySet["Membership"]):
    def students(self) -> Self:
        return self.filter(role=Membership.Role.STUDENT)

    def instructors(self) -> Self:
        return self.filter(role=Membership.Role.INSTRUCTOR)

    def present(self) -> Self:
        return self.filter(removed_at=None)

    def removed(self) -> Self:
        return self.filter(removed_at__isnull=False)

    def taught_by(self, user: User) -> Self:
        return self.filter(course__in=Course.objects.taught_by(user))


class Membership(models.Model):
    """A person's place in a course. A removed person keeps the row, so that results stay readable."""

    class Role(models.TextChoices):
        STUDENT = "student", "student"
        INSTRUCTOR = "instructor", "instructor"

    course = models.ForeignKey(Course, on_delete=models.CASCADE, related_name="memberships")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="memberships")
    role = models.CharField(max_length=12, choices=Role)
    joined_at = models.DateTimeField()
    removed_at = models.DateTimeField(null=True, blank=True)

    objects = MembershipQuerySet.as_manager()

    class Meta:
        ordering = ["person__username"]
        constraints = [models.UniqueConstraint(fields=["course", "person"], name="one_place_per_person")]

    def __str__(self) -> str:
        return f"{self.person_id} in {self.course_id} as {self.role}"


class AssignmentQuerySet(models.QuerySet["Assignment"]):
    def taught_by(self, user: User) -> Self:
        return self.filter(course__in=Course.objects.taught_by(user))

    def set_for(self, user: User) -> Self:
        """Published quizzes of the courses `user` attends."""
        return self.filter(course__in=Course.objects.attended_by(user), published_at__isnull=False)

    def with_counts(self, now: datetime) -> Self:
        """Each quiz with `item_count`, and `handed_in_count` of attempts that are over."""
        items = Item.objects.counted().filter(assignment=OuterRef("pk")).order_by().values("assignment")
        attempts = Attempt.objects.over_at(now).filter(assignment=OuterRef("pk")).order_by().values("assignment")
        return self.annotate(item_count=_count(items), handed_in_count=_count(attempts))

    def still_set(self, pk: int) -> bool:
        """Whether the quiz is published, and stays so until the transaction ends; what changes its times waits too."""
        return bool(self.filter(pk=pk).published().update(published_at=F("published_at")))

    def drafts(self) -> Self:
        return self.filter(published_at=None)

    def published(self) -> Self:
        return self.filter(published_at__isnull=False)


class Assignment(models.Model):
    """A quiz. Its items and their options are fixed when it is published; times are shown in the course's zone."""

    course = models.ForeignKey(Course, on_delete=models.CASCADE, related_name="assignments")
    title = models.CharField(max_length=200)
    instructions = models.TextField(blank=True)
    opens_at = models.DateTimeField()
    due_at = models.DateTimeField()
    attempts_allowed = models.PositiveSmallIntegerField(default=1)
    published_at = models.DateTimeField(null=True, blank=True)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="assignments_set"
    )

    objects = AssignmentQuerySet.as_manager()

    class Meta:
        ordering = ["due_at", "pk"]
        constraints = [
            models.CheckConstraint(condition=Q(due_at__gt=F("opens_at")), name="due_after_opening"),
            models.CheckConstraint(condition=Q(attempts_allowed__gte=1), name="at_least_one_attempt"),
        ]

    def __str__(self) -> str:
        return self.title


class ItemQuerySet(models.QuerySet["Item"]):
    def counted(self) -> Self:
        return self.filter(withdrawn_at=None)

    def taught_by(self, user: User) -> Self:
        return self.filter(assignment__in=Assignment.objects.taught_by(user))

    def in_drafts(self) -> Self:
        return self.filter(assignment__published_at=None)

    def in_published(self) -> Self:
        return self.filter(assignment__published_at__isnull=False)


class Item(models.Model):
    """A question in a quiz, as it stood when the quiz was published. `options` holds the right one too."""

    assignment = models.ForeignKey(Assignment, on_delete=models.CASCADE, related_name="items")
    fact = models.ForeignKey(Fact, on_delete=models.PROTECT, related_name="items")
    question = models.ForeignKey(Question, on_delete=models.PROTECT, related_name="items")
    position = models.PositiveIntegerField()
    kind = models.CharField(max_length=12, choices=Kind)
    prompt = models.TextField()
    answer = models.TextField()
    accepted = models.JSONField(default=list, blank=True)
    options = models.JSONField(default=list, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    objects = ItemQuerySet.as_manager()

    class Meta:
        ordering = ["position"]
        constraints = [models.UniqueConstraint(fields=["assignment", "fact"], name="one_item_per_fact")]

    def __str__(self) -> str:
        return f"{self.assignment_id}.{self.position}"


class Extension(models.Model):
    """More time, or more attempts, for one student."""

    assignment = models.ForeignKey(Assignment, on_delete=models.CASCADE, related_name="extensions")
    student = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="extensions")
    due_at = models.DateTimeField()
    extra_attempts = models.PositiveSmallIntegerField(default=0)
    reason = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["assignment", "student"], name="one_extension_per_student")]

    def __str__(self) -> str:
        return f"{self.student_id} until {self.due_at}"


class AttemptQuerySet(models.QuerySet["Attempt"]):
    def of(self, student: User) -> Self:
        return self.filter(student=student)

    def sat_by(self, student: User) -> Self:
        """Their attempts in the courses they still attend."""
        return self.of(student).filter(assignment__in=Assignment.objects.set_for(student))

    def taught_by(self, user: User) -> Self:
        return self.filter(assignment__in=Assignment.objects.taught_by(user))

    def over_at(self, now: datetime) -> Self:
        """Handed in, or their time is over: closed, whether or not anybody has come to close them."""
        return self.filter(Q(handed_in_at__isnull=False) | Q(closes_at__lte=now))

    def overdue(self, now: datetime) -> Self:
        """Not handed in although their time is over."""
        return self.open().filter(closes_at__lte=now)

    def open(self) -> Self:
        return self.filter(handed_in_at=None)

    def open_at(self, now: datetime) -> Self:
        """Not handed in and still within its own time."""
        return self.open().filter(closes_at__gt=now)


class Attempt(models.Model):
    """One go at a quiz. It closes at the due time, or at the student's own extension."""

    assignment = models.ForeignKey(Assignment, on_delete=models.CASCADE, related_name="attempts")
    student = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="attempts")
    number = models.PositiveSmallIntegerField()
    started_at = models.DateTimeField()
    closes_at = models.DateTimeField()
    handed_in_at = models.DateTimeField(null=True, blank=True)

    objects = AttemptQuerySet.as_manager()

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["assignment", "student", "number"], name="one_attempt_per_number"),
            models.UniqueConstraint(
                fields=["assignment", "student"], condition=Q(handed_in_at=None), name="one_open_attempt"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.student_id} attempt {self.number} of {self.assignment_id}"

    def over_since(self, now: datetime) -> datetime | None:
        """When it was handed in, or ran out with nobody there to close it; None while it is open."""
        return self.handed_in_at or (self.closes_at if self.closes_at <= now else None)

    def is_open_at(self, now: datetime) -> bool:
        return self.over_since(now) is None

    @property
    def ran_out(self) -> bool:
        """Whether its time, and not its student, handed it in."""
        return self.handed_in_at == self.closes_at


class Response(models.Model):
    """One answer in an attempt. Its outcome is written at hand-in; it is then a Review too."""

    attempt = models.ForeignKey(Attempt, on_delete=models.CASCADE, related_name="responses")
    item = models.ForeignKey(Item, on_delete=models.PROTECT, related_name="responses")
    given = models.TextField(blank=True)
    answered_at = models.DateTimeField()
    outcome = models.CharField(max_length=12, choices=Review.Outcome, blank=True)
    forgiven = models.JSONField(default=list, blank=True)
    message = models.CharField(max_length=500, blank=True)

    class Meta:
        ordering = ["item__position"]
        constraints = [models.UniqueConstraint(fields=["attempt", "item"], name="one_response_per_item")]

    def __str__(self) -> str:
        return f"{self.attempt_id}/{self.item_id}"
