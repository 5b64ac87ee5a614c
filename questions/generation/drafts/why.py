"""A fact whose answer is a cause, and its clause, in; “Why …?” out, or None where the clause does not read well so."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .phrasing import inverted, tidied

if TYPE_CHECKING:
    from questions.text.english.capitals import Capitals
    from questions.text.english.clauses import Clause

    from .material import Found

_UNFIT = frozenset("may might can would could should will must".split())


def ask_why(fact: Found, clause: Clause, capitals: Capitals) -> str | None:
    """The question for the cause at the end of `fact`."""
    if clause.verb.lower() in _UNFIT or fact.answer_start < clause.rest_start:
        return None
    if clause.lead and not re.search(r"\d", clause.lead):
        return None
    tail = fact.text[clause.rest_start : fact.answer_start].strip(" ,")
    lead = f" {clause.lead[0].lower()}{clause.lead[1:]}" if clause.lead else ""
    return tidied(f"Why {inverted(clause, tail, capitals)}{lead}")
