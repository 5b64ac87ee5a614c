"""A database as the last release made it, with rows in it: the newest tables take it over, and nothing is lost."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.apps import apps
from django.db import connections
from django.db.migrations.executor import MigrationExecutor
from django.db.utils import ConnectionHandler

pytestmark = pytest.mark.django_db

RELEASED = "0001_initial"
NOON = datetime(2026, 11, 2, 12, 0, tzinfo=UTC)


@pytest.fixture
def old():
    """An empty SQLite database beside the one of the tests."""
    file = {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}
    connections["old"] = ConnectionHandler({"default": file, "old": file})["old"]
    yield connections["old"]
    connections["old"].close()
    del connections["old"]


def migrate(connection, *, to=None):
    """The tables as of migration `to`, or the newest, and the models as they were then."""
    executor = MigrationExecutor(connection)
    targets = [("questions", to)] if to else executor.loader.graph.leaf_nodes("questions")
    executor.migrate(targets)
    return executor.loader.project_state(targets).apps


def fill(models):
    """A course at work: a bank, a learner's answers with a correction and a moved due day, a quiz handed in."""

    def make(name, **fields):
        return models.get_model("questions", name).objects.using("old").create(**fields)

    people = [make("User", username=name, password="x") for name in ("mira", "sam")]
    document = make("Document", title="A Short History of Lake Orin")
    bank = make("Bank", key="orin", title="Lake Orin", document=document, owner=people[0])
    unit = make("Unit", bank=bank, key="journey", title="The journey", position=0)
    statement = make("Statement", bank=bank, unit=unit, key="s", position=0, text="It was [1871](date:year).")
    statement.passages.add(make("Passage", document=document, key="p", section="The lake", paragraph=1))
    of_bank = {"bank": bank, "unit": unit, "statement": statement, "changed_at": NOON}
    fact = make("Fact", key="orin/s/year", blank="year", position=0, answer="1871", answer_type="date", **of_bank)
    question = make("Question", fact=fact, kind="typed", prompt="When was it?", answer="1871", accepted=["in 1871"])
    make("Study", learner=people[1], bank=bank, new_per_day=7)
    state = {"stability": 2.3065, "difficulty": 2.1, "due": date(2026, 11, 4), "last_day": date(2026, 11, 2)}
    make("Memory", learner=people[1], fact=fact, rung=1, review_count=1, version=3, **state)
    about = {"fact": fact, "question": question, "kind": "typed", "given": "1871", "outcome": "correct"}
    weighed = {"rating": 3, "guess_floor": 0.0, "prior": 0.25, "memory_version": 0, "stability_after": 2.3065}
    dated = {"day": date(2026, 11, 2), "answered_at": NOON, "token": "t", "due_after": date(2026, 11, 4)}
    review = make("Review", learner=people[1], **about, **weighed, **dated)
    make("Correction", learner=people[1], review=review, act="guessed", made_at=NOON)
    moved = {"due_from": date(2026, 11, 4), "due_to": date(2026, 11, 5), "day": date(2026, 11, 2), "made_at": NOON}
    make("DueMove", learner=people[1], fact=fact, reason="neighbour", **moved)
    make("Report", learner=people[1], question=question, reason="unclear", note="Which?", made_at=NOON)
    course = make("Course", title="History 1", join_code="ABCDEFGHJK", created_at=NOON)
    for person, role in zip(people, ("instructor", "student"), strict=True):
        make("Membership", course=course, person=person, role=role, joined_at=NOON)
    times = {"opens_at": NOON, "due_at": NOON + timedelta(days=1), "published_at": NOON}
    quiz = make("Assignment", course=course, title="Quiz", created_by=people[0], **times)
    item = make(
        "Item", assignment=quiz, fact=fact, question=question, position=1, kind="typed", prompt="When?", answer="1871"
    )
    sat = {"started_at": NOON, "closes_at": times["due_at"], "handed_in_at": NOON}
    attempt = make("Attempt", assignment=quiz, student=people[1], number=1, **sat)
    make("Response", attempt=attempt, item=item, given="1871", answered_at=NOON, outcome="correct")


def rows_of(connection, models):
    """By table and column: every value, as it is stored."""
    found = {}
    with connection.cursor() as cursor:
        for model in models.get_app_config("questions").get_models(include_auto_created=True):
            table = model._meta.db_table
            for field in model._meta.concrete_fields:
                cursor.execute(f'SELECT "{field.column}" FROM "{table}" ORDER BY "id"')
                found[table, field.column] = cursor.fetchall()
    return found


def test_a_database_of_the_last_release_migrates_and_loses_nothing(old):
    released = migrate(old, to=RELEASED)
    fill(released)
    before = rows_of(old, released)
    assert sum(bool(values) for values in before.values()) > 150  # columns that hold something

    migrate(old)

    after = rows_of(old, released)
    assert after == before
    everything = [model.objects.using("old").count() for model in apps.get_app_config("questions").get_models()]
    assert sum(everything) == 22
    assert [(memory.kinds, memory.version) for memory in apps.get_model("questions.Memory").objects.using("old")] == [
        ({}, 3)
    ]
