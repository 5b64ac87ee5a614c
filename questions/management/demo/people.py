"""Who takes part in the demo in; accounts with random passwords, and the file that holds these, out."""

from __future__ import annotations

import json
import os
import secrets
from dataclasses import dataclass
from typing import TYPE_CHECKING

from questions.models import User

if TYPE_CHECKING:
    from pathlib import Path

PASSWORD_SIGNS = "abcdefghjkmnpqrstuvwxyz23456789"  # noqa: S105 - the signs that passwords are drawn from
"""No 0/o, 1/i/l: a password is typed from a terminal. 31 signs, so 12 of them are 59 bits."""


@dataclass(frozen=True)
class Person:
    """Somebody of the demo. Days are counted back from today; a student practises up to yesterday.

    `forgets` bends recall: 1 remembers as the scheduler predicts, 2 with the square of that chance. `sits` are the days
    of the quizzes they sit.
    """

    username: str
    first_name: str
    last_name: str
    role: str
    began: int = 0
    habit: float = 0.0
    away: range = range(0)
    forgets: float = 1.0
    new_per_day: int = 4
    banks: int = 1
    sits: tuple[int, ...] = ()


INSTRUCTOR = Person("okafor", "Ada", "Okafor", "instructor of the demo course")
STUDENTS = (
    Person("mara", "Mara", "Lindqvist", "student, six weeks in", 42, 0.85, new_per_day=2, banks=2, sits=(11,)),
    Person("jonas", "Jonas", "Adeyemi", "student, two weeks in, with gaps", 15, 0.7, forgets=1.6, sits=(11, 1)),
    Person("priya", "Priya", "Novak", "student, back after a week away", 20, 0.9, range(1, 9), 1.2, sits=(11,)),
    Person("tomas", "Tomas", "Berg", "student, joined yesterday", began=1),
)
PEOPLE = (INSTRUCTOR, *STUDENTS)


def new_password() -> str:
    """A password that nobody has had before, in three groups of four signs."""
    return "-".join("".join(secrets.choice(PASSWORD_SIGNS) for _ in range(4)) for _ in range(3))


def make_accounts(passwords: dict[str, str]) -> dict[str, User]:
    """The demo's users by name, new."""
    accounts = {}
    for person in PEOPLE:
        user = User(username=person.username, first_name=person.first_name, last_name=person.last_name)
        user.is_demo, user.is_instructor = True, person is INSTRUCTOR
        user.set_password(passwords[person.username])
        user.save()
        accounts[person.username] = user
    return accounts


def give_new_passwords() -> dict[str, str]:
    """New passwords for the demo people there are, by name."""
    passwords = {person.username: new_password() for person in PEOPLE}
    for user in User.objects.filter(is_demo=True, username__in=passwords):
        user.set_password(passwords[user.username])
        user.save(update_fields=["password"])
    return passwords


def keep(passwords: dict[str, str], path: Path) -> None:
    """Write who can log in how, readable by the owner of the installation alone."""
    known = [
        {"username": person.username, "password": passwords[person.username], "role": person.role} for person in PEOPLE
    ]
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_suffix(f".{os.getpid()}")
    draft.touch(mode=0o600)
    draft.write_text(json.dumps(known, indent=2) + "\n", encoding="utf-8")
    draft.replace(path)
