"""A person who leaves in; a site that no longer knows who they were, and lost nothing of others' history, out."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING

from django.contrib.sessions.models import Session
from django.db import transaction
from django.db.models import Exists, OuterRef

from questions.models import (
    BandTally,
    Bank,
    Course,
    DayOff,
    DayTally,
    Document,
    DueMove,
    Editor,
    Extension,
    FactTally,
    Membership,
    Memory,
    ParameterFit,
    Report,
    Response,
    Review,
    Study,
    User,
)
from questions.models.people import USUAL_WEEK

if TYPE_CHECKING:
    from datetime import datetime

    from django.db.models import QuerySet

GONE = "gone-"
"""How the name of somebody who left begins."""


class NobodyTakesOver(Exception):
    """Why the banks and courses find no new hands: nobody is named, or one who is unknown, gone, or may not teach."""


def courses_left_alone(person: User) -> QuerySet[Course]:
    """Courses with other people in them that nobody else teaches."""
    others = Membership.objects.present().filter(course=OuterRef("pk")).exclude(person=person)
    return Course.objects.taught_by(person).filter(Exists(others), ~Exists(others.instructors()))


def heir(name: str, *, of: User) -> User | None:
    """Who takes over the banks and the courses nobody else teaches; None when nobody is named and nobody need be.

    Raise `NobodyTakesOver` for a name that will not do.
    """
    alone = ", ".join(course.title for course in courses_left_alone(of))
    if not name.strip():
        if alone:
            raise NobodyTakesOver(
                f"You alone teach {alone}. Name an instructor who takes over, or remove the students."
            )
        return None
    found = User.objects.filter(username=name.strip(), is_active=True).exclude(pk=of.pk).first()
    if found is None:
        raise NobodyTakesOver(f"There is nobody here called {name.strip()} who could take over your banks.")
    if alone and not found.is_instructor:
        raise NobodyTakesOver(f"{found.username} is no instructor of this site, and could not take over {alone}.")
    return found


@transaction.atomic
def leave(person: User, *, heir: User | None, now: datetime) -> None:
    """Forget who `person` was. Answers stay, without a name or a word they wrote, so that results still add up.

    Banks go to `heir`; without one those that are shared stay as they are, ownerless, and private ones are closed to
    everyone. Courses that nobody else teaches go to `heir`; raise `NobodyTakesOver` where there are such and no heir.
    What only the person could use (studies, memories, sums, fits, breaks, sessions) is deleted.
    """
    _hand_over_courses(person, heir, now=now)
    for theirs in (Study, Memory, DayOff, DueMove, ParameterFit, DayTally, BandTally, FactTally):
        theirs.objects.of(person).delete()
    Editor.objects.filter(person=person).delete()
    Extension.objects.filter(student=person).update(reason="")
    Review.objects.of(person).update(given="", message="")
    Response.objects.filter(attempt__student=person).update(given="", message="")
    Report.objects.of(person).update(note="", given="")
    Membership.objects.filter(person=person, removed_at=None).update(removed_at=now)
    Bank.objects.filter(owner=person).update(owner=heir)
    Document.objects.filter(owner=person).update(owner=heir)
    _end_sessions(person)
    _scrub(person)


def _hand_over_courses(person: User, heir: User | None, *, now: datetime) -> None:
    for course in courses_left_alone(person):
        if heir is None:
            raise NobodyTakesOver(f"Nobody would teach {course.title} any more.")
        place = {"role": Membership.Role.INSTRUCTOR, "removed_at": None}
        Membership.objects.update_or_create(
            course=course, person=heir, defaults=place, create_defaults={**place, "joined_at": now}
        )


def _end_sessions(person: User) -> None:
    for session in Session.objects.iterator(chunk_size=500):
        if session.get_decoded().get("_auth_user_id") == str(person.pk):
            session.delete()


def _scrub(person: User) -> None:
    person.username = GONE + secrets.token_hex(6)
    person.first_name = person.last_name = person.email = ""
    person.is_active = person.is_staff = person.is_superuser = person.is_instructor = False
    person.time_zone, person.scheduler_parameters, person.last_login = "UTC", None, None
    person.away_from = person.away_until = person.tallied_through = None
    person.week = USUAL_WEEK
    person.set_unusable_password()
    person.save()
    person.groups.clear()
    person.user_permissions.clear()
    person.emailaddress_set.all().delete()
