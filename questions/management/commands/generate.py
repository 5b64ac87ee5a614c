"""Files in, the questions that are drafted from them out, as JSON; reads no database and writes none."""

import json
from argparse import ArgumentParser
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from questions.generation.drafts import Draft, draft
from questions.generation.facts import MadeQuestion
from questions.sources.document_text import DocumentText
from questions.sources.extraction import extract
from questions.sources.intake.errors import IntakeError
from questions.sources.intake.read import read_document
from questions.vocabulary import Kind


class Command(BaseCommand):
    help = (
        "Drafts questions from documents and prints them as a JSON list, the best of each document first; a file that "
        "cannot be read is named, and the others are drafted all the same."
    )
    requires_system_checks = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("files", nargs="+", type=Path, metavar="FILE")

    def handle(self, *args: Any, files: list[Path], **options: Any) -> None:
        refused: list[str] = []
        for piece in listed(self.rows(files, refused)):
            self.stdout.write(piece, ending="")
        self.stdout.write("")
        if refused:
            raise CommandError("\n".join(refused))

    def rows(self, files: list[Path], refused: list[str]) -> Iterator[dict[str, Any]]:
        """The questions of the files that can be read; of the others, what is wrong with them goes to `refused`."""
        for path in files:
            try:
                yield from rows_of(path)
            except CommandError as error:
                refused.append(str(error))


def listed(rows: Iterable[dict[str, Any]]) -> Iterator[str]:
    """The pieces of one JSON list, written row by row, so that it is never in memory as a whole."""
    before = "["
    for row in rows:
        yield before + json.dumps([row], ensure_ascii=False, indent=1)[1:-2]
        before = ","
    yield "[]" if before == "[" else "\n]"


def rows_of(path: Path) -> Iterator[dict[str, Any]]:
    document = document_of(path)
    for one in draft(extract(document), document):
        yield from (row_of(path, one, question) for question in one.questions)


def document_of(path: Path) -> DocumentText:
    """The document in a file of any kind that the site reads."""
    try:
        return read_document(path.read_bytes(), name=path.name)
    except OSError as error:
        raise CommandError(f"{path} cannot be read: {error.strerror}.") from error
    except IntakeError as error:
        raise CommandError(str(error)) from error


def row_of(path: Path, one: Draft, question: MadeQuestion) -> dict[str, Any]:
    fact = one.fact
    row: dict[str, Any] = {
        "document": path.name,
        "passage": fact.paragraph,
        "sentence": fact.sentence,
        "start": fact.start,
        "end": fact.end,
        "type": str(fact.answer_type),
        "kind": str(question.kind),
        "question": question.prompt,
        "answer": question.answer,
        "accepted": list(question.accepted),
        "distractors": list(question.distractors),
        "score": one.score,
    }
    if question.kind is Kind.TRUE_FALSE:
        row["span"] = fact.answer
    return row
