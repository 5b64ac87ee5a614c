"""Everybody's answers in; by how much each kind is easier than typing, kept for the site, out as JSON."""

from __future__ import annotations

import json
from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from questions.practice.ease import learn_ease


class Command(BaseCommand):
    help = "Learn from all answers how much easier each kind of question is than unaided typing."

    def handle(self, **_: Any) -> None:
        learnt = learn_ease(now=timezone.now())
        self.stdout.write(json.dumps({kind: round(ease, 4) for kind, ease in learnt.items()}, indent=2))
