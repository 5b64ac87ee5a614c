"""A quiz in; its results as a matrix student × item with totals out, and one attempt line by line.

An attempt that ran out counts as handed in, closed or not yet: what nobody has graded so far is graded here, unsaved.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

from django.db.models import Count

from questions.models import Attempt, Extension, Item, Membership, Response, Review
from questions.sources.statement_text import plain

from .order import items_in, seed_of
from .verdicts import run_out

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from questions.models import Assignment

RIGHT = frozenset({Review.Outcome.CORRECT, Review.Outcome.NEAR_MISS})


@dataclass(frozen=True, slots=True)
class Cell:
    """What one student made of one item: `mark` is right, wrong, unanswered or, without an attempt, none."""

    mark: str
    given: str = ""


@dataclass(frozen=True, slots=True)
class Column:
    """One counted item; `number` is its place in the head of the matrix, `share` of those who handed in, or None."""

    number: int
    item: Item
    right: int
    of: int

    @property
    def percent(self) -> int | None:
        return round(100 * self.right / self.of) if self.of else None


@dataclass(frozen=True, slots=True)
class Row:
    """One student: the best attempt that is over, cell by cell. `attempts` are all of theirs; `sitting` is open."""

    place: Membership
    attempts: tuple[Attempt, ...]
    sitting: Attempt | None
    best: Attempt | None
    cells: tuple[Cell, ...]
    extension: Extension | None

    @property
    def right(self) -> int:
        return sum(cell.mark == "right" for cell in self.cells)

    @property
    def percent(self) -> int | None:
        return round(100 * self.right / len(self.cells)) if self.best and self.cells else None


@dataclass(frozen=True, slots=True)
class Results:
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    withdrawn: tuple[Item, ...]

    @property
    def is_begun(self) -> bool:
        """Whether anyone has an attempt, so that the quiz stays published."""
        return any(row.attempts for row in self.rows)

    @property
    def handed_in(self) -> int:
        return sum(row.best is not None for row in self.rows)

    @property
    def percent(self) -> int | None:
        """The class's share of right answers."""
        asked = sum(column.of for column in self.columns)
        return round(100 * sum(column.right for column in self.columns) / asked) if asked else None


@dataclass(frozen=True, slots=True)
class Score:
    right: int
    of: int


def results_of(quiz: Assignment, *, now: datetime) -> Results:
    """The matrix, in five queries, two more where an attempt waits to be closed.

    Students who were removed stand in it only if they have attempts.
    """
    every = list(quiz.items.select_related("fact"))
    items = [item for item in every if item.withdrawn_at is None]
    begun = list(Attempt.objects.filter(assignment=quiz))
    attempts = defaultdict(list)
    for attempt in begun:
        attempts[attempt.student_id].append(attempt)
    cells = _cells_by_attempt(quiz, begun, now)
    extensions = {extension.student_id: extension for extension in Extension.objects.filter(assignment=quiz)}
    places = Membership.objects.students().filter(course=quiz.course_id).select_related("person")
    rows = tuple(
        _row(place, attempts[place.person_id], items, cells, extensions.get(place.person_id))
        for place in places
        if place.removed_at is None or attempts[place.person_id]
    )
    return Results(_columns(items, rows), rows, tuple(item for item in every if item.withdrawn_at))


def _cells_by_attempt(quiz: Assignment, begun: list[Attempt], now: datetime) -> dict[int, dict[int, Cell]]:
    """By attempt that is over and by item."""
    cells: dict[int, dict[int, Cell]] = {attempt.pk: {} for attempt in begun if attempt.over_since(now)}
    responses = Response.objects.filter(attempt__assignment=quiz, attempt__handed_in_at__isnull=False).order_by()
    saved = responses.values_list("attempt", "item", "given", "outcome")
    unsaved = [(one.attempt_id, one.item_id, one.given, one.outcome) for one in run_out(begun, now)]
    for attempt, item, given, outcome in chain(saved, unsaved):
        cells.setdefault(attempt, {})[item] = Cell(mark_of(outcome), given)
    return cells


def mark_of(outcome: str) -> str:
    if not outcome:
        return "unanswered"
    return "right" if outcome in RIGHT else "wrong"


def _row(
    place: Membership,
    attempts: list[Attempt],
    items: list[Item],
    cells: dict[int, dict[int, Cell]],
    extension: Extension | None,
) -> Row:
    def line(attempt: Attempt) -> tuple[Cell, ...]:
        return tuple(cells[attempt.pk].get(item.pk, Cell("unanswered")) for item in items)

    over = [attempt for attempt in attempts if attempt.pk in cells]
    best = max(over, key=lambda one: sum(cell.mark == "right" for cell in line(one)), default=None)
    shown = line(best) if best else tuple(Cell("none") for _ in items)
    sitting = next((attempt for attempt in attempts if attempt.pk not in cells), None)
    return Row(place, tuple(attempts), sitting, best, shown, extension)


def _columns(items: list[Item], rows: tuple[Row, ...]) -> tuple[Column, ...]:
    counted = [row for row in rows if row.best]
    right = Counter(place for row in counted for place, cell in enumerate(row.cells) if cell.mark == "right")
    return tuple(Column(place + 1, item, right[place], len(counted)) for place, item in enumerate(items))


@dataclass(frozen=True, slots=True)
class Answered:
    """One line of a handed-in attempt: the item, what was answered, and the verdict."""

    item: Item
    mark: str
    given: str = ""
    message: str = ""

    @property
    def sentence(self) -> str:
        """The whole statement; wants the fact's statement."""
        return plain(self.item.fact.statement.text)


def lines_of(attempt: Attempt, *, now: datetime) -> list[Answered]:
    """The attempt line by line, in the order in which it was asked; wants nothing prefetched."""
    items = attempt.assignment.items.select_related("fact__statement", "fact__bank__document")
    items = items.prefetch_related("fact__statement__passages")
    saved, unsaved = attempt.responses.order_by(), run_out([attempt], now)
    responses = {response.item_id: response for response in chain(saved, unsaved)}
    return [_answered(item, responses.get(item.pk)) for item in items_in(items, seed_of(attempt))]


def _answered(item: Item, response: Response | None) -> Answered:
    if item.withdrawn_at:
        return Answered(item, "withdrawn", response.given if response else "")
    if response is None:
        return Answered(item, "unanswered")
    return Answered(item, mark_of(response.outcome), response.given, response.message)


def score_of(lines: list[Answered]) -> Score:
    counted = [line for line in lines if line.mark != "withdrawn"]
    return Score(sum(line.mark == "right" for line in counted), len(counted))


@dataclass(frozen=True, slots=True)
class Scored:
    """An attempt that is over, since when, and its score."""

    attempt: Attempt
    over_since: datetime
    score: Score


def scores_of(quiz: Assignment, attempts: Sequence[Attempt], *, now: datetime) -> list[Scored]:
    """Those of `attempts` that are over; two queries, two more where one waits to be closed."""
    counted = Response.objects.filter(attempt__in=attempts, outcome__in=RIGHT, item__withdrawn_at=None).order_by()
    right = Counter(dict(counted.values_list("attempt").annotate(n=Count("pk"))))
    unsaved = [one for one in run_out(attempts, now) if one.item.withdrawn_at is None and one.outcome in RIGHT]
    right.update(response.attempt_id for response in unsaved)
    of, over = quiz.items.counted().count(), [(attempt, attempt.over_since(now)) for attempt in attempts]
    return [Scored(attempt, since, Score(right[attempt.pk], of)) for attempt, since in over if since]
