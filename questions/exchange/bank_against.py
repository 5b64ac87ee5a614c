"""A bank on the desk and the document it cites in; out come paragraphs, their hashes, and what they do not bear out."""

from __future__ import annotations

from collections.abc import Iterator

from questions.generation.wording import stands_in
from questions.sources.document_text import DocumentText, Paragraph
from questions.sources.records import PassageRef
from questions.text.fold import fold

from .bank_desk import Desk, Entry, Objection

LONGEST_RUN = 9
"""Words in a row that a bank may not share with its document: it is written in our own words."""

Cited = dict[str, Paragraph | None]


def cited_paragraphs(desk: Desk, document: DocumentText) -> Cited:
    """Each passage's paragraph in the document, by the passage's key; None where there is none."""
    return {passage.key: document.find(passage.section, passage.paragraph) for passage in desk.record.passages}


def missing_hashes(desk: Desk, cited: Cited) -> dict[str, str]:
    """The hashes of paragraphs that the file does not know yet, by the passage's key."""
    return {
        passage.key: paragraph.sha256
        for passage in desk.record.passages
        if not passage.sha256 and (paragraph := cited[passage.key])
    }


def objections(desk: Desk, document: DocumentText) -> Iterator[Objection]:
    """Paragraphs that are missing or read differently, stated answers that do not stand there, copied sentences."""
    cited = cited_paragraphs(desk, document)
    for passage in desk.record.passages:
        yield from _of_passage(desk, passage, cited[passage.key], document)
    for entry in desk.entries:
        yield from _not_stated(entry, cited)
    yield from _copied(desk, document)


def _of_passage(
    desk: Desk, passage: PassageRef, paragraph: Paragraph | None, document: DocumentText
) -> Iterator[Objection]:
    field = f"passages.{passage.key}"
    if paragraph is None:
        known = "; ".join(section or "(before the first heading)" for section in document.sections)
        yield Objection(
            desk.record.file,
            passage.line,
            "",
            field,
            f"The document has no paragraph {passage.paragraph} under “{passage.section}”.",
            f"Its sections are: {known}.",
        )
    elif passage.sha256 and passage.sha256 != paragraph.sha256:
        yield Objection(
            desk.record.file,
            passage.line,
            "",
            f"{field}.sha256",
            f"The paragraph that begins “{paragraph.text[:40]}” is not the one that was cited: its hash differs.",
            'Read the statements against it again, then write sha256: "" and repeat.',
        )


def without_hash(desk: Desk) -> Iterator[Objection]:
    """Passages whose paragraph nobody has looked up."""
    for passage in desk.record.passages:
        if not passage.sha256:
            yield Objection(
                desk.record.file,
                passage.line,
                "",
                f"passages.{passage.key}.sha256",
                "The hash of the paragraph is missing.",
                "Run check_bank with --against and the document's file.",
            )


def _not_stated(entry: Entry, cited: Cited) -> Iterator[Objection]:
    found = [paragraph for key in entry.statement.cite if (paragraph := cited.get(key))]
    if entry.blank.basis != "stated" or not found:
        return
    names = entry.fact.names
    if not any(stands_in(name, text) for paragraph in found for text in _texts(paragraph) for name in names):
        yield entry.objection(
            "basis",
            f"“{entry.blank.answer}” does not stand in {', '.join(entry.statement.cite)}.",
            "Cite the paragraph where it stands, or write “basis: paraphrased” or “basis: computed”.",
        )


def _texts(paragraph: Paragraph) -> tuple[str, str]:
    return paragraph.text, f"{paragraph.section} {paragraph.gloss}"


def _copied(desk: Desk, document: DocumentText) -> Iterator[Objection]:
    theirs = {run for paragraph in document.paragraphs for run in _runs(paragraph.text)}
    for entry in desk.entries:
        written = {
            "text": entry.fact.sentence,
            "prompt": " | ".join(entry.blank.prompts),
            "options": " | ".join(entry.blank.options),
        }
        for field, text in written.items():
            if run := next((run for run in _runs(text) if run in theirs), ""):
                yield entry.objection(field, f"“{run}” is the document's own wording.", "Say it in your own words.")


def _runs(text: str) -> Iterator[str]:
    words = fold(text).split()
    for start in range(len(words) - LONGEST_RUN + 1):
        yield " ".join(words[start : start + LONGEST_RUN])
