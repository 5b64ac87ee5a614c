"""A fact and its bank in; every question that can be made well out, and for every other kind the reason."""

from __future__ import annotations

from . import choice, cloze, recall, typed
from .asking import gather
from .bank import BankFacts
from .facts import FactIn, Made

KINDS = (choice, cloze, typed, recall)
"""A claim, true or false, is left to drafts and editors: where it can be made so can a choice, which proves more."""


def make_questions(fact: FactIn, bank: BankFacts) -> Made:
    """The questions that ask `fact`, by kind and wording, and the refusals. The same facts give the same questions."""
    return gather([made for kind in KINDS for made in kind.make(fact, bank)])
