"""A bank's key in, its current questions as JSON on standard output out."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from questions.exchange.bank_dump import dump_questions

from .export_anki import found_bank


class Command(BaseCommand):
    help = "Print every current question of a bank that is loaded, as a JSON list."
    requires_system_checks = ()  # it reads tables only; pages need not even import

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("bank", help="the bank's key")

    def handle(self, *, bank: str, **_: Any) -> None:
        questions = [asdict(question) for question in dump_questions(found_bank(bank))]
        self.stdout.write(json.dumps(questions, ensure_ascii=False, indent=2))
