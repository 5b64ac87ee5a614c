"""What waits for a person in the banks they keep: drafts, changes of a document, reports of learners."""

from __future__ import annotations

import pytest
from django.utils import timezone

from questions.authoring.attention import waiting_for, with_waiting
from questions.models import Bank, Editor
from tests.authoring.drafted import add_four, make_desk
from tests.authoring.test_flags import report_on
from tests.factories import make_facts, make_learner

pytestmark = pytest.mark.django_db


@pytest.fixture
def mira():
    return make_learner("mira")


def seen(banks):
    return [(one.key, one.drafts_waiting, one.changes_waiting, one.reports_waiting) for one in banks]


def test_reports_come_before_drafts_and_what_is_decided_is_not_counted(mira):
    drafts = add_four(make_desk(mira))
    drafts[0].state = "rejected"
    drafts[0].save()
    facts = make_facts(2)
    Bank.objects.filter(pk=facts[0].bank_id).update(owner=mira)
    report_on(facts[0], make_learner())

    assert seen(waiting_for(mira)) == [("orin", 0, 0, 1), ("lake", 3, 0, 0)]


def test_nothing_waits_for_others_nor_in_the_archive(mira):
    bank = make_desk(mira)
    add_four(bank)
    eve = make_learner("eve")

    assert seen(waiting_for(eve)) == []
    assert seen(with_waiting(Bank.objects.all(), eve)) == [("lake", 0, 0, 0)]
    Editor.objects.create(bank=bank, person=eve, invited_at=timezone.now())
    assert seen(waiting_for(eve)) == [("lake", 4, 0, 0)]
    Bank.objects.update(archived_at=timezone.now())
    assert seen(waiting_for(eve)) == []
