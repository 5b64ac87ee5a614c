"""Facts that keep slipping: which they are, how they are asked, and a word to whoever keeps the bank."""

from datetime import timedelta
from itertools import pairwise

import pytest

from questions.models import Report
from questions.practice.cards import draw
from questions.practice.facts import facts_of
from questions.practice.leeches import another_kind, propose_rewrite, slips
from questions.vocabulary import Kind
from tests.factories import MONDAY, NOON, make_facts, make_memory

from .sitting import ask, at, memory

pytestmark = pytest.mark.django_db

SLIPPED = {"lapse_count": 6, "stability": 20.9}


@pytest.mark.parametrize(
    ("fields", "is_one"),
    [
        (SLIPPED, True),
        (SLIPPED | {"lapse_count": 5}, False),
        (SLIPPED | {"stability": 21.0}, False),  # it was hard, and holds now
    ],
)
def test_a_fact_slips_that_was_forgotten_six_times_and_does_not_hold(learner, fields, is_one):
    held = make_memory(learner, make_facts(1)[0], **fields)

    assert slips(held) is is_one
    assert list(facts_of(learner, day=MONDAY, state="slipping")) == [held] * is_one


def test_six_lapses_by_the_log_make_it_slip(learner):
    [fact] = make_facts(1)
    ask(learner, fact, at())
    for day in range(1, 7):
        ask(learner, fact, at(days=day), right=False)

    assert slips(memory(learner, fact))


def test_it_is_asked_in_another_kind_each_time(learner):
    [fact] = make_facts(1)
    held = make_memory(learner, fact, **SLIPPED)
    kinds = []
    for version in range(20, 26):
        held.version = version
        held.save()
        card = draw(learner, fact, now=NOON)
        assert draw(learner, fact, now=NOON) == card
        kinds += [] if card.is_probe else [card.kind]

    assert {*kinds} == {Kind.CHOICE, Kind.CLOZE, Kind.TYPED}
    assert all(one != other for one, other in pairwise(kinds))


@pytest.mark.parametrize(
    ("kinds", "asked"),
    [
        ({Kind.TYPED}, [(Kind.TYPED, 2)] * 2),
        ({Kind.RECALL, Kind.CHOICE}, [(Kind.CHOICE, 0), (Kind.RECALL, 2)]),
    ],
)
def test_all_kinds_that_a_fact_has_take_turns(kinds, asked):
    assert [another_kind(kinds, version) for version in (4, 5)] == asked


def test_a_better_wording_is_asked_for_once(learner):
    [fact] = make_facts(1)
    review = ask(learner, fact, NOON, right=False)

    report = propose_rewrite(learner, fact, note="Say which camp.", now=at(seconds=5))
    again = propose_rewrite(learner, fact, note="Again.", now=at(seconds=9))

    assert again == report == Report.objects.get()
    assert (report.reason, report.question, report.note) == ("rewrite", review.question, "Say which camp.")


def test_a_fact_never_answered_cannot_be_found_hard(learner):
    assert propose_rewrite(learner, make_facts(1)[0], note="", now=NOON) is None


def test_it_is_found_until_it_holds(learner):
    [fact] = make_facts(1)
    make_memory(learner, fact, **SLIPPED, due=MONDAY, last_day=MONDAY - timedelta(days=20))

    ask(learner, fact, NOON)

    assert not slips(memory(learner, fact))
