"""A fact that two people change at once in; what the second is told of the first's work, old and new marked, out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from questions.authoring.change import Rewritten, as_it_stands
from questions.authoring.versions.wording import Run, marked
from questions.models import FactChange
from questions.sources.statement_text import plain

if TYPE_CHECKING:
    from questions.models import Fact, User


@dataclass(frozen=True, slots=True)
class Meanwhile:
    """`by` is nobody where that is not known; `theirs` the statement they saved, marked where it differs from one's
    own; `change` what they changed last, if it is known."""

    by: User | None
    change: FactChange | None
    theirs: list[Run]
    is_retired: bool
    now: Rewritten


def meanwhile(fact: Fact, own: Rewritten) -> Meanwhile:
    change = FactChange.objects.of(fact).first()
    now = as_it_stands(fact)
    _, theirs = marked(plain(own.text), plain(now.text))
    return Meanwhile(change.made_by if change else None, change, theirs, fact.retired_at is not None, now)
