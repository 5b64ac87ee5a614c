"""A fact whose answer is the date of a person's birth or death in; “In which year was … born?” out, or None."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .material import Found

_JOINERS = "de|da|di|du|des|del|della|der|den|la|le|von|van|zu|of|the|al|ibn|bin|y|e"
_WORD = r"[A-ZÀ-Þ][\w.’'-]"
_NAME = re.compile(rf"(?P<name>{_WORD}+(?: (?:(?:{_JOINERS}) )*{_WORD}*)*) \(")


def ask_lifespan(fact: Found) -> str | None:
    """The question for a date that stands as in “Ada Lovelace (1815–1852)”."""
    if fact.grain not in {"born", "died"}:
        return None
    names = list(_NAME.finditer(fact.text[: fact.answer_start]))
    if not names:
        return None
    name = names[-1]["name"]
    asked = "In which year" if fact.answer.isdigit() else "When"
    return f"{asked} was {name} born?" if fact.grain == "born" else f"{asked} did {name} die?"
