"""Reports of learners and the answers to them."""

from __future__ import annotations

from datetime import timedelta

import pytest

from questions.authoring.flags import keeps, news_for, resolve, waiting
from questions.models import Bank, Report
from tests.factories import NOON, make_bank, make_facts, make_learner

pytestmark = pytest.mark.django_db


def report_on(fact, learner, **fields):
    question = fact.questions.first()
    return Report.objects.create(
        **{"learner": learner, "question": question, "reason": "unclear", "made_at": NOON} | fields
    )


def test_reports_wait_in_the_order_of_teaching():
    first, second = make_facts(2)
    ada = make_learner()
    late, early = report_on(second, ada), report_on(first, ada, made_at=NOON + timedelta(hours=1))

    assert list(waiting(first.bank)) == [early, late]


def test_an_answered_report_waits_no_more_and_keeps_its_first_answer():
    fact = make_facts(1)[0]
    found = report_on(fact, make_learner())

    assert resolve(found, " Mended, thank you. ", now=NOON)
    assert not resolve(Report.objects.get(), "Another word.", now=NOON)
    assert (Report.objects.get().resolution, list(waiting(fact.bank))) == ("Mended, thank you.", [])


def test_an_answer_is_news_for_its_learner_for_a_week():
    fact, ada = make_facts(1)[0], make_learner()
    found = report_on(fact, ada)
    resolve(found, "Mended.", now=NOON)

    assert list(news_for(ada, now=NOON + timedelta(days=7))) == [found]
    assert list(news_for(ada, now=NOON + timedelta(days=8))) == []
    assert list(news_for(make_learner("eve"), now=NOON)) == []


@pytest.mark.parametrize("visibility", list(Bank.Visibility))
@pytest.mark.parametrize("is_shipped", [True, False])
def test_who_keeps_a_bank_is_the_same_with_and_without_a_query(visibility, is_shipped):
    owner, other, staff = make_learner(), make_learner("eve"), make_learner("root", is_staff=True)
    bank = make_bank(owner=owner, visibility=visibility, is_shipped=is_shipped)

    for user in (owner, other, staff):
        assert keeps(user, bank) == Bank.objects.kept_by(user).filter(pk=bank.pk).exists()
    assert not keeps(other, bank)
