"""Two at one desk at the same moment, on a database that runs them side by side."""

from __future__ import annotations

import pytest

from questions.authoring.accept import accept
from questions.authoring.acts import StaleDraft
from questions.authoring.blanks import blanks_of
from questions.authoring.edit import Written, edit
from questions.authoring.undo import redo, undo
from questions.authoring.units import StaleUnit, add_unit, rename_unit
from questions.models import Draft, Unit
from tests.assignments.test_races import one_within_the_other, refused
from tests.factories import NOON, make_learner

from .drafted import add_four, make_desk

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]


@pytest.mark.parametrize("again", [False, True])
def test_what_is_undone_or_done_again_never_goes_over_what_another_settles_at_that_moment(again):
    mira, ben = make_learner("mira"), make_learner("ben")
    bank = make_desk(mira)
    draft = add_four(bank)[0]
    edit(draft, Written(draft.text, tuple(blanks_of(draft)), explanation="Hm."), by=mira, version=1, now=NOON)
    if again:
        undo(bank, mira, now=NOON)
    seen = Draft.objects.select_related("bank", "passage", "unit").get(pk=draft.pk)

    _, met = one_within_the_other(
        lambda: accept(seen, by=ben, version=seen.version, now=NOON),
        refused(lambda: (redo if again else undo)(bank, mira, now=NOON), StaleDraft),
    )

    assert isinstance(met, StaleDraft)
    assert Draft.objects.get(pk=draft.pk).state == "accepted"


def test_of_two_who_rename_a_unit_at_one_moment_the_second_is_refused():
    mira, ben = make_learner("mira"), make_learner("ben")
    unit = make_desk(mira).units.first()

    def rename(title, by):
        return rename_unit(Unit.objects.get(pk=unit.pk), title, was="The journey", by=by, now=NOON)

    _, met = one_within_the_other(lambda: rename("Voyage", mira), refused(lambda: rename("Crossing", ben), StaleUnit))

    assert isinstance(met, StaleUnit)
    assert Unit.objects.get().title == "Voyage"


def test_two_units_added_at_one_moment_have_keys_and_places_of_their_own():
    mira, ben = make_learner("mira"), make_learner("ben")
    bank = make_desk(mira)

    one_within_the_other(*[lambda by=by: add_unit(bank, "Later", by=by, now=NOON) for by in (mira, ben)])

    assert list(bank.units.values_list("key", "position"))[1:] == [("later", 1), ("later-2", 2)]
