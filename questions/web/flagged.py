"""Reports in; what the page of reports shows of each, out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from questions.authoring import flags
from questions.web.drafts import cited
from questions.web.forms.banks import WordForm
from questions.web.reading import Piece, pieces_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from questions.models import Bank, Report


@dataclass(frozen=True, slots=True)
class Flag:
    """A report beside the statement it is about; `passages` where their text is kept here."""

    report: Report
    statement: list[Piece]
    passages: list[object]
    form: WordForm


def flag(report: Report, form: WordForm | None = None) -> Flag:
    fact = report.question.fact
    form = form or WordForm(auto_id=f"%s-{report.pk}")
    return Flag(report, pieces_of(fact.statement, fact.blank), cited(fact.statement), form)


def page_of(bank: Bank, *, refused: Flag | None = None) -> dict[str, object]:
    """What reports.html shows; `refused` stands in the place of its own report."""
    return {"bank": bank, "waiting": _with(flags.waiting(bank), refused), "answered": _with(flags.answered(bank), None)}


def _with(reports: Iterable[Report], refused: Flag | None) -> list[Flag]:
    return [refused if refused and refused.report.pk == report.pk else flag(report) for report in reports]
