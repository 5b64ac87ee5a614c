"""Accepting many at once: the same few queries however many there are, and only what could be asked."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from questions.authoring.accept import accept, accept_above
from questions.authoring.undo import undo
from questions.models import Draft, Fact, Question
from tests.authoring.drafted import add_draft, make_desk
from tests.factories import NOON, make_learner

pytestmark = pytest.mark.django_db


def camps(bank, count):
    """So many drafts that differ in every way."""
    for number in range(count):
        add_draft(
            bank,
            f"Camp {number} of the crossing was pitched in [{1700 + number}](date:b1).",
            prompt=f"In which year was camp {number} of the crossing pitched?",
        )


def every(bank):
    return list(Draft.objects.of_bank(bank).select_related("bank", "passage", "unit"))


def counted(act):
    with CaptureQueriesContext(connection) as asked:
        act()
    return len(asked)


def test_accepting_and_undoing_cost_about_the_same_queries_for_five_and_for_eighty():
    owner = make_learner()
    costs = []
    for count in (5, 80):
        bank = make_desk(owner, f"lake{count}")
        camps(bank, count)
        costs.append(
            [
                counted(lambda bank=bank: accept_above(every(bank), by=owner, score=0, now=NOON)),
                counted(lambda bank=bank: undo(bank, owner, now=NOON)),
            ]
        )

    assert costs[1] == pytest.approx(costs[0], abs=4)  # rows are written in batches
    assert max(costs[0]) < 40


def test_of_two_that_ask_the_same_and_want_other_answers_none_is_accepted():
    owner = make_learner()
    bank = make_desk(owner)
    for year in (1871, 1872):
        add_draft(bank, f"The long bridge was built in [{year}](date:b1).", prompt="When was the long bridge built?")

    assert accept_above(every(bank), by=owner, score=0, now=NOON) == 0


def test_what_moved_on_since_it_was_read_is_left_alone():
    owner = make_learner()
    bank = make_desk(owner)
    camps(bank, 2)
    read = every(bank)
    Draft.objects.filter(pk=read[0].pk).update(version=5, state="rejected")

    accept_above(read, by=owner, score=0, now=NOON)

    assert list(Draft.objects.order_by("pk").values_list("state", "version")) == [("rejected", 5), ("accepted", 2)]


def test_a_full_pool_stays_as_it_is_when_another_fact_comes():
    owner = make_learner()
    bank = make_desk(owner)
    camps(bank, 12)
    first, *others, last = every(bank)
    for draft in (first, *others):
        accept(draft, by=owner, version=1, now=NOON)

    accept(last, by=owner, version=1, now=NOON)

    rows = Question.objects.filter(kind="choice", fact__in=Fact.objects.filter(answer__in=["1700", "1704"]))
    assert {len(row.distractors) for row in rows.filter(is_current=True)} == {4}
    assert not any("1711" in row.distractors for row in rows)
