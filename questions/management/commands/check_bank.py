"""A bank file in; an editor's objections out: as JSON on standard output, as lines for people beside it."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from questions.exchange import bank_against, bank_mend, bank_pools
from questions.exchange.bank_check import objections
from questions.exchange.bank_desk import Desk, Objection
from questions.exchange.bank_folder import SHIPPED, bank_files, read_bank_path
from questions.sources.document_text import DocumentText, read_document
from questions.sources.errors import BankFileErrors
from questions.sources.records import BankFile


class Command(BaseCommand):
    help = "Say what a careful editor would object to in a bank file, and print its pools of wrong options."
    requires_system_checks = ()  # it reads files only; pages and tables need not even exist

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("bank", help="the key of a shipped bank, or a bank file")
        parser.add_argument(
            "--against",
            type=Path,
            metavar="DOCUMENT",
            help="the document it cites, as text or Markdown: hashes are verified, missing ones written",
        )
        parser.add_argument("--confirm", action="store_true", help="approve every pool as it is now")

    def handle(self, *, bank: str, against: Path | None, confirm: bool, **_: Any) -> None:
        path = found_file(bank)
        document = read_document(text_of(against)) if against else None
        try:
            record = read_bank_path(path)
            if document:
                record = fill_hashes(path, record, document)
            if confirm:
                record = confirm_pools(path, record)
        except BankFileErrors as broken:
            self.report(list(broken.errors))
            return
        for pool in bank_pools.pools(Desk.of(record)):
            self.stderr.write(str(pool))
        self.report(objections(record, document))

    def report(self, found: list[Objection]) -> None:
        self.stdout.write(json.dumps([asdict(one) for one in found], ensure_ascii=False, indent=2))
        for one in found:
            self.stderr.write(str(one))
        if found:
            raise CommandError(f"{len(found)} objection{'s' if len(found) > 1 else ''}.")
        self.stderr.write("No objections.")


def found_file(bank: str) -> Path:
    """The file called `bank`, or the shipped bank of that key."""
    for path in (Path(bank), SHIPPED / f"{bank}.yaml"):
        if path.is_file():
            return path
    known = ", ".join(path.stem for path in bank_files())
    raise CommandError(f"There is no bank file {bank} and no shipped bank of that key. Shipped banks: {known}.")


def text_of(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8", errors="replace")
    except OSError as error:
        raise CommandError(f"{path} cannot be read: {error.strerror}.") from error


def fill_hashes(path: Path, record: BankFile, document: DocumentText) -> BankFile:
    """Write the hashes of cited paragraphs that the file does not know yet; the record as it then reads."""
    desk = Desk.of(record)
    hashes = bank_against.missing_hashes(desk, bank_against.cited_paragraphs(desk, document))
    return rewrite(path, lambda text: bank_mend.with_paragraph_hashes(text, record, hashes)) if hashes else record


def confirm_pools(path: Path, record: BankFile) -> BankFile:
    """Write the hash of every pool into the file; the record as it then reads."""
    confirmed = bank_pools.confirmations(Desk.of(record))
    return rewrite(path, lambda text: bank_mend.with_confirmations(text, confirmed))


def rewrite(path: Path, change: Callable[[str], str]) -> BankFile:
    before = path.read_bytes().decode("utf-8")
    after = change(before)
    try:
        if after != before:
            path.write_bytes(after.encode("utf-8"))
    except OSError as error:
        raise CommandError(f"{path} cannot be written: {error.strerror}.") from error
    return read_bank_path(path)
