"""Everything about a person, and a person gone."""

import csv
import io
import json
import zipfile
from datetime import timedelta

import pytest
from django.apps import apps

from questions.exchange.departure import NobodyTakesOver, heir, leave
from questions.exchange.personal import HELD, NOT_THEIRS, personal_archive
from questions.models import (
    BandTally,
    Bank,
    Course,
    DayOff,
    DayTally,
    DueMove,
    Editor,
    FactTally,
    Membership,
    Memory,
    ParameterFit,
    Report,
    Review,
    Study,
    User,
)
from questions.practice.breaks import plan_break
from questions.practice.fits import waiting_fit
from questions.text.spreadsheet import BOM
from tests.factories import NOON, make_bank, make_facts, make_learner, make_study
from tests.practice.sitting import ask

pytestmark = pytest.mark.django_db


@pytest.fixture
def ada():
    learner = make_learner(first_name="Ada", email="ada@example.org")
    facts = make_facts(2)
    make_study(learner, facts[0].bank)
    ask(learner, facts[0], NOON)
    ask(learner, facts[1], NOON + timedelta(seconds=5), right=False)
    return learner


def table(person, name):
    with zipfile.ZipFile(io.BytesIO(personal_archive(person))) as archive:
        return json.loads(archive.read(f"{name}.json")), archive.read(f"{name}.csv").decode()


def test_every_answer_and_memory_is_there(ada):
    reviews, text = table(ada, "reviews")
    memories, _ = table(ada, "memories")
    assert [row["fact_key"] for row in reviews] == ["orin/s0/where", "orin/s1/where"]
    assert [row["outcome"] for row in reviews] == ["correct", "wrong"]
    assert len(memories) == 2
    lines = list(csv.reader(io.StringIO(text.removeprefix(BOM))))
    assert (len(lines), len(lines[0])) == (3, len(reviews[0]))


def names_of_people():
    """Every column, of any table here or of the accounts, that says which person a row is about."""
    return {
        f"{model.__name__}.{field.name}"
        for model in apps.get_models()
        for field in model._meta.concrete_fields
        if field.related_model is User
    }


def test_no_column_that_names_a_person_is_forgotten():
    assert names_of_people() | {"User"} == {*HELD, *NOT_THEIRS}
    assert not {*HELD} & {*NOT_THEIRS}


def test_every_table_is_in_the_archive_and_told_in_its_readme(ada):
    with zipfile.ZipFile(io.BytesIO(personal_archive(ada))) as archive:
        told = archive.read("README.txt").decode().split("\n\n")[1]
        names = {name.removesuffix(".json") for name in archive.namelist() if name.endswith(".json")}

    assert names == {*HELD.values()} == {line.split()[0] for line in told.splitlines()}


def test_breaks_moves_fits_and_sums_are_there(ada):
    plan_break(ada, NOON.date() + timedelta(days=1), NOON.date() + timedelta(days=9), now=NOON)
    waiting_fit(ada, now=NOON)

    assert table(ada, "days_off")[0][0]["last"] == "2026-11-11"
    assert {row["reason"] for row in table(ada, "moves")[0]} == {"away"}
    assert table(ada, "fits")[0][0]["state"] == "waiting"


def test_nothing_of_anybody_else_and_no_password_is_there(ada):
    other = make_learner("mallory")
    ada.password = "pbkdf2_sha256$secret"
    ada.save()
    ask(other, ada.reviews.first().fact, NOON)
    with zipfile.ZipFile(io.BytesIO(personal_archive(ada))) as archive:
        everything = "".join(archive.read(name).decode() for name in archive.namelist())
    assert "mallory" not in everything
    assert "pbkdf2_sha256$secret" not in everything
    assert table(ada, "account")[0][0]["email"] == "ada@example.org"
    assert len(table(ada, "reviews")[0]) == 2


def test_a_formula_in_an_answer_is_only_text(ada):
    Review.objects.filter(learner=ada).update(given="=1+1")
    _, text = table(ada, "reviews")
    assert "'=1+1" in text


def test_who_leaves_is_known_no_longer_and_their_answers_still_count(ada):
    Report.objects.create(learner=ada, question=ada.reviews.first().question, reason="other", note="Ada", made_at=NOON)
    leave(ada, heir=None, now=NOON)
    gone = User.objects.get(pk=ada.pk)
    assert gone.username.startswith("gone-")
    assert (gone.first_name, gone.email, gone.is_active, gone.has_usable_password()) == ("", "", False, False)
    assert [review.outcome for review in gone.reviews.all()] == ["correct", "wrong"]
    assert set(gone.reviews.values_list("given", flat=True)) == {""}
    assert (Study.objects.of(gone).count(), Memory.objects.of(gone).count()) == (0, 0)
    assert gone.reports.get().note == ""


def test_who_leaves_leaves_no_break_no_move_no_fit_and_no_sum(ada):
    plan_break(ada, NOON.date() + timedelta(days=1), NOON.date() + timedelta(days=9), now=NOON)
    waiting_fit(ada, now=NOON)
    Editor.objects.create(bank=Bank.objects.get(), person=ada, invited_at=NOON)

    leave(ada, heir=None, now=NOON)

    gone = User.objects.get(pk=ada.pk)
    assert gone.away_from is gone.away_until is None
    for theirs in (DayOff, DueMove, ParameterFit, DayTally, BandTally, FactTally):
        assert not theirs.objects.of(gone).exists()
    assert not Editor.objects.exists()


def test_banks_are_handed_over(ada):
    own, boss = make_bank("own", owner=ada), make_learner("boss")
    leave(ada, heir=heir(" boss ", of=ada), now=NOON)
    assert Bank.objects.get(pk=own.pk).owner == boss


def test_without_an_heir_a_shared_bank_stays_for_those_who_use_it(ada):
    own = make_bank("own", owner=ada)
    leave(ada, heir=None, now=NOON)
    assert Bank.objects.visible_to(make_learner("reader")).filter(pk=own.pk).exists()


@pytest.mark.parametrize("name", ["nobody", "ada"])
def test_only_somebody_else_who_is_here_can_take_over(ada, name):
    with pytest.raises(NobodyTakesOver, match=f"nobody here called {name}"):
        heir(name, of=ada)


def test_places_in_courses_end(ada):
    course = Course.objects.create(title="History", created_at=NOON)
    place = Membership.objects.create(course=course, person=ada, role=Membership.Role.STUDENT, joined_at=NOON)
    leave(ada, heir=None, now=NOON + timedelta(days=1))
    place.refresh_from_db()
    assert place.removed_at == NOON + timedelta(days=1)
