"""Whoever gives B's answer for A is shown both, and is asked both soon."""

from datetime import timedelta

import pytest

from questions.models import DueMove
from questions.practice.cards import draw
from questions.practice.corrections import correct
from questions.practice.neighbours import neighbour_of, taken_for
from questions.practice.review import record_review
from questions.vocabulary import Kind
from tests.factories import MONDAY, NOON, add_statement, make_bank, make_facts, make_memory, make_unit, place_name

from .sitting import ask, assert_memory_is_replay, at, memory, sit_quiz

pytestmark = pytest.mark.django_db


@pytest.fixture
def places(db):
    return make_facts(3, kinds={Kind.TYPED})


def give(learner, fact, given, now=NOON):
    return record_review(learner, draw(learner, fact, now=now), given=given, now=now)


def test_the_answer_of_another_fact_is_recorded_and_both_come_soon(learner, places):
    ask(learner, places[1], at(days=-9))
    ask(learner, places[1], at(days=-7))
    assert memory(learner, places[1]).due == MONDAY + timedelta(days=4)  # py-fsrs: Good, Good two days later: 11 days

    review = give(learner, places[0], places[1].answer.upper())

    assert review.mistaken_for == places[1]
    assert memory(learner, places[1]).due == MONDAY + timedelta(days=1)
    assert_memory_is_replay(learner, places[1])
    assert_memory_is_replay(learner, places[0])


def test_a_neighbour_that_comes_tomorrow_anyway_is_not_moved(learner, places):
    make_memory(learner, places[1], due=MONDAY + timedelta(days=1))

    give(learner, places[0], places[1].answer)

    assert not DueMove.objects.exists()


def test_a_neighbour_far_away_is_due_tomorrow(learner, places):
    make_memory(learner, places[1], due=MONDAY + timedelta(days=40))

    give(learner, places[0], places[1].answer)

    assert memory(learner, places[1]).due == MONDAY + timedelta(days=1)
    assert DueMove.objects.get().reason == DueMove.Reason.NEIGHBOUR


@pytest.mark.parametrize("fields", [{"is_suspended": True}, {"stability": None, "difficulty": None, "last_day": None}])
def test_what_is_put_away_or_was_never_met_is_left_alone(learner, places, fields):
    held = make_memory(learner, places[1], due=MONDAY + timedelta(days=40))
    for name, value in fields.items():
        setattr(held, name, value)
    held.save()

    review = give(learner, places[0], places[1].answer)

    assert review.mistaken_for == places[1]
    assert memory(learner, places[1]).due == MONDAY + timedelta(days=40)


@pytest.mark.parametrize("given", ["Atlantis", place_name(0)])
def test_a_stray_answer_and_a_right_one_are_nobodys(learner, places, given):
    assert give(learner, places[0], given).mistaken_for is None


def test_a_fact_of_another_type_or_bank_is_no_neighbour(learner, places):
    [year] = add_statement(make_unit(places[0].bank, "more"), "It was [Quaywick](term:name).", kinds={Kind.TYPED})
    [far] = add_statement(make_unit(make_bank("far", "Far")), "It was [Barbrook](place:where).", kinds={Kind.TYPED})

    assert neighbour_of(learner, places[0], kind=Kind.TYPED, given=year.answer) is None
    assert neighbour_of(learner, places[0], kind=Kind.TYPED, given=far.answer) is None


def test_of_several_with_that_answer_it_is_the_one_that_was_met(learner, places):
    unit = make_unit(places[0].bank, "again")
    [same] = add_statement(unit, f"Twice at [{places[1].answer}](place:where).", kinds={Kind.TYPED})
    make_memory(learner, same)

    assert neighbour_of(learner, places[0], kind=Kind.TYPED, given=places[1].answer) == same


@pytest.mark.parametrize("kind", [Kind.RECALL, Kind.TRUE_FALSE])
def test_what_is_no_answer_word_for_word_names_no_neighbour(learner, places, kind):
    assert neighbour_of(learner, places[0], kind=kind, given=places[1].answer) is None


def test_what_a_fact_was_taken_for_is_told_the_most_often_first(learner, places):
    give(learner, places[0], places[2].answer, at())
    give(learner, places[0], places[1].answer, at(seconds=9))
    last = give(learner, places[0], places[1].answer, at(seconds=18))
    assert taken_for(learner, places[0], now=at(seconds=20)) == [places[1], places[2]]

    correct(learner, last, "undo", now=at(seconds=20))
    correct(learner, give(learner, places[0], places[1].answer, at(seconds=30)), "claim", now=at(seconds=31))
    sit_quiz(learner, [places[2]], begun=at(seconds=40))

    assert taken_for(learner, places[0], now=at(seconds=60)) == [places[1]]


FAR, SOON = MONDAY + timedelta(days=40), MONDAY + timedelta(days=1)


@pytest.mark.parametrize("act", ["undo", "claim"])
def test_an_answer_taken_back_or_right_after_all_lets_its_neighbour_go(learner, places, act):
    make_memory(learner, places[1], due=FAR)
    review = give(learner, places[0], places[1].answer)
    assert memory(learner, places[1]).due == SOON

    correct(learner, review, act, now=at(seconds=5))

    assert memory(learner, places[1]).due == FAR
    moves = [(each.reason, each.due_from, each.due_to) for each in DueMove.objects.filter(fact=places[1])]
    assert moves == [("neighbour", FAR, SOON), ("corrected", SOON, FAR)]
    assert_memory_is_replay(learner, places[0])


def test_a_neighbour_mixed_up_in_another_answer_too_stays_till_both_are_undone(learner, places):
    make_memory(learner, places[1], due=FAR)
    first = give(learner, places[0], places[1].answer)
    second = give(learner, places[2], places[1].answer, now=at(seconds=5))

    correct(learner, first, "undo", now=at(seconds=6))
    assert memory(learner, places[1]).due == SOON

    correct(learner, second, "undo", now=at(seconds=7))
    assert memory(learner, places[1]).due == FAR


def test_a_neighbour_answered_since_keeps_what_that_answer_decided(learner, places):
    make_memory(learner, places[1], due=FAR, last_day=MONDAY - timedelta(days=3))
    review = give(learner, places[0], places[1].answer)
    ask(learner, places[1], at(seconds=5))
    decided = memory(learner, places[1]).due

    correct(learner, review, "undo", now=at(seconds=9))

    assert memory(learner, places[1]).due == decided


def test_mixed_up_again_after_an_undo_it_comes_soon_again(learner, places):
    make_memory(learner, places[1], due=FAR)
    correct(learner, give(learner, places[0], places[1].answer), "undo", now=at(seconds=5))

    give(learner, places[0], places[1].answer, now=at(seconds=9))

    assert memory(learner, places[1]).due == SOON
