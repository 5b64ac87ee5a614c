"""A person in; everything the site holds about them, as JSON and as CSV in one archive, out."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from typing import TYPE_CHECKING, Any

from django.core.serializers.json import DjangoJSONEncoder
from django.db.models import F

from questions.models import (
    Attempt,
    Bank,
    Correction,
    DayOff,
    DueMove,
    Membership,
    Memory,
    ParameterFit,
    Report,
    Response,
    Review,
    Statement,
    Study,
    User,
)
from questions.text.spreadsheet import BOM, guarded

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


_ACCOUNT_COLUMNS = """
    username first_name last_name email time_zone date_joined last_login desired_retention due_per_day
    is_load_even week away_from away_until keyboard_shortcuts is_instructor scheduler_parameters
"""
ABOUT_ME = tuple(_ACCOUNT_COLUMNS.split())

README = """Everything Recollect holds about you, each table once as JSON and once as CSV.

account      your name, address and settings
studies      the banks you have taken up
memories     what you remember of each fact: stability in days, difficulty 1 to 10, when it is due
reviews      each answer you gave: what was asked, what you said, what grading found, what was believed then
corrections  what you undid or claimed
days_off     the breaks you planned
moves        due days moved without an answer, and why
reports      what you reported about questions
courses      your places in courses
quizzes      your attempts at quizzes, and each answer in them
fits         the parameters that were fitted to your answers
banks        the statements of the banks you own
"""


def personal_archive(person: User) -> bytes:
    """A zip: a README, and for each table a .json (lists of objects) and a .csv, guarded against formulas."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("README.txt", README)
        for name, rows in _tables(person):
            found = list(rows)
            archive.writestr(f"{name}.json", json.dumps(found, cls=DjangoJSONEncoder, ensure_ascii=False, indent=1))
            archive.writestr(f"{name}.csv", to_csv(found))
    return packed.getvalue()


def to_csv(rows: Iterable[dict[str, Any]]) -> str:
    """The rows with their names in the first line; lists and times as text; no cell is a formula."""
    rows = list(rows)
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    if rows:
        writer.writerow(rows[0])
        writer.writerows([guarded(_cell(value)) for value in row.values()] for row in rows)
    return BOM + out.getvalue()


def _cell(value: Any) -> str:
    if value is None:
        return ""
    return json.dumps(value, ensure_ascii=False) if isinstance(value, list | dict) else str(value)


def _tables(person: User) -> Iterator[tuple[str, Iterable[dict[str, Any]]]]:
    fact, bank = F("fact__key"), F("bank__key")
    yield "account", User.objects.filter(pk=person.pk).values(*ABOUT_ME)
    yield "studies", Study.objects.of(person).values("position", "new_per_day", "is_paused", bank_key=bank)
    yield "memories", _of(Memory.objects.of(person).annotate(fact_key=fact), "learner", "fact")
    yield "reviews", _of(Review.objects.of(person).annotate(fact_key=fact), "learner", "fact", "token")
    yield "corrections", Correction.objects.of(person).values("act", "outcome", "made_at", review_number=F("review_id"))
    yield "days_off", DayOff.objects.of(person).values("first", "last")
    yield "moves", _of(DueMove.objects.of(person).annotate(fact_key=fact), "learner", "fact")
    asked = F("question__prompt")
    yield (
        "reports",
        Report.objects.of(person).values(
            "reason", "note", "given", "made_at", "resolved_at", "resolution", asked=asked
        ),
    )
    places = Membership.objects.filter(person=person)
    yield "courses", places.values("role", "joined_at", "removed_at", title=F("course__title"))
    yield "quizzes", _attempts(person)
    yield "fits", _of(ParameterFit.objects.of(person), "learner")
    own = Statement.objects.filter(bank__in=Bank.objects.filter(owner=person)).order_by("bank", "position")
    yield "banks", own.values("key", "text", "explanation", bank_title=F("bank__title"), unit_title=F("unit__title"))


def _of(rows: Any, *without: str) -> Any:
    """Every column but those named."""
    names = [field.name for field in rows.model._meta.concrete_fields if field.name not in without]  # noqa: SLF001 - Django's documented way to a model's columns
    return rows.values(*names, *rows.query.annotations)


def _attempts(person: User) -> list[dict[str, Any]]:
    answers = Response.objects.filter(attempt__student=person).order_by("attempt", "item__position")
    told = answers.values("attempt_id", "given", "answered_at", "outcome", "message", asked=F("item__prompt"))
    by_attempt: dict[int, list[dict[str, Any]]] = {}
    for row in told:
        by_attempt.setdefault(row.pop("attempt_id"), []).append(row)
    attempts = Attempt.objects.of(person).select_related("assignment")
    return [
        {
            "quiz": attempt.assignment.title,
            "number": attempt.number,
            "started_at": attempt.started_at,
            "handed_in_at": attempt.handed_in_at,
            "answers": [_told(row) for row in by_attempt.get(attempt.pk, [])],
        }
        for attempt in attempts
    ]


def _told(row: dict[str, Any]) -> dict[str, Any]:
    return {name: value if name != "answered_at" else value.isoformat() for name, value in row.items()}
