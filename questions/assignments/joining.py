"""People and codes in; courses opened, joined and left out. Guessing a code is slowed down."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from django.db import IntegrityError, transaction

from questions.models import Course, Membership, WrongCodes
from questions.models.courses import new_join_code

if TYPE_CHECKING:
    from datetime import datetime

    from questions.models import User

WRONG_CODES_PER_ACCOUNT = 10
WRONG_CODES_PER_ADDRESS = 200
"""A whole school sits behind one address; one account is one person."""
WINDOW = 3600
"""Seconds in which wrong codes are counted together."""


class CannotJoin(Exception):
    """The sentence that tells the person why."""


class NoSuchCode(CannotJoin):
    def __init__(self) -> None:
        super().__init__("No course has this code. Compare it with what your instructor wrote.")


class TooManyCodes(CannotJoin):
    def __init__(self) -> None:
        super().__init__("Too many wrong codes. Wait an hour, or ask your instructor for the link.")


class WasRemoved(CannotJoin):
    def __init__(self) -> None:
        super().__init__("You were removed from this course. Only its instructor can take you in again.")


@transaction.atomic
def open_course(course: Course, instructor: User, *, now: datetime) -> Course:
    """Save a new course with `instructor` as its first member."""
    course.created_at = now
    course.save()
    Membership.objects.create(course=course, person=instructor, role=Membership.Role.INSTRUCTOR, joined_at=now)
    return course


def tidy_code(typed: str) -> str:
    """A code as it was meant: capitals, without spaces and hyphens."""
    return "".join(sign for sign in typed.upper() if sign.isalnum())


def find_course(code: str, *, person: User, address: str, now: datetime) -> Course:
    """The course with this code. Raise `NoSuchCode`, or `TooManyCodes` after too many wrong ones from one account
    or one network address within the hour; then the right code is refused too.

    A try is counted before the code is looked up, and given back where it was right: many at once gain nothing.
    """
    hour, taken = int(now.timestamp()) // WINDOW, []
    for who, limit in (
        (_hashed(f"account {person.pk}"), WRONG_CODES_PER_ACCOUNT),
        (_hashed(f"address {address}"), WRONG_CODES_PER_ADDRESS),
    ):
        if not WrongCodes.objects.take(who, hour, limit=limit):
            _give_back(taken, hour)
            raise TooManyCodes
        taken.append(who)
    course = Course.objects.filter(join_code=tidy_code(code)).first()
    if course is None:
        raise NoSuchCode
    _give_back(taken, hour)
    return course


def _hashed(who: str) -> str:
    return hashlib.sha256(who.encode()).hexdigest()


def _give_back(taken: list[str], hour: int) -> None:
    for who in taken:
        WrongCodes.objects.give_back(who, hour)


def join(person: User, course: Course, *, now: datetime) -> Membership:
    """`person`'s place in `course`, a student's if it is new. Raise `WasRemoved` for those who were sent away."""
    try:
        with transaction.atomic():
            place, _ = Membership.objects.get_or_create(
                course=course, person=person, defaults={"role": Membership.Role.STUDENT, "joined_at": now}
            )
    except IntegrityError:
        place = Membership.objects.get(course=course, person=person)
    if place.removed_at:
        raise WasRemoved
    return place


def replace_code(course: Course) -> str:
    """A new code; the old one and its link stop working at once."""
    course.join_code = new_join_code()
    course.save(update_fields=["join_code"])
    return course.join_code


def remove(place: Membership, *, now: datetime) -> None:
    """Send a student away. The row and all results stay."""
    Membership.objects.filter(pk=place.pk, removed_at=None).update(removed_at=now)


def take_back(place: Membership) -> None:
    Membership.objects.filter(pk=place.pk).update(removed_at=None)
