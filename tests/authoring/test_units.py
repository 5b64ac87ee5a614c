"""Units under several editors: what one has seen guards what the other has done since."""

import pytest

from questions.authoring.acts import NotPossible
from questions.authoring.undo import redo, undo
from questions.authoring.units import StaleUnit, add_unit, move_unit, remove_unit, rename_unit
from questions.models import DeskAct
from tests.factories import NOON, make_learner, make_unit

from .drafted import make_desk

pytestmark = pytest.mark.django_db


@pytest.fixture
def mira():
    return make_learner("mira")


@pytest.fixture
def ben():
    return make_learner("ben")


@pytest.fixture
def bank(mira):
    """Three empty units beside each other."""
    bank = make_desk(mira)
    for key in ("second", "third"):
        make_unit(bank, key, key.title())
    return bank


def titles(bank):
    return [unit.title for unit in bank.units.current()]


def test_a_title_is_given_where_the_one_seen_still_stands(bank, ben):
    rename_unit(bank.units.first(), "Voyage", was="The journey", by=ben, now=NOON)
    assert titles(bank) == ["Voyage", "Second", "Third"]


def test_of_two_who_rename_one_unit_the_second_is_told_of_the_first(bank, mira, ben):
    unit, again = bank.units.first(), bank.units.first()
    rename_unit(unit, "Voyage", was="The journey", by=mira, now=NOON)
    with pytest.raises(StaleUnit) as stale:
        rename_unit(again, "Crossing", was="The journey", by=ben, now=NOON)
    assert str(stale.value) == (
        "mira renamed “The journey” to “Voyage” in the meantime. Nothing was overwritten. Your title was “Crossing”."
    )
    assert (titles(bank)[0], DeskAct.objects.count()) == ("Voyage", 1)


def test_who_undid_a_title_is_named_too(bank, mira, ben):
    unit = bank.units.first()
    rename_unit(unit, "Voyage", was="The journey", by=mira, now=NOON)
    rename_unit(unit, "Crossing", was="Voyage", by=ben, now=NOON)
    undo(bank, ben, now=NOON)
    with pytest.raises(StaleUnit, match=r"^ben renamed “Crossing” to “Voyage”"):
        rename_unit(unit, "Landfall", was="Crossing", by=mira, now=NOON)


def test_a_unit_that_was_removed_is_not_renamed(bank, mira, ben):
    unit, again = bank.units.last(), bank.units.last()
    remove_unit(unit, was="Third", by=mira, now=NOON)
    with pytest.raises(StaleUnit, match=r"^mira removed “Third” in the meantime"):
        rename_unit(again, "Fourth", was="Third", by=ben, now=NOON)


def test_a_unit_that_was_renamed_is_not_removed(bank, mira, ben):
    unit, again = bank.units.last(), bank.units.last()
    rename_unit(unit, "Afterwards", was="Third", by=mira, now=NOON)
    with pytest.raises(StaleUnit, match=r"^mira renamed “Third” to “Afterwards”"):
        remove_unit(again, was="Third", by=ben, now=NOON)
    assert titles(bank) == ["The journey", "Second", "Afterwards"]


def test_a_unit_goes_past_the_neighbour_that_was_seen(bank, mira):
    first, second, third = bank.units.current()
    move_unit(second, up=True, past=first.pk, by=mira, now=NOON)
    move_unit(first, up=False, past=third.pk, by=mira, now=NOON)
    assert titles(bank) == ["Second", "Third", "The journey"]


def test_of_two_who_move_one_unit_the_second_moves_nothing(bank, mira, ben):
    first, second, third = bank.units.current()
    move_unit(second, up=True, past=first.pk, by=mira, now=NOON)
    for up, past in ((True, first), (False, third)):
        with pytest.raises(StaleUnit, match=r"^mira changed the order in the meantime"):
            move_unit(second, up=up, past=past.pk, by=ben, now=NOON)
    assert titles(bank) == ["Second", "The journey", "Third"]


def test_the_ends_of_the_list_are_named(bank, mira):
    first, *_, last = bank.units.current()
    with pytest.raises(NotPossible, match="“The journey” is the first unit already"):
        move_unit(first, up=True, past=None, by=mira, now=NOON)
    with pytest.raises(NotPossible, match="“Third” is the last unit already"):
        move_unit(last, up=False, past=None, by=mira, now=NOON)


def test_an_order_that_somebody_else_changed_is_neither_undone_nor_done_again(bank, mira, ben):
    first, second, third = bank.units.current()
    move_unit(second, up=True, past=first.pk, by=mira, now=NOON)
    move_unit(third, up=True, past=first.pk, by=ben, now=NOON)
    with pytest.raises(NotPossible, match="Somebody changed the same unit since"):
        undo(bank, mira, now=NOON)
    undo(bank, ben, now=NOON)
    undo(bank, mira, now=NOON)
    move_unit(third, up=True, past=second.pk, by=ben, now=NOON)
    with pytest.raises(NotPossible, match="Somebody changed the same unit since"):
        redo(bank, mira, now=NOON)
    assert titles(bank) == ["The journey", "Third", "Second"]


def test_two_units_of_one_title_have_keys_of_their_own(bank, mira, ben):
    assert [add_unit(bank, "Later", by=who, now=NOON).key for who in (mira, ben)] == ["later", "later-2"]
