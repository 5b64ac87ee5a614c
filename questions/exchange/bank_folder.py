"""The folder of shipped banks in; their records, or the rows that say what they say, out. All files or none."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from django.db import transaction

from questions.models import Bank
from questions.sources.bank_file import read_bank_file
from questions.sources.errors import BankFileError, BankFileErrors
from questions.sources.records import BankFile

from .bank_load import BankReport, load_bank, retire_bank

SHIPPED = Path(__file__).parent.parent / "banks"


def bank_files(folder: Path = SHIPPED) -> list[Path]:
    """The bank files of `folder`, by name."""
    return sorted(folder.glob("*.yaml"))


def read_bank_path(path: Path) -> BankFile:
    """The bank of the file at `path`; raise `BankFileErrors` when it cannot be read, whatever the reason."""
    try:
        text = path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise _unreadable(path, "The file is not UTF-8.", "Save it as plain UTF-8.") from error
    except OSError as error:
        raise _unreadable(path, f"The file cannot be read: {error.strerror}.", "Check its name and rights.") from error
    return read_bank_file(text, file=_shown(path))


def read_folder(folder: Path = SHIPPED) -> list[BankFile]:
    """Every bank of `folder`; raise `BankFileErrors` with the faults of all files together."""
    banks: list[BankFile] = []
    faults: list[BankFileError] = []
    for path in bank_files(folder):
        try:
            banks.append(read_bank_path(path))
        except BankFileErrors as broken:
            faults += broken.errors
    if faults:
        raise BankFileErrors(faults)
    return banks


@transaction.atomic
def load_folder(folder: Path = SHIPPED, *, now: datetime) -> list[BankReport]:
    """Load every bank of `folder` and retire shipped banks whose file is gone; all of it or nothing.

    Raise `BankFileErrors` for broken files and `BankTaken` for a key that somebody's own bank has.
    """
    records = read_folder(folder)
    reports = [load_bank(record, now=now) for record in records]
    gone = Bank.objects.filter(is_shipped=True).exclude(key__in=[record.key for record in records])
    return reports + [retire_bank(bank, now=now) for bank in gone.order_by("key")]


def _unreadable(path: Path, problem: str, mend: str) -> BankFileErrors:
    return BankFileErrors([BankFileError(_shown(path), 1, "", "", problem, mend)])


def _shown(path: Path) -> str:
    """The path as a person here would type it."""
    here = Path.cwd()
    return str(path.relative_to(here) if path.is_relative_to(here) else path)
