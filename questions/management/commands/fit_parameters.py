"""A learner's name in; FSRS parameters of their own, kept only where they predict better, out as JSON."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from questions.models import User
from questions.practice import fitting
from questions.practice.parameters import fit_parameters

if TYPE_CHECKING:
    from django.core.management.base import CommandParser


class Command(BaseCommand):
    help = "Fit FSRS parameters to a learner's answers, and keep them where later answers are predicted better."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("username")

    def handle(self, *, username: str, **_: Any) -> None:
        if not fitting.is_available():
            raise CommandError(fitting.HOW_TO_GET_IT)
        learner = User.objects.filter(username=username).first()
        if learner is None:
            raise CommandError(f"There is no user {username}.")
        try:
            done = fit_parameters(learner, now=timezone.now())
        except fitting.TooFewAnswers as few:
            raise CommandError(str(few)) from few
        said = {"answers": done.answers, "loss_before": done.loss_before, "loss_after": done.loss_after}
        self.stdout.write(json.dumps({**said, "kept": done.is_kept, "parameters": done.parameters}, indent=2))
