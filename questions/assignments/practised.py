"""A course in; how far each student has practised the facts of its quizzes, from the day of joining, out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Count, F, Q

from questions.models import Fact, Membership, Review

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from questions.models import Course


@dataclass(frozen=True, slots=True)
class Practised:
    """One student: facts met, answers given and how many of them were right."""

    place: Membership
    met: int
    answers: int
    right: int

    @property
    def percent(self) -> int | None:
        return round(100 * self.right / self.answers) if self.answers else None


@dataclass(frozen=True, slots=True)
class CoursePractice:
    rows: tuple[Practised, ...]
    facts: int


def assigned_facts(course: Course) -> QuerySet[Fact]:
    """The facts an instructor may see practice of: those in published quizzes of the course."""
    return Fact.objects.filter(items__assignment__course=course, items__assignment__published_at__isnull=False)


def practice_in(course: Course) -> CoursePractice:
    """Practice on assigned facts only, never before joining, without the quizzes themselves; three queries."""
    places = list(Membership.objects.students().present().filter(course=course).select_related("person"))
    reviews = Review.objects.as_corrected().filter(
        learner__memberships__in=places,
        answered_at__gte=F("learner__memberships__joined_at"),
        fact__in=assigned_facts(course),
    )
    counts = (
        reviews.exclude(origin=Review.Origin.QUIZ)
        .order_by()
        .values("learner")
        .annotate(met=Count("fact", distinct=True), answers=Count("pk"), right=Count("pk", filter=Q(is_right=True)))
    )
    found = {row["learner"]: row for row in counts}
    none = {"met": 0, "answers": 0, "right": 0}
    rows = tuple(_row(place, found.get(place.person_id, none)) for place in places)
    return CoursePractice(rows, assigned_facts(course).distinct().count())


def _row(place: Membership, counts: dict[str, int]) -> Practised:
    return Practised(place, counts["met"], counts["answers"], counts["right"])
