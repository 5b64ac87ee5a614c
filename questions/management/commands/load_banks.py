"""The shipped bank files in; their rows out, and what changed as JSON on standard output."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from questions.exchange.bank_folder import SHIPPED, load_folder
from questions.exchange.bank_load import BankTaken
from questions.sources.errors import BankFileErrors


class Command(BaseCommand):
    help = "Bring the shipped banks into the database; safe to repeat. A broken file loads nothing."
    requires_system_checks = ()  # it touches files and tables only; pages need not even import

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--folder", type=Path, default=SHIPPED, help="the folder of shipped banks; a bank without a file is retired"
        )

    def handle(self, *, folder: Path, **_: Any) -> None:
        try:
            reports = load_folder(folder, now=timezone.now())
        except BankFileErrors as broken:
            for error in broken.errors:
                self.stderr.write(str(error))
            count = len(broken.errors)
            raise CommandError(f"{count} fault{'s' if count > 1 else ''}; nothing was loaded.") from broken
        except BankTaken as taken:
            raise CommandError(str(taken)) from taken
        self.stdout.write(json.dumps([asdict(report) for report in reports], ensure_ascii=False, indent=2))
