"""A bank file in; everything a careful editor would object to out, with its place and its mend. Plain Python."""

from __future__ import annotations

from questions.sources.document_text import DocumentText
from questions.sources.records import BankFile

from . import bank_against, bank_check_options, bank_check_prompts, bank_pools
from .bank_desk import Desk, Objection


def objections(record: BankFile, document: DocumentText | None = None) -> list[Objection]:
    """What is wrong with the bank, in the order of its file; with `document`, also what that does not bear out."""
    desk = Desk.of(record)
    found = [
        *bank_check_prompts.objections(desk),
        *bank_check_options.objections(desk),
        *bank_pools.objections(desk),
        *bank_against.without_hash(desk),
        *(bank_against.objections(desk, document) if document else ()),
    ]
    return sorted(dict.fromkeys(found), key=lambda objection: objection.line)
