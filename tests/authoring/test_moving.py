"""Statements moved to another unit: with or without drafts, undone and done again; keys and memories stay."""

from __future__ import annotations

import pytest

from questions.authoring.accept import accept
from questions.authoring.acts import NotPossible
from questions.authoring.moving import move_statements
from questions.authoring.undo import redo, undo
from questions.authoring.units import remove_unit
from questions.models import Bank, Draft, Fact, Memory, Statement, Unit
from questions.practice.cards import draw
from questions.practice.review import record_review
from tests.authoring.drafted import add_four, make_desk
from tests.factories import NOON, add_statement, make_bank, make_learner, make_unit

pytestmark = pytest.mark.django_db


@pytest.fixture
def owner():
    return make_learner("owner")


@pytest.fixture
def bank(owner):
    bank = make_bank(owner=owner)
    first, second = make_unit(bank), make_unit(bank, "after", "Afterwards")
    for name in ("Selby", "Oskin"):
        add_statement(first, f"[{name}](place:b1) lay by the [lake](term:b2).")
    add_statement(second, "[Ferrol](place:b1) lay far off.")
    return bank


def places(bank: Bank):
    """Each statement by its order, its unit and its facts' units."""
    rows = Statement.objects.filter(bank=bank).order_by("position").prefetch_related("facts__unit", "unit")
    return [(one.key, one.unit.key, [fact.unit.key for fact in one.facts.order_by("blank")]) for one in rows]


def test_facts_without_drafts_go_with_their_statement_and_come_back(bank, owner):
    first, after = bank.units.all()
    before = places(bank)

    move_statements(first.statements.filter(key="s0"), after, by=owner, now=NOON)

    moved = [("s1", "journey", ["journey"] * 2), ("s0", "after", ["after"] * 2), ("s2", "after", ["after"])]
    assert places(bank) == moved
    undo(bank, owner, now=NOON)
    assert places(bank) == before
    redo(bank, owner, now=NOON)
    assert places(bank) == moved
    undo(bank, owner, now=NOON)
    assert places(bank) == before


def test_what_a_learner_knows_stays_and_is_asked_as_before(bank, owner):
    ada, fact = make_learner(), Fact.objects.get(key="orin/s0/b1")
    record_review(ada, draw(ada, fact, now=NOON), given=fact.answer, now=NOON)
    before = Memory.objects.values().get()
    asked = list(fact.questions.order_by("pk").values_list("pk", "version", "is_current"))

    move_statements(list(Statement.objects.all()), bank.units.get(key="after"), by=owner, now=NOON)

    assert Memory.objects.values().get() == before
    assert set(Fact.objects.values_list("key", "unit__key")) == {
        (f"orin/{key}", "after") for key in ("s0/b1", "s0/b2", "s1/b1", "s1/b2", "s2/b1")
    }
    assert list(fact.questions.order_by("pk").values_list("pk", "version", "is_current")) == asked


def test_a_draft_goes_along_so_that_the_desk_agrees(owner):
    bank = make_desk(owner)
    draft, *_ = add_four(bank)
    accept(draft, by=owner, version=1, now=NOON)
    after = make_unit(bank, "after", "Afterwards")
    add_statement(bank.units.first(), "[Selby](place:b1) lay by the lake.", "own")

    act = move_statements(list(Statement.objects.all()), after, by=owner, now=NOON)

    assert act.said == "Moved 2 statements to “Afterwards”"
    assert set(Statement.objects.values_list("unit", flat=True)) == {after.pk}
    assert Draft.objects.get(pk=draft.pk).unit == after
    undo(bank, owner, now=NOON)
    assert set(Statement.objects.values_list("unit__key", flat=True)) == {"journey"}
    assert Draft.objects.get(pk=draft.pk).unit.key == "journey"


def test_what_others_moved_since_stays_where_they_put_it(bank, owner):
    first, after = bank.units.all()
    third = make_unit(bank, "third", "Third")
    statement = first.statements.get(key="s0")
    move_statements([statement], after, by=owner, now=NOON)
    move_statements([Statement.objects.get(pk=statement.pk)], third, by=make_learner("ben"), now=NOON)

    with pytest.raises(NotPossible, match="moved or taken out since"):
        undo(bank, owner, now=NOON)

    assert Statement.objects.get(pk=statement.pk).unit == third


def test_nothing_goes_back_into_a_unit_that_is_gone(bank, owner):
    first, after = bank.units.all()
    move_statements(list(first.statements.all()), after, by=owner, now=NOON)
    remove_unit(first, was=first.title, by=make_learner("ben"), now=NOON)

    with pytest.raises(NotPossible):
        undo(bank, owner, now=NOON)

    assert not Unit.objects.get(pk=first.pk).statements.exists()


def test_nothing_to_move_is_said(bank, owner):
    first, _ = bank.units.all()

    with pytest.raises(NotPossible, match="it is there already"):
        move_statements(list(first.statements.all()), first, by=owner, now=NOON)
