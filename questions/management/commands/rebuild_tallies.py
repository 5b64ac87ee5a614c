"""Learners in; what their settled days add up to, made anew from the log or proved equal to it, out."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from questions.models import User
from questions.practice.kept_tallies import differences, rebuild

if TYPE_CHECKING:
    from collections.abc import Iterable

    from django.core.management.base import CommandParser


class Command(BaseCommand):
    help = "Make the daily sums behind the page of progress anew from the log; with --check prove them equal to it."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("names", nargs="*", metavar="NAME", help="of learners; all where none is named")
        parser.add_argument("--check", action="store_true", help="write nothing, and say what differs")

    def handle(self, *, names: list[str], check: bool, **_: Any) -> None:
        learners = found(names)
        if check:
            wrong = [line for learner in learners for line in differences(learner)]
            for line in wrong:
                self.stderr.write(line)
            self.stdout.write(json.dumps({"learners": len(learners), "differences": len(wrong)}))
            if wrong:
                raise CommandError("The sums kept are not those of the log. `rebuild_tallies` makes them anew.")
        else:
            days = sum(rebuild(learner, now=timezone.now()) for learner in learners)
            self.stdout.write(json.dumps({"learners": len(learners), "days": days}))


def found(names: Iterable[str]) -> list[User]:
    """The learners named, or everyone who has answered anything."""
    wanted = set(names)
    if not wanted:
        return list(User.objects.filter(reviews__isnull=False).distinct().order_by("pk"))
    learners = list(User.objects.filter(username__in=wanted).order_by("pk"))
    if unknown := wanted - {learner.username for learner in learners}:
        raise CommandError(f"There is nobody called {', '.join(sorted(unknown))}.")
    return learners
