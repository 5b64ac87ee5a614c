"""A document and its drafts in; the rows of both, the bank and its units out. To be called in one transaction."""

from __future__ import annotations

import re
from array import array
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, TypeVar

from django.utils.text import slugify

from questions.models import Bank, Document, Draft, Import, LeftOut, Passage, Unit
from questions.text.english.cues import with_cue

from .versions.bring_over import bring_over, number_drafts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import datetime

    from questions.generation.drafts import Draft as DraftIn
    from questions.sources.document_text import DocumentText, Paragraph
    from questions.sources.extraction import LeftOut as LeftOutIn

Value = TypeVar("Value")

BATCH = 500
MOST_DRAFTS = 5_000
"""Of one import: more than anyone reviews. The best are kept."""
LONGEST_KEY = 80
BLANK = "b1"
"""The key of a draft's one blank."""
UNTITLED = "Pasted text"
_BRACKETS = str.maketrans("[]", "()")


@dataclass(frozen=True, slots=True)
class Drafted:
    """A draft and the number of its paragraph in the whole document."""

    paragraph: int
    draft: DraftIn


def store(
    one: Import, document: DocumentText, found: list[Drafted], left_out: list[LeftOutIn], *, now: datetime
) -> None:
    """Write the document with all its passages, the bank if it is new, units by section, the drafts and what was left
    out; end `one`."""
    title = (one.title or document.title or _name_of(one.file_name) or UNTITLED)[:300]
    row = Document.objects.create(title=title, author=one.author, year=one.year, link=one.link, owner=one.owner)
    passages = _store_passages(row, document)
    bank, said = one.bank or _new_bank(one, row, title), ""
    if one.replaces_id:
        found, said = bring_over(one, row, list(Passage.objects.filter(document=row).order_by("pk")), found, now=now)
    units = _units(bank, title, [document.paragraphs[each.paragraph] for each in _in_order(found)])
    for batch in _batches(enumerate(_in_order(found))):
        drafts = [_draft(each.draft, position) for position, each in batch]
        for made, (_, each) in zip(drafts, batch, strict=True):
            made.bank, made.document, made.passage_id = bank, row, passages[each.paragraph]
            made.unit = units[_unit_title(document.paragraphs[each.paragraph], title)]
        Draft.objects.bulk_create(drafts)
    _store_left_out(left_out, bank, passages)
    if one.replaces_id:
        number_drafts(row)
    Import.objects.filter(pk=one.pk).update(
        bank=bank,
        document=row,
        title=title,
        state=Import.State.DONE,
        progress=100,
        finished_at=now,
        message=said or said_of(len(found), len(passages)),
    )


def said_of(drafts: int, passages: int) -> str:
    """What was found, in one sentence."""
    facts = "1 fact is" if drafts == 1 else f"{drafts:,} facts are"
    where = "1 paragraph" if passages == 1 else f"{passages:,} paragraphs"
    if drafts >= MOST_DRAFTS:
        return f"The best {facts} proposed; {where} held more. Import a chapter to see the rest."
    return f"{facts} proposed from {where}."


def _in_order(found: list[Drafted]) -> list[Drafted]:
    return sorted(found, key=lambda one: (one.paragraph, one.draft.fact.start, one.draft.fact.answer_start))


def _batches(values: Iterable[Value]) -> Iterator[tuple[Value, ...]]:
    """Runs of `BATCH` values, the last one shorter; only one of them is in memory."""
    rest = iter(values)
    while batch := tuple(islice(rest, BATCH)):
        yield batch


def _store_passages(row: Document, document: DocumentText) -> array[int]:
    """Write every paragraph; the keys of the rows, in order."""
    keys = array("q")
    for batch in _batches(enumerate(document.paragraphs, start=1)):
        made = Passage.objects.bulk_create(_passage(row, number, paragraph) for number, paragraph in batch)
        keys.extend(one.pk for one in made)
    return keys


def _store_left_out(found: list[LeftOutIn], bank: Bank, passages: array[int]) -> None:
    for batch in _batches(found):
        LeftOut.objects.bulk_create(
            LeftOut(bank=bank, passage_id=passages[one.paragraph], start=one.start, end=one.end, why=str(one.why))
            for one in batch
        )


def _name_of(file_name: str) -> str:
    return " ".join(re.sub(r"\.\w{1,5}$", "", file_name).replace("_", " ").split())


def _passage(document: Document, number: int, paragraph: Paragraph) -> Passage:
    return Passage(
        document=document,
        key=f"p{number}",
        section=paragraph.section[:300],
        paragraph=paragraph.number,
        sha256=paragraph.sha256,
        text=paragraph.text,
    )


def _new_bank(one: Import, document: Document, title: str) -> Bank:
    name = (one.bank_title or title)[:200]
    stem = slugify(name)[:LONGEST_KEY].strip("-") or "bank"
    return Bank.objects.create(
        key=_free(stem, set(Bank.objects.filter(key__startswith=stem).values_list("key", flat=True))),
        title=name,
        document=document,
        owner=one.owner,
        visibility=Bank.Visibility.PRIVATE,
    )


def _free(stem: str, taken: set[str]) -> str:
    """`stem`, or the first `stem-2`, `stem-3` … that is not taken."""
    key, number = stem, 1
    while key in taken:
        number += 1
        key = f"{stem}-{number}"
    return key


def _unit_title(paragraph: Paragraph, title: str) -> str:
    """The outermost heading above a paragraph; the document's title where there is none."""
    return (paragraph.path[0] if paragraph.path else title)[:200]


def _units(bank: Bank, title: str, paragraphs: list[Paragraph]) -> dict[str, Unit]:
    """The bank's units by their titles, with one for each section that has something to ask."""
    units = {unit.title: unit for unit in bank.units.current()}
    taken = set(bank.units.values_list("key", flat=True))
    position = 1 + max(bank.units.values_list("position", flat=True), default=-1)
    for name in dict.fromkeys(_unit_title(paragraph, title) for paragraph in paragraphs):
        if name not in units:
            key = _free(slugify(name)[:LONGEST_KEY].strip("-") or "unit", taken)
            taken.add(key)
            units[name] = Unit.objects.create(bank=bank, key=key, title=name, position=position)
            position += 1
    return units


def _draft(made: DraftIn, position: int) -> Draft:
    """The row of a draft, yet without its bank, document, passage and unit."""
    fact = made.fact
    questions = [
        {
            "kind": str(question.kind),
            "wording": question.wording,
            "prompt": question.prompt,
            "answer": question.answer,
            "accepted": list(question.accepted),
            "distractors": list(question.distractors),
        }
        for question in made.questions
    ]
    return Draft(
        position=position,
        sentence=fact.sentence,
        start=fact.start,
        end=fact.end,
        text=_statement(made),
        answer=fact.answer,
        answer_type=str(fact.answer_type),
        accepted=next((question["accepted"] for question in questions if question["accepted"]), []),
        options=next((question["distractors"] for question in questions if question["distractors"]), []),
        questions=questions,
        reasons=[{"kind": str(one.kind), "reason": str(one.reason), "message": one.message} for one in made.refused],
        resolved=list(fact.resolved),
        score=made.score,
    )


def _statement(made: DraftIn) -> str:
    """The statement with its blank. Brackets of the document become round ones: square ones are the blank's."""
    fact = made.fact
    lead = with_cue(fact.cue, f"{fact.lead} " if fact.lead else "")
    before = f"{lead}{fact.text[: fact.answer_start]}".translate(_BRACKETS)
    after = fact.text[fact.answer_end :].translate(_BRACKETS)
    return f"{before}[{fact.answer.translate(_BRACKETS)}]({fact.answer_type}:{BLANK}){after}"
