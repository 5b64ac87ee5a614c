"""User names in, or none for everybody; memories replayed from the log, and how many that changed as JSON, out."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from questions.models import User
from questions.practice.replaying import left_behind, replay_all

if TYPE_CHECKING:
    from django.core.management.base import CommandParser


class Command(BaseCommand):
    help = "Replay memories from the log, by fact or by kind as MEMORY_PER says. Nothing of the log is changed."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("usernames", nargs="*", help="whose (everybody's)")
        parser.add_argument("--outdated", action="store_true", help="only of those whose memories were kept otherwise")

    def handle(self, *, usernames: list[str], outdated: bool, **_: Any) -> None:
        learners = left_behind() if outdated else User.objects.filter(memories__isnull=False).distinct()
        if usernames:
            learners = User.objects.filter(username__in=usernames)
            if unknown := sorted(set(usernames) - {learner.username for learner in learners}):
                raise CommandError(f"There is no user {', '.join(unknown)}.")
        now, written = timezone.now(), {}
        for learner in list(learners.order_by("pk")):
            written[learner.username] = replay_all(learner, now=now)
        self.stdout.write(json.dumps({"learners": len(written), "memories_written": sum(written.values())}))
