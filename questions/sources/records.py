"""What a bank file says, as frozen values. Text in, text out: only the number of a paragraph is read as a number."""

from __future__ import annotations

from dataclasses import dataclass, field

from questions.vocabulary import AnswerType


@dataclass(frozen=True, slots=True)
class DocumentRecord:
    title: str
    author: str = ""
    publication: str = ""
    year: str = ""
    link: str = ""


@dataclass(frozen=True, slots=True)
class PassageRef:
    """Paragraph number `paragraph` (from 1) under the heading `section`; `sha256` is of the normalised paragraph."""

    key: str
    section: str
    paragraph: int
    sha256: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True)
class BlankRecord:
    """One blank: the answer and type stand in the statement's text, the rest is written below it."""

    key: str
    answer: str
    answer_type: AnswerType
    prompts: tuple[str, ...] = ()
    accept: tuple[str, ...] = ()
    options: tuple[str, ...] = ()
    also_true: tuple[str, ...] = ()
    unit: str = ""
    hint: str = ""
    basis: str = "stated"
    is_distinct: bool = False
    note: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True)
class StatementRecord:
    key: str
    cite: tuple[str, ...]
    text: str
    blanks: tuple[BlankRecord, ...]
    explanation: str = ""
    claim_of: str = ""
    note: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True)
class UnitRecord:
    key: str
    title: str
    summary: str
    statements: tuple[StatementRecord, ...]
    line: int = 0


@dataclass(frozen=True, slots=True)
class BankFile:
    """A whole bank. `confirmed` maps statement/blank to the hash of a pool of options that the author has approved."""

    key: str
    title: str
    description: str
    language: str
    document: DocumentRecord
    passages: tuple[PassageRef, ...]
    units: tuple[UnitRecord, ...]
    confirmed: dict[str, str] = field(default_factory=dict)
    file: str = ""

    def passage(self, key: str) -> PassageRef:
        """The passage called `key`; raise `KeyError` when there is none."""
        for passage in self.passages:
            if passage.key == key:
                return passage
        raise KeyError(key)
