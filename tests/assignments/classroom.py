"""A small bank, a course with its people and a quiz, made row by row for the tests of courses."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from questions.assignments import build
from questions.assignments.joining import join, open_course
from questions.assignments.publish import publish
from questions.models import Assignment, Bank, Course, Document, Fact, Passage, Question, Statement, Unit, User

NOW = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)
"""A Monday morning."""
DUE = NOW + timedelta(days=4, hours=7)

LINES = [
    ("leader", "person", "Ada Ashby", "Who led the expedition to the lake?", ["Tom Brook", "Ina Carr", "Leo Dunn"]),
    ("year", "date", "1871", "In which year did the boats set out?", ["1869", "1874", "1880"]),
    ("lake", "place", "Lake Orin", "Which water did the travellers reach?", ["Lake Mara", "Lake Tess"]),
    ("payer", "organisation", "Kettle Society", "Who paid for the boats?", ["Mill Club", "Harbour Board"]),
]


def make_bank(key: str = "ashby", **fields: object) -> Bank:
    """One unit; one statement, one fact, one choice and one typed question for each of `LINES`."""
    document = Document.objects.create(title="A Short History of Lake Orin", author="M. Field")
    bank = Bank.objects.create(
        key=key, title="The Ashby expedition", document=document, **{"visibility": Bank.Visibility.PUBLIC} | fields
    )
    unit = Unit.objects.create(bank=bank, key="journey", title="The journey", position=0)
    for blank, answer_type, answer, prompt, wrong in LINES:
        add_fact(unit, blank, answer_type, answer, prompt, wrong)
    return bank


def add_fact(
    unit: Unit,
    blank: str,
    answer_type: str,
    answer: str,
    prompt: str,
    wrong: list[str],
    statement: Statement | None = None,
) -> Fact:
    bank, place = unit.bank, unit.bank.facts.count()
    if statement is None:
        text = f"It is told that [{answer}]({answer_type}:{blank}) comes into it."
        statement = Statement.objects.create(bank=bank, unit=unit, key=f"s-{blank}", position=place, text=text)
        statement.passages.add(
            Passage.objects.create(document=bank.document, key=blank, section="The lake", paragraph=place + 1)
        )
    fact = Fact.objects.create(
        bank=bank,
        unit=unit,
        statement=statement,
        key=f"{bank.key}/{statement.key}/{blank}",
        blank=blank,
        position=place,
        answer=answer,
        answer_type=answer_type,
        changed_at=NOW,
    )
    Question.objects.create(fact=fact, kind="choice", prompt=prompt, answer=answer, distractors=wrong)
    Question.objects.create(fact=fact, kind="typed", prompt=prompt, answer=answer)
    return fact


def make_person(name: str, **fields: object) -> User:
    return User.objects.create_user(name, password="a long pass phrase", **fields)


def make_course(instructor: User, *students: User, **fields: object) -> Course:
    course = open_course(Course(title="History 1", **fields), instructor, now=NOW)
    for student in students:
        join(student, course, now=NOW)
    return course


def make_draft(course: Course, facts: list[Fact], *, kind: str = "choice", **fields: object) -> Assignment:
    times = {"opens_at": NOW, "due_at": DUE}
    quiz = Assignment.objects.create(course=course, title="The journey", **times | fields)
    build.add(quiz, facts, kind=kind)
    return quiz


def make_quiz(course: Course, facts: list[Fact], *, kind: str = "choice", **fields: object) -> Assignment:
    return publish(make_draft(course, facts, kind=kind, **fields), now=NOW)


def right_answers(quiz: Assignment) -> dict[int, str]:
    return {item.pk: item.answer for item in quiz.items.all()}


def wrong_answers(quiz: Assignment) -> dict[int, str]:
    return {item.pk: next((o for o in item.options if o != item.answer), "nonsense") for item in quiz.items.all()}
