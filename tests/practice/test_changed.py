"""“This changed”: told once, at the first answer after the change."""

from __future__ import annotations

from datetime import timedelta

import pytest

from questions.authoring.change import Change, Log, Rewritten, change_fact
from questions.models import Correction
from questions.practice.cards import draw
from questions.practice.changed import changed_before
from questions.practice.corrections import correct
from questions.practice.facts import strengthen
from questions.practice.review import record_review
from tests.factories import NOON, make_facts, make_learner

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)
OPTIONS = ("Ferrol", "Gorham", "Selby", "Oskin")


@pytest.fixture
def fact():
    return make_facts(6)[0]


@pytest.fixture
def ada():
    return make_learner()


def answer(ada, fact, now, *, gave_up=False):
    fact.refresh_from_db()
    return record_review(ada, draw(ada, fact, now=now), given=fact.answer, gave_up=gave_up, now=now)


def move(fact, to, now, change=Change.ANSWER, why=""):
    written = Rewritten(f"Camp 0 stood at [{to}](place:where).", prompts=("Where?",), options=OPTIONS)
    change_fact(fact, written, change=change, now=now, log=Log(why=why))


def test_it_is_told_at_the_first_answer_after_it_and_never_again(ada, fact):
    old = fact.answer
    before = answer(ada, fact, NOON)
    move(fact, "Tarnholm", NOON + DAY, why="The map was wrong.")

    first = answer(ada, fact, NOON + 2 * DAY, gave_up=True)
    second = answer(ada, fact, NOON + 3 * DAY)

    told = changed_before(ada, first)
    assert (told.was, told.now, told.since, told.why) == (old, "Tarnholm", NOON + DAY, "The map was wrong.")
    assert changed_before(ada, before) is None
    assert changed_before(ada, second) is None


def test_after_an_undo_it_is_told_with_the_answer_given_again(ada, fact):
    answer(ada, fact, NOON)
    move(fact, "Tarnholm", NOON + DAY)
    undone = answer(ada, fact, NOON + 2 * DAY)
    correct(ada, undone, Correction.Act.UNDO, now=NOON + 2 * DAY)

    again = answer(ada, fact, NOON + 2 * DAY + timedelta(minutes=1))

    assert changed_before(ada, again).now == "Tarnholm"


def test_a_wording_and_somebody_elses_change_are_not_told(ada, fact):
    answer(ada, fact, NOON)
    move(fact, fact.answer, NOON + DAY, change=Change.WORDING)
    bob = make_learner("bob")

    assert changed_before(ada, answer(ada, fact, NOON + 2 * DAY)) is None
    move(fact, "Tarnholm", NOON + 3 * DAY)
    assert changed_before(bob, answer(bob, fact, NOON + 4 * DAY)) is None


def test_an_ordinary_answer_costs_no_query(ada, fact, django_assert_num_queries):
    answer(ada, fact, NOON)
    review = answer(ada, fact, NOON + 5 * DAY)

    with django_assert_num_queries(0):
        assert changed_before(ada, review) is None


def test_a_change_that_is_taken_back_is_not_told_and_leaves_what_was_known(ada, fact):
    old = fact.answer
    answer(ada, fact, NOON)
    known = ada.memories.get()
    move(fact, "Tarnholm", NOON + DAY)
    move(fact, old, NOON + DAY, change=Change.WORDING)

    assert strengthen([fact], weakened_at=NOON + DAY, made_by=ada, now=NOON + 2 * DAY) == 1

    after = ada.memories.get()
    assert (after.stability, after.rung, after.due) == (known.stability, known.rung, known.due)
    assert list(Correction.objects.values_list("act", flat=True)) == ["changed", "regrade"]
    assert changed_before(ada, answer(ada, fact, NOON + 3 * DAY)) is None
