"""Units: the same thing counted, in other words or with more of them."""

import pytest

from questions.text.units import is_mistyped_unit, same_unit


@pytest.mark.parametrize(
    ("asked", "given"),
    [
        ("troops", ""),
        ("troops", "troop"),
        ("troops", "soldiers"),
        ("troops", "japanese troops"),
        ("american troops", "troops"),
        ("metres", "m"),
        ("people", "inhabitants"),
        ("rubles", "roubles"),
        ("", "divisions"),
        ("percent", "percent of the army"),
    ],
)
def test_a_unit_may_be_left_out_or_named_otherwise(asked, given):
    assert same_unit(asked, given) is True


@pytest.mark.parametrize(
    ("asked", "given"),
    [
        ("troops", "horses"),
        ("american troops", "japanese troops"),
        ("", "percent"),
        ("troops", "percent"),
        ("kilometres", "miles"),
        ("years", "months"),
    ],
)
def test_another_unit_is_not_the_same(asked, given):
    assert same_unit(asked, given) is False


def test_a_slip_in_a_unit_is_one_edit_from_five_letters():
    assert is_mistyped_unit("troops", "trops") is True
    assert is_mistyped_unit("troops", "horses") is False
    assert is_mistyped_unit("tons", "tuns") is False
