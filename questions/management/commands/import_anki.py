"""An Anki package in; a private bank of its owner, and what could not be used as JSON on standard output, out."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from questions.exchange.anki_import import import_package
from questions.exchange.apkg_read import PackageError
from questions.models import User

LONGEST_TITLE = 200


class Command(BaseCommand):
    help = (
        "Read an Anki package (.apkg) into a bank that only its owner sees. The same title again brings that bank"
        " to what the package says now."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("package", type=Path, metavar="F.apkg", help="the package, exported from Anki or from here")
        parser.add_argument("--bank", required=True, metavar="TITLE", help="the title of the bank")
        parser.add_argument("--owner", required=True, metavar="USERNAME", help="whose bank it is")

    def handle(self, *, package: Path, bank: str, owner: str, **_: Any) -> None:
        title = " ".join(bank.split())
        if not 0 < len(title) <= LONGEST_TITLE:
            raise CommandError(f"A title has 1 to {LONGEST_TITLE} characters.")
        person = User.objects.filter(username=owner).first()
        if person is None:
            raise CommandError(f"There is no user {owner}.")
        try:
            report = import_package(package, title=title, owner=person, now=timezone.now())
        except PackageError as error:
            raise CommandError(str(error)) from error
        self.stdout.write(json.dumps(asdict(report), ensure_ascii=False, indent=2))
