"""Drafts for tests, made by hand: a private bank of one owner, with a stored paragraph and proposals from it.

make_desk(owner)          a private bank "lake" with a unit and a document of one stored passage
add_draft(bank, text)     a proposal; its one typed prompt where `prompt` is given; sentence and place from the passage
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from questions.models import Bank, Document, Draft, Passage, Unit
from questions.sources.statement_text import BlankPiece, plain, read_statement

if TYPE_CHECKING:
    from questions.models import User

PARAGRAPH = (
    "Nora Ashby crossed the Grey Pass in 1871. She founded Orin Station on 4 May 1872. "
    "The station had 14 huts. Its first doctor was Ivo Lund."
)


def make_desk(owner: User, key: str = "lake") -> Bank:
    document = Document.objects.create(title="Notes on the lake", owner=owner)
    Passage.objects.create(
        document=document, key="p1", section="The lake", paragraph=1, sha256="0" * 64, text=PARAGRAPH
    )
    bank = Bank.objects.create(key=key, title="The lake", document=document, owner=owner)
    Unit.objects.create(bank=bank, key="journey", title="The journey", position=0)
    return bank


def add_draft(bank: Bank, text: str, *, prompt: str = "", score: float = 0.5, **fields: object) -> Draft:
    passage = bank.document.passages.get()
    [blank, *_] = [piece for piece in read_statement(text) if isinstance(piece, BlankPiece)]
    sentence = plain(text)
    start = max(0, passage.text.find(sentence))
    asked = {"kind": "typed", "wording": 0, "prompt": prompt, "answer": blank.answer, "accepted": [], "distractors": []}
    return Draft.objects.create(
        **{
            "bank": bank,
            "document": bank.document,
            "passage": passage,
            "unit": bank.units.first(),
            "position": bank.drafts.count(),
            "sentence": sentence,
            "start": start,
            "end": start + len(sentence),
            "text": text,
            "answer": blank.answer,
            "answer_type": blank.answer_type,
            "questions": [asked] if prompt else [],
            "score": score,
        }
        | fields
    )


def add_four(bank: Bank) -> list[Draft]:
    """Four proposals, best first."""
    return [
        add_draft(
            bank,
            "Nora Ashby crossed the Grey Pass in [1871](date:b1).",
            prompt="In which year did Nora Ashby cross the Grey Pass?",
            score=0.9,
        ),
        add_draft(bank, "[Nora Ashby](person:b1) crossed the Grey Pass in 1871.", score=0.8),
        add_draft(bank, "Orin Station had [14 huts](quantity:b1).", score=0.7),
        add_draft(bank, "The first doctor of Orin Station was [Ivo Lund](person:b1).", score=0.6),
    ]
