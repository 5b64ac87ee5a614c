"""Reports in; what the page of reports shows of each, out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from questions.authoring import flags
from questions.models import Report
from questions.text.fold import fold
from questions.web.drafts import cited
from questions.web.forms.banks import WordForm
from questions.web.reading import Piece, pieces_of

if TYPE_CHECKING:
    from questions.models import Bank


@dataclass(frozen=True, slots=True)
class Flag:
    """A report beside the statement it is about; `passages` where their text is kept here. `offers_given`: whether what
    the student gave and calls right may still be accepted."""

    report: Report
    statement: list[Piece]
    passages: list[object]
    form: WordForm
    offers_given: bool = False


def flag(report: Report, form: WordForm | None = None, *, is_mended: bool = False) -> Flag:
    """With `is_mended` the word to the student is proposed: what was changed for this report."""
    fact = report.question.fact
    word = {"word": mended(report)} if is_mended else None
    form = form or WordForm(auto_id=f"%s-{report.pk}", initial=word)
    is_new = fold(report.given) not in {fold(each) for each in (fact.answer, *fact.accepted)}
    offers_given = is_new and report.reason == Report.Reason.MINE_RIGHT and bool(report.given)
    return Flag(report, pieces_of(fact.statement, fact.blank), cited(fact.statement), form, offers_given)


def mended(report: Report) -> str:
    """A word to the student who reported what has been changed since."""
    fact = report.question.fact
    is_other = fact.retired_at is None and fact.answer != report.question.answer
    return f"Thank you. It is mended: the answer is “{fact.answer}” now." if is_other else "Thank you. It is mended."


def page_of(bank: Bank, *, refused: Flag | None = None, mended_for: str = "") -> dict[str, object]:
    """What reports.html shows; `refused` stands in the place of its own report."""
    waiting = [
        refused if refused and refused.report.pk == one.pk else flag(one, is_mended=str(one.pk) == mended_for)
        for one in flags.waiting(bank)
    ]
    return {"bank": bank, "waiting": waiting, "answered": [flag(one) for one in flags.answered(bank)]}
