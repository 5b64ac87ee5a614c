"""A bank and a reviewer's wishes in; one page of drafts, best first, with near-duplicates side by side, out."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from django.core.paginator import Paginator

from questions.models import Draft, Unit

from .alike import leaders

if TYPE_CHECKING:
    from collections.abc import Iterable

    from django.core.paginator import Page

    from questions.models import Bank

PER_PAGE = 50
MOST_SHOWN = 200
WAITING, DONE, ALL = "proposed", "reviewed", "all"


class Line(NamedTuple):
    """As much of a draft as filters and groups need."""

    pk: int
    state: str
    score: float
    answer: str
    answer_type: str
    unit: int | None
    text: str
    reasons: list[dict[str, str]]


@dataclass(frozen=True, slots=True)
class Wishes:
    """What to show: a state (or reviewed, or all), an answer type, a unit, a reason code; empty means any."""

    state: str = WAITING
    answer_type: str = ""
    unit: int | None = None
    reason: str = ""

    def hold_for(self, line: Line) -> bool:
        return (
            (self.state in {ALL, line.state} or (self.state == DONE and line.state != WAITING))
            and (not self.answer_type or line.answer_type == self.answer_type)
            and (self.unit is None or line.unit == self.unit)
            and (not self.reason or any(one["reason"] == self.reason for one in line.reasons))
        )


@dataclass(frozen=True, slots=True)
class Desk:
    """One page of the desk. `heads` names, for each draft that is nearly the same as a better one, that one."""

    page: Page
    drafts: list[Draft]
    reviewed: int
    total: int
    types: list[str]
    reasons: list[str]
    units: list[Unit]
    found: int
    scores: list[tuple[float, int]] = field(default_factory=list)
    """Scores and how many of the shown proposals reach each."""


def desk_of(bank: Bank, wishes: Wishes, *, page: str | int = 1, holding: int | None = None) -> Desk:
    """The page asked for, or the one that holds the draft `holding`; five queries whatever the bank's size."""
    lines = lines_of(bank)
    chosen = [line for line in lines if wishes.hold_for(line)]
    heads = leaders(line for line in lines if line.state in {WAITING, "accepted"})
    order = together(chosen, heads)
    paginator = Paginator(order, PER_PAGE)
    number = 1 + order.index(holding) // PER_PAGE if holding in order else page
    shown = paginator.get_page(number)
    return Desk(
        page=shown,
        drafts=_fetch(list(shown), heads, {line.pk: line for line in lines}),
        reviewed=sum(line.state != WAITING for line in lines),
        total=len(lines),
        types=sorted({line.answer_type for line in lines}),
        reasons=sorted({one["reason"] for line in lines for one in line.reasons}),
        units=list(bank.units.current()),
        found=len(chosen),
        scores=_scores(line.score for line in chosen if line.state == WAITING),
    )


def lines_of(bank: Bank) -> list[Line]:
    """All drafts of the bank, best first; one query."""
    names = ("pk", "state", "score", "answer", "answer_type", "unit", "text", "reasons")
    return [Line(*row) for row in Draft.objects.of_bank(bank).best_first().values_list(*names)]


def together(lines: Iterable[Line], heads: dict[int, int]) -> list[int]:
    """The keys in order, each near-duplicate moved behind the better one where that is shown too."""
    shown = list(lines)
    here = {line.pk for line in shown}
    groups: dict[int, list[int]] = {line.pk: [line.pk] for line in shown if heads.get(line.pk) not in here}
    for line in shown:
        if heads.get(line.pk) in here:
            groups[heads[line.pk]].append(line.pk)
    return [pk for group in groups.values() for pk in group]


def counts(bank: Bank) -> tuple[int, int]:
    """How many drafts are reviewed, and how many there are; one query."""
    found = Counter(Draft.objects.of_bank(bank).values_list("state", flat=True))
    return sum(found.values()) - found[WAITING], sum(found.values())


def changed_of(bank: Bank, shown: Iterable[str]) -> tuple[list[Draft], list[int]]:
    """Of drafts as they are shown, each as number.version: those with another version now, and those that are gone."""
    pairs = (one.partition(".") for one in list(shown)[:MOST_SHOWN])
    versions = {int(pk): int(version) for pk, _, version in pairs if is_number(pk) and is_number(version)}
    found = Draft.objects.of_bank(bank).select_related("passage__document", "unit", "reviewed_by").in_bulk(versions)
    changed = [one for pk, one in found.items() if one.version != versions[pk]]
    return changed, sorted(versions.keys() - found.keys())


def is_number(text: str) -> bool:
    """Whether `text` is a whole number that a row of the database can have."""
    return text.isascii() and text.isdigit() and len(text) < 19


def chosen_of(bank: Bank, wishes: Wishes) -> list[Draft]:
    """The drafts that `wishes` hold for, whole, best first."""
    pks = [line.pk for line in lines_of(bank) if wishes.hold_for(line)]
    found = Draft.objects.of_bank(bank).select_related("bank", "passage", "unit").in_bulk(pks)
    return [found[pk] for pk in pks if pk in found]


def alike_to(draft: Draft) -> list[Draft]:
    """The other proposals that say nearly the same as `draft`."""
    proposed = [line for line in lines_of(draft.bank) if line.state == WAITING]
    heads = leaders(proposed)
    head = heads.get(draft.pk, draft.pk)
    pks = [line.pk for line in proposed if heads.get(line.pk, line.pk) == head and line.pk != draft.pk]
    return list(Draft.objects.filter(pk__in=pks).select_related("passage", "unit", "reviewed_by"))


def _fetch(pks: list[int], heads: dict[int, int], lines: dict[int, Line]) -> list[Draft]:
    """The rows in this order, each with `alike`: the line of the better draft that says nearly the same, or None."""
    found = Draft.objects.select_related("passage__document", "unit", "reviewed_by").in_bulk(pks)
    drafts = [found[pk] for pk in pks if pk in found]
    for draft in drafts:
        draft.alike = lines.get(heads.get(draft.pk, 0))
    return drafts


def _scores(scores: Iterable[float]) -> list[tuple[float, int]]:
    """Round scores that some proposals reach, and how many do, from the highest down."""
    found = sorted(scores)
    reached = {step / 10: sum(score >= step / 10 for score in found) for step in range(15, 0, -1)}
    return list({count: (step, count) for step, count in reversed(reached.items()) if count}.values())[::-1]
