"""A learner's name in; FSRS parameters of their own, kept only where they predict better, out as JSON."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from django.core.management.base import BaseCommand, CommandError
from django.db import IntegrityError, transaction
from django.utils import timezone

from questions.models import User
from questions.practice import fitting
from questions.practice.fits import UNDER_WAY, waiting_fit
from questions.practice.parameters import carry_out_fit

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
            with transaction.atomic():
                made = waiting_fit(learner, now=timezone.now())
        except IntegrityError as twice:
            raise CommandError(UNDER_WAY) from twice
        carry_out_fit(made.pk, clock=timezone.now)
        made.refresh_from_db()
        if made.state == made.State.FAILED:
            raise CommandError(made.message)
        said = {"answers": made.answers, "loss_before": made.loss_before, "loss_after": made.loss_after}
        told = {**said, "kept": made.is_kept, "parameters": made.parameters, "model": made.model}
        self.stdout.write(json.dumps(told, indent=2))
