"""Two at one desk at the same moment, on a database that runs them side by side."""

from __future__ import annotations

import pytest

from questions.authoring.accept import accept
from questions.authoring.acts import StaleDraft
from questions.authoring.blanks import blanks_of
from questions.authoring.edit import Written, edit
from questions.authoring.undo import redo, undo
from questions.models import Draft
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
