"""What is wrong with a bank file: a place and a mend in, one exception with every fault out."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class BankFileError:
    """One fault of a bank file. `line` counts from 1; `statement` and `field` are empty where none is meant."""

    file: str
    line: int
    statement: str
    field: str
    problem: str
    mend: str

    def __str__(self) -> str:
        where = ", ".join(
            filter(
                None,
                [
                    f"statement {self.statement}" if self.statement else "",
                    f"field {self.field}" if self.field else "",
                ],
            )
        )
        said = f"{where}: {self.problem}" if where else self.problem
        return f"{self.file}:{self.line}: {said} Mend: {self.mend}"


class BankFileErrors(Exception):
    """A bank file cannot be read. `errors` holds every fault found, in the order of the file; never empty."""

    def __init__(self, errors: list[BankFileError]) -> None:
        self.errors = tuple(sorted(errors, key=lambda error: error.line))
        super().__init__("\n".join(str(error) for error in self.errors))
