"""A fact whose answer is a year in the brackets behind a person's name in; “In which year was … born?” out, or None."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .material import Found

_NAME = r"(?P<name>[A-ZÀ-Þ][\w.’'-]+(?: (?:de |von |van |of |the )?[A-ZÀ-Þ][\w.’'-]*){1,4})"
_BORN = re.compile(rf"{_NAME} \((?:born |b\. )?(?:[^()]{{0,30}}\s)?$")
_DIED = re.compile(rf"{_NAME} \([^()]{{0,40}}\d{{3,4}}\s?[–-]\s?(?:[^()]{{0,30}}\s)?$")


def ask_lifespan(fact: Found) -> str | None:
    """The question for a year of birth or death that stands as in “Ada Lovelace (1815–1852)”."""
    if fact.grain != "year":
        return None
    before, after = fact.text[: fact.answer_start], fact.text[fact.answer_start + len(fact.answer) :]
    if (found := _DIED.search(before)) and after.startswith(")"):
        return f"In which year did {found['name']} die?"
    is_span = re.match(r"\s?[–-]\s?(?:[^()]{0,30}\s)?\d{3,4}\)", after)
    if (found := _BORN.search(before)) and (is_span or ("born" in found.group() and after.startswith(")"))):
        return f"In which year was {found['name']} born?"
    return None
