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
    Assignment,
    Attempt,
    BandTally,
    Bank,
    Correction,
    DayOff,
    DayTally,
    DeskAct,
    Difference,
    Document,
    DocumentVersion,
    Draft,
    DueMove,
    Editor,
    Extension,
    FactChange,
    FactTally,
    Import,
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
moves        due days moved without an answer, and why
days_off     the breaks you planned
reports      what you reported about questions
courses      your places in courses
quizzes      your attempts at quizzes, and each answer in them
extensions   more time or attempts that you were given for a quiz
fits         the parameters that were fitted to your answers
day_sums     what your answers of each day add up to
band_sums    the same by how sure you were expected to be
fact_sums    the same by fact
banks        the statements of the banks you own
editing      the banks of others that you may edit
documents    the documents you brought
imports      each time you brought one
versions     newer versions of documents that you took a bank over to
decisions    what you decided about what differs in them
changes      facts that you changed
desk         what you did at the desk
drafts       drafts that you reviewed
quizzes_set  quizzes that you made
"""

HELD = {
    "User": "account",
    "Study.learner": "studies",
    "Memory.learner": "memories",
    "Review.learner": "reviews",
    "Correction.learner": "corrections",
    "DueMove.learner": "moves",
    "DayOff.learner": "days_off",
    "Report.learner": "reports",
    "Membership.person": "courses",
    "Attempt.student": "quizzes",
    "Extension.student": "extensions",
    "ParameterFit.learner": "fits",
    "DayTally.learner": "day_sums",
    "BandTally.learner": "band_sums",
    "FactTally.learner": "fact_sums",
    "Bank.owner": "banks",
    "Editor.person": "editing",
    "Document.owner": "documents",
    "Import.owner": "imports",
    "DocumentVersion.made_by": "versions",
    "Difference.decided_by": "decisions",
    "FactChange.made_by": "changes",
    "DeskAct.by": "desk",
    "Draft.reviewed_by": "drafts",
    "Assignment.created_by": "quizzes_set",
    "EmailAddress.user": "account",
}
"""Every column that names a person, and the table of the archive in which they find what it says of them."""

NOT_THEIRS = {
    "Correction.made_by": "What an instructor decides about an answer belongs to whoever gave it.",
    "LogEntry.user": "What was changed in the office is the site's own record.",
}
"""Columns that name a person and are in nobody's archive, each with its reason."""


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
    yield "account", User.objects.filter(pk=person.pk).values(*ABOUT_ME)
    yield from _practice(person)
    yield from _in_courses(person)
    yield from _made(person)


def _practice(person: User) -> Iterator[tuple[str, Iterable[dict[str, Any]]]]:
    fact, asked = F("fact__key"), F("question__prompt")
    studied = Study.objects.of(person).values("position", "new_per_day", "is_paused", bank_key=F("bank__key"))
    yield "studies", studied
    yield "memories", _of(Memory.objects.of(person).annotate(fact_key=fact), "learner", "fact")
    yield "reviews", _of(Review.objects.of(person).annotate(fact_key=fact), "learner", "fact", "token")
    yield "corrections", Correction.objects.of(person).values("act", "outcome", "made_at", review_number=F("review_id"))
    yield "moves", _of(DueMove.objects.of(person).annotate(fact_key=fact), "learner", "fact")
    yield "days_off", _of(DayOff.objects.of(person), "learner")
    said = ("reason", "note", "given", "made_at", "resolved_at", "resolution")
    yield "reports", Report.objects.of(person).values(*said, asked=asked)
    yield "fits", _of(ParameterFit.objects.of(person), "learner", "task_id")
    yield "day_sums", _of(DayTally.objects.of(person), "learner")
    yield "band_sums", _of(BandTally.objects.of(person), "learner")
    yield "fact_sums", _of(FactTally.objects.of(person).annotate(fact_key=fact), "learner", "fact")


def _in_courses(person: User) -> Iterator[tuple[str, Iterable[dict[str, Any]]]]:
    places, quiz = Membership.objects.filter(person=person), F("assignment__title")
    yield "courses", places.values("role", "joined_at", "removed_at", title=F("course__title"))
    yield "quizzes", _attempts(person)
    given = Extension.objects.filter(student=person).annotate(quiz=quiz)
    yield "extensions", _of(given, "student", "assignment")
    yield "quizzes_set", _of(Assignment.objects.filter(created_by=person), "created_by")


def _made(person: User) -> Iterator[tuple[str, Iterable[dict[str, Any]]]]:
    """What they brought and edited; banks with their statements, everything else by its numbers and dates."""
    own = Statement.objects.filter(bank__in=Bank.objects.filter(owner=person)).order_by("bank", "position")
    yield "banks", own.values("key", "text", "explanation", bank_title=F("bank__title"), unit_title=F("unit__title"))
    yield "editing", Editor.objects.filter(person=person).values("invited_at", bank_title=F("bank__title"))
    yield "documents", _of(Document.objects.filter(owner=person), "owner")
    yield "imports", _of(Import.objects.filter(owner=person), "owner", "task_id")
    yield "versions", _of(DocumentVersion.objects.filter(made_by=person), "made_by")
    yield "decisions", _of(Difference.objects.filter(decided_by=person), "decided_by", "before")
    yield "changes", _of(FactChange.objects.filter(made_by=person), "made_by")
    yield "desk", DeskAct.objects.filter(by=person).values("at", "said", "undone_at", bank_title=F("bank__title"))
    reviewed = ("sentence", "text", "answer", "state", "reviewed_at")
    yield "drafts", Draft.objects.filter(reviewed_by=person).values(*reviewed, bank_title=F("bank__title"))


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
