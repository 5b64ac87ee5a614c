"""The day on which a fact comes back: spread, decided once, logged, and kept by a replay."""

from collections import Counter
from datetime import timedelta

import pytest

from questions.models import DueMove, Memory, Review
from questions.practice.breaks import plan_break
from questions.practice.corrections import correct, regrade
from questions.practice.decisions import move, settled
from questions.practice.load import fuzz_range
from tests.factories import MONDAY, make_facts, make_learner, make_memory

from .sitting import ask, assert_memory_is_replay, at, memory, respond

pytestmark = pytest.mark.django_db


@pytest.fixture
def learner(db):
    """One whose days are kept even, as they are for everybody who does not turn it off."""
    return make_learner(is_load_even=True)


def due_after(learner, fact, now):
    review = ask(learner, fact, now)
    return (review.due_after - review.day).days, review.interval


def test_facts_due_together_come_back_on_different_days(learner):
    facts = make_facts(40, kinds={"choice"})  # what is only chosen is never a probe, so that all prove the same
    for fact in facts:
        make_memory(learner, fact)

    found = Counter(due_after(learner, fact, at(seconds=place)) for place, fact in enumerate(facts))

    [interval] = {interval for _, interval in found}
    low, high = fuzz_range(interval)
    assert {days for days, _ in found} == set(range(low, high + 1))
    assert max(found.values()) <= 2 * 40 / (1 + high - low)


def test_the_same_fact_answered_by_the_same_learner_is_drawn_alike(learner):
    [fact] = make_facts(1, kinds={"choice"})
    make_memory(learner, fact)
    first = due_after(learner, fact, at())
    correct(learner, Review.objects.get(), "undo", now=at())
    Memory.objects.all().delete()
    make_memory(learner, fact, version=9)

    assert due_after(learner, fact, at(seconds=5)) == first


def test_what_was_decided_is_kept_by_a_replay(learner):
    [fact] = make_facts(1)
    for day in (0, 3, 20, 60):
        ask(learner, fact, at(days=day))

    assert_memory_is_replay(learner, fact)
    assert memory(learner, fact).due == Review.objects.last().due_after


def test_an_answer_in_a_quiz_is_spread_too(learner):
    facts = make_facts(12)
    for fact in facts:
        make_memory(learner, fact)

    days = {respond(learner, fact, at()).due_after for fact in facts}

    assert len(days) > 3


def test_turned_off_it_comes_back_to_the_day():
    learner = make_learner(is_load_even=False)
    [fact] = make_facts(1)
    make_memory(learner, fact)

    days, interval = due_after(learner, fact, at())

    assert days == interval


def test_nothing_is_due_in_a_planned_break():
    away = {"away_from": MONDAY, "away_until": MONDAY + timedelta(days=20)}
    learner = make_learner(is_load_even=False, **away)
    [fact] = make_facts(1)

    assert 21 <= due_after(learner, fact, at())[0] <= 27


def test_a_moved_due_day_is_kept_by_a_replay(learner):
    [fact] = make_facts(1)
    ask(learner, fact, at())
    decided = memory(learner, fact).due

    assert move(memory(learner, fact), decided + timedelta(days=5), reason="away", day=MONDAY, now=at(seconds=9))

    assert memory(learner, fact).due == decided + timedelta(days=5)
    assert_memory_is_replay(learner, fact)


def test_a_move_ends_with_the_next_answer_and_with_the_undoing_of_the_last(learner):
    [fact] = make_facts(1)
    review = ask(learner, fact, at())
    move(memory(learner, fact), MONDAY + timedelta(days=9), reason="neighbour", day=MONDAY, now=at(seconds=9))

    correct(learner, review, "undo", now=at(seconds=20))

    assert memory(learner, fact).due is None
    ask(learner, fact, at(days=1))
    assert_memory_is_replay(learner, fact)


def test_a_clock_that_went_back_does_not_put_a_move_before_its_answer(learner):
    [fact] = make_facts(1)
    ask(learner, fact, at(seconds=600))

    move(memory(learner, fact), MONDAY + timedelta(days=9), reason="away", day=MONDAY, now=at())

    assert_memory_is_replay(learner, fact)


@pytest.mark.parametrize("seconds", [60, 0], ids=["the same instant", "a clock gone back"])
def test_an_answer_comes_after_a_move_that_was_made_before_it(learner, seconds):
    [fact] = make_facts(1)
    ask(learner, fact, at(days=-1))
    due = memory(learner, fact).due
    move(memory(learner, fact), due + timedelta(days=9), reason="away", day=MONDAY, now=at(seconds=60))

    answered = ask(learner, fact, at(seconds=seconds), right=False)

    assert answered.due_after == memory(learner, fact).due == MONDAY + timedelta(days=1)
    assert_memory_is_replay(learner, fact)


def test_a_move_to_where_it_is_or_of_what_was_never_met_is_none(learner):
    [fact] = make_facts(1)
    held = make_memory(learner, fact)

    assert not move(held, held.due, reason="away", day=MONDAY, now=at())
    held.due = None
    assert not move(held, MONDAY, reason="away", day=MONDAY, now=at())
    assert not DueMove.objects.exists()


def test_of_two_who_write_at_once_the_second_moves_nothing(learner):
    [fact] = make_facts(1)
    ask(learner, fact, at())
    stale = memory(learner, fact)
    ask(learner, fact, at(days=5))

    assert not move(stale, MONDAY + timedelta(days=50), reason="away", day=MONDAY, now=at(days=5))
    assert not DueMove.objects.exists()
    assert_memory_is_replay(learner, fact)


def climbed(learner, facts):
    """Right on the days 0 and 2, wrong on 13; right then it would last 46 days (py-fsrs 6.3.2, defaults)."""
    for day in (0, 2):
        for fact in facts:
            ask(learner, fact, at(days=day))
    return [ask(learner, fact, at(days=13), right=False) for fact in facts]


def test_a_corrected_answer_is_spread_as_any_other_and_its_day_is_logged(learner):
    facts = make_facts(12, kinds={"typed"})
    for review in climbed(learner, facts):
        correct(learner, review, "claim", now=at(days=13, seconds=9))

    days = [(memory(learner, fact).due - at(days=13).date()).days for fact in facts]

    low, high = fuzz_range(46)
    assert len({*days}) > 3
    assert all(low <= day <= high for day in days)
    moves = DueMove.objects.filter(reason="corrected")
    assert {move.fact_id: (move.due_to - at(days=13).date()).days for move in moves} == {
        fact.pk: day for fact, day in zip(facts, days, strict=True) if day != 46
    }
    for fact in facts:
        assert_memory_is_replay(learner, fact)


def test_a_correction_said_again_later_finds_the_day_that_was_decided(learner):
    [fact] = make_facts(1, kinds={"typed"})
    [review] = climbed(learner, [fact])
    correct(learner, review, "claim", now=at(days=13, seconds=9))
    decided = memory(learner, fact).due
    regrade(review, outcome="wrong", made_by=None, now=at(days=14))
    assert memory(learner, fact).due == review.due_after

    regrade(review, outcome="correct", made_by=None, now=at(days=14, seconds=5))

    assert memory(learner, fact).due == decided
    assert_memory_is_replay(learner, fact)


def test_a_corrected_answer_does_not_come_back_in_a_planned_break(learner):
    [fact] = make_facts(1, kinds={"typed"})
    [review] = climbed(learner, [fact])
    plan_break(learner, at(days=20).date(), at(days=70).date(), now=at(days=13, seconds=5))

    correct(learner, review, "claim", now=at(days=13, seconds=9))

    assert memory(learner, fact).due > at(days=70).date()
    assert_memory_is_replay(learner, fact)


def test_of_an_answer_given_twice_a_day_the_second_comes_back_on_a_drawn_day_once_the_first_is_undone(learner):
    facts = make_facts(12, kinds={"typed"})
    for review in climbed(learner, facts):
        ask(learner, review.fact, at(days=13, seconds=60))
        correct(learner, review, "undo", now=at(days=13, seconds=90))

    assert len({memory(learner, fact).due for fact in facts}) > 3
    for fact in facts:
        assert_memory_is_replay(learner, fact)


def test_an_answer_that_was_not_corrected_costs_no_decision(learner):
    [fact] = make_facts(1, kinds={"typed"})
    climbed(learner, [fact])
    due = memory(learner, fact).due

    kept = settled(learner, fact, day=at(days=14).date(), now=at(days=14))

    assert kept.due == due
    assert not DueMove.objects.exists()
