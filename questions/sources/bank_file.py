"""The text of a bank file in, the bank as frozen records out; or one exception that names every fault and its mend."""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import urlsplit

from .errors import BankFileError, BankFileErrors
from .reading import KEY, Faults, Fields
from .records import BankFile, DocumentRecord, PassageRef, StatementRecord, UnitRecord
from .statements import read_statement_record
from .yaml_text import Node, YamlTextError, read_yaml

BANK_FIELDS = "key title description language document passages units confirmed"
HASH = re.compile(r"[0-9a-f]{64}")


def read_bank_file(text: str, *, file: str) -> BankFile:
    """The bank that `text` describes; `file` is its name for messages, and its stem must be the bank's key.

    Raise `BankFileErrors` with every fault of the file: broken YAML (then only that), unknown, missing or overlong
    fields, keys that stand twice, brackets that make no blank, passages that are not there, missing options.
    """
    faults = Faults(file)
    try:
        root = read_yaml(text)
    except YamlTextError as error:
        raise BankFileErrors([BankFileError(file, error.line, "", "", error.problem, error.mend)]) from error
    bank = _bank(Fields.of(root, faults, known=BANK_FIELDS), faults)
    if faults.found:
        raise BankFileErrors(faults.found)
    return bank


def _bank(fields: Fields, faults: Faults) -> BankFile:
    key = fields.key()
    stem = re.sub(r"\.ya?ml$", "", re.split(r"[/\\]", faults.file)[-1])
    if KEY.fullmatch(key) and key != stem:
        fields.fault("key", f"The key {key} is not the file's name.", f"Write “key: {stem}”, or rename the file.")
    passages = _passages(fields)
    units = tuple(_unit(node, fields, {passage.key for passage in passages}) for node in fields.list_of("units"))
    _refuse_twice(fields, "unit", ((unit.key, unit.line) for unit in units))
    _refuse_twice(
        fields, "statement", ((statement.key, statement.line) for unit in units for statement in unit.statements)
    )
    return BankFile(
        key=key,
        title=fields.text("title", required=True, longest=200),
        description=fields.text("description"),
        language=fields.text("language", longest=20) or "en",
        document=_document(fields),
        passages=passages,
        units=units,
        confirmed=_confirmed(fields),
        file=faults.file,
    )


def _document(bank: Fields) -> DocumentRecord:
    node = bank.node_of("document")
    if node is None:
        bank.fault(
            "document", "This field is missing.", "Say which document the bank is taken from, at least its title."
        )
        return DocumentRecord("")
    fields = Fields.of(node, bank.faults, known="title author publication year link", prefix="document.")
    link = fields.text("link", longest=500)
    if link and not _is_web_address(link):
        fields.fault("link", f"“{link}” is not a web address.", "Begin it with https:// and a host name.")
    return DocumentRecord(
        title=fields.text("title", required=True, longest=300),
        author=fields.text("author", longest=300),
        publication=fields.text("publication", longest=300),
        year=fields.text("year", longest=20),
        link=link,
    )


def _is_web_address(link: str) -> bool:
    try:
        parts = urlsplit(link)
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and bool(parts.hostname) and " " not in link


def _passages(bank: Fields) -> tuple[PassageRef, ...]:
    passages = []
    for key, node in bank.entries("passages"):
        fields = Fields.of(node, bank.faults, known="section paragraph sha256", prefix=f"passages.{key.text}.")
        if not KEY.fullmatch(key.text):
            fields.fault(
                "", f"“{key.text}” is not a key.", "Use lower-case letters, digits and hyphens.", line=key.line
            )
        number = fields.text("paragraph", required=True)
        if number and not (number.isascii() and number.isdigit() and 0 < int(number[:6]) < 100_000):
            fields.fault("paragraph", f"“{number}” is not a paragraph's number.", "Count from 1.", line=key.line)
            number = ""
        sha256 = fields.text("sha256")
        if sha256 and not HASH.fullmatch(sha256):
            fields.fault(
                "sha256", "This is not a SHA-256.", 'Write "" and run check_bank --against FILE.', line=key.line
            )
        section = fields.text("section", longest=300)
        passages.append(PassageRef(key.text, section, int(number or 1), sha256, key.line))
    if not passages:
        bank.fault("passages", "The bank names no passage.", "List the paragraphs that its statements cite.")
    return tuple(passages)


def _unit(node: Node, bank: Fields, passages: set[str]) -> UnitRecord:
    fields = Fields.of(node, bank.faults, known="key title summary statements", prefix="unit.")
    statements: tuple[StatementRecord, ...] = tuple(
        read_statement_record(inner, bank.faults, passages) for inner in fields.list_of("statements")
    )
    return UnitRecord(
        key=fields.key(),
        title=fields.text("title", required=True, longest=200),
        summary=fields.text("summary"),
        statements=statements,
        line=fields.line,
    )


def _confirmed(bank: Fields) -> dict[str, str]:
    found = {}
    for key, node in bank.entries("confirmed"):
        text = getattr(node, "text", "")
        if not re.fullmatch(r"[0-9a-f]{16}", text):
            bank.fault("confirmed", "This block is written by a program.", "Run check_bank --confirm.", line=key.line)
        found[key.text] = text
    return found


def _refuse_twice(bank: Fields, noun: str, keys: Iterable[tuple[str, int]]) -> None:
    seen: dict[str, int] = {}
    for key, line in keys:
        if key and key in seen:
            bank.fault(
                "",
                f"The {noun} key {key} stands already in line {seen[key]}.",
                "Choose another, once for all.",
                line=line,
            )
        seen.setdefault(key, line)
