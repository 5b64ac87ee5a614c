"""The shipped banks in; a demo course out, with weeks of practice behind it and a quiz before it."""

from __future__ import annotations

import functools
from datetime import datetime, timedelta
from random import Random
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.core.management.base import BaseCommand
from django.db import transaction
from django.utils import timezone

from questions.management.demo.course import enrol, open_demo_course, set_quiz, sit
from questions.management.demo.people import (
    INSTRUCTOR,
    PEOPLE,
    STUDENTS,
    Person,
    give_new_passwords,
    keep,
    make_accounts,
    new_password,
)
from questions.management.demo.student import days_of, practise
from questions.models import Assignment, Bank, User
from questions.practice.studies import take_up

if TYPE_CHECKING:
    from datetime import date


class Command(BaseCommand):
    help = "Make the demo course and its people, unless they are there; their passwords go to var/demo_people.json."

    def handle(self, **_options: Any) -> None:
        path = settings.VAR_DIR / "demo_people.json"
        names = [person.username for person in PEOPLE]
        taken = User.objects.filter(username__in=names)
        if taken.filter(is_demo=False).exists():
            self.stderr.write("No demo course was made: somebody here has the name of one of its people.")
        elif taken.exists():
            if not path.exists():
                keep(give_new_passwords(), path)
        elif not Bank.objects.filter(is_shipped=True).exists():
            self.stderr.write("No demo course was made: no shipped bank is loaded. Run load_banks first.")
        else:
            self.stderr.write("Making the demo course: six weeks of practice, in some seconds …")
            passwords = {name: new_password() for name in names}
            make_demo(passwords, now=timezone.now())
            keep(passwords, path)


@transaction.atomic
def make_demo(passwords: dict[str, str], *, now: datetime) -> None:
    """People, course, quizzes and practice, day after day as they would have happened."""
    accounts = make_accounts(passwords)
    instructor = accounts[INSTRUCTOR.username]
    today = instructor.local_day(now)
    course = open_demo_course(instructor, today=today)
    banks = list(Bank.objects.filter(is_shipped=True).order_by("-pk"))
    units = list(banks[0].units.current())
    quiz = functools.partial(set_quiz, course, today=today, rng=seeded("quizzes"))
    quizzes = {
        today - timedelta(days=11): quiz("How it began", units[:2], opened=13, due=6),
        today - timedelta(days=1): quiz("Where we are now", units[1:4], opened=1, due=-6),
    }
    for person in STUDENTS:
        learner = accounts[person.username]
        enrol(course, person, learner, today=today)
        for bank in banks[: person.banks]:
            take_up(learner, bank, new_per_day=person.new_per_day)
        live(person, learner, quizzes, today=today)


def live(person: Person, learner: User, quizzes: dict[date, Assignment], *, today: date) -> None:
    """The student's days up to yesterday: quizzes they sit in the morning, practice in the evening."""
    rng = seeded(person.username)
    evenings = days_of(person, today, rng=rng)
    mornings = {day: quiz for day, quiz in quizzes.items() if (today - day).days in person.sits}
    for day in sorted({*evenings, *mornings}):
        if day in mornings:
            sit(mornings[day], person, learner, day, rng=rng)
        if day in evenings:
            practise(person, learner, day, rng=rng)


def seeded(what: str) -> Random:
    """Chance for one part of the demo, the same on every machine."""
    return Random(f"recollect demo {what}")  # noqa: S311 - a draw, not a secret
