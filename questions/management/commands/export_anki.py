"""A bank's key in, an Anki package in a file out; what it holds goes to standard output as JSON."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from questions.exchange.anki_export import export_bank
from questions.exchange.anki_types import Style
from questions.models import Bank, Unit, User


class Command(BaseCommand):
    help = "Write a bank as an Anki package (.apkg)."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("bank", help="the bank's key")
        parser.add_argument("--output", required=True, type=Path, metavar="F.apkg", help="the file to write")
        parser.add_argument(
            "--unit", action="append", default=[], metavar="KEY", help="only this unit; may be given several times"
        )
        parser.add_argument("--style", choices=[style.value for style in Style], default=Style.BASIC.value)
        parser.add_argument("--learner", metavar="USERNAME", help="carry this learner's scheduling")

    def handle(self, *, bank: str, output: Path, unit: list[str], style: str, learner: str | None, **_: Any) -> None:
        chosen = found_bank(bank)
        units = found_units(chosen, unit) if unit else None
        person = found_learner(learner) if learner else None
        package = export_bank(chosen, units=units, style=style, learner=person, now=timezone.now())
        try:
            output.write_bytes(package.content)
        except OSError as error:
            raise CommandError(f"{output} cannot be written: {error.strerror}.") from error
        self.stdout.write(json.dumps({**asdict(package.report), "file": str(output)}, ensure_ascii=False, indent=2))


def found_bank(key: str) -> Bank:
    try:
        return Bank.objects.select_related("document").get(key=key)
    except Bank.DoesNotExist as error:
        known = ", ".join(Bank.objects.values_list("key", flat=True)) or "none; run load_banks first"
        raise CommandError(f"There is no bank {key}. Known banks: {known}.") from error


def found_units(bank: Bank, keys: list[str]) -> list[Unit]:
    units = list(bank.units.filter(retired_at=None))
    if missing := set(keys) - {unit.key for unit in units}:
        raise CommandError(
            f"{bank.key} has no unit {', '.join(sorted(missing))}. Its units: {', '.join(u.key for u in units)}."
        )
    return [unit for unit in units if unit.key in keys]


def found_learner(username: str) -> User:
    try:
        return User.objects.get(username=username)
    except User.DoesNotExist as error:
        raise CommandError(f"There is no user {username}.") from error
