"""A student in, a link for one new password out; and back. Nothing is stored: the token dies with the password."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib.auth.tokens import PasswordResetTokenGenerator
from django.utils.http import base36_to_int, int_to_base36

from questions.models import Course, User

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from questions.models import Membership


class _Tokens(PasswordResetTokenGenerator):
    """Apart from the tokens that go by mail: one kind is never good for the other."""

    key_salt = "questions.web.reset_links"


_tokens = _Tokens()


def holds_no_other_rights(person: User) -> bool:
    """Whether `person` is a plain student: nobody gains anything by taking over the account but that student's work."""
    is_more = person.is_staff or person.is_superuser or person.is_instructor or not person.is_active
    return not is_more and not person.get_all_permissions() and not Course.objects.taught_by(person).exists()


def members_of(course: Course) -> QuerySet[Membership]:
    return course.memberships.filter(removed_at=None).select_related("person")


def token_for(student: User) -> str:
    """Good for `PASSWORD_RESET_TIMEOUT` seconds, once, and only until the student logs in by themselves."""
    return f"{int_to_base36(student.pk)}-{_tokens.make_token(student)}"


def student_of(token: str) -> User | None:
    """Whose token it is; None when it is forged, old, used, or its owner has become more than a student."""
    number, _, rest = token.partition("-")
    try:
        person = User.objects.get(pk=base36_to_int(number))
    except (ValueError, OverflowError, User.DoesNotExist):
        return None
    return person if _tokens.check_token(person, rest) and holds_no_other_rights(person) else None
