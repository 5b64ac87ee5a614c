"""One answer: counted once, refused when stale, logged with what was believed."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from questions.models import Memory, Review
from questions.practice.cards import draw, open_card, sign
from questions.practice.facts import suspend
from questions.practice.review import StaleAnswer, record_review
from questions.practice.scheduler import review as fsrs_review
from questions.vocabulary import Kind, Outcome, Rating
from tests.factories import (
    MONDAY,
    NOON,
    make_facts,
    make_memory,
    make_study,
)

from .sitting import answer, ask, assert_memory_is_replay, at, memory

pytestmark = pytest.mark.django_db


def test_a_first_right_choice_is_the_golden_row(learner):
    [fact] = make_facts(1)

    review = ask(learner, fact, NOON)

    held = memory(learner, fact)
    assert (round(held.stability, 4), round(held.difficulty, 4)) == (0.5091, 4.2657)
    assert (held.due, held.last_day, held.rung, held.version) == (MONDAY + timedelta(days=1), MONDAY, 0, 1)
    assert (held.review_count, held.lapse_count) == (1, 0)
    assert (review.outcome, review.rating, review.guess_floor, review.ease, review.prior) == (
        *(Outcome.CORRECT, Rating.GOOD, 1 / 3, 0, 0.25),
    )
    assert (review.recall_before, review.stability_before, review.interval) == (None, None, 1)


def test_a_first_wrong_answer_is_again(learner):
    [fact] = make_facts(1)

    ask(learner, fact, NOON, right=False)

    held = memory(learner, fact)
    assert (held.stability, held.lapse_count, held.due) == (0.212, 0, MONDAY + timedelta(days=1))  # FSRS-6: w0


def test_what_was_believed_is_written_down(learner):
    [fact] = make_facts(1, kinds={Kind.CHOICE})
    make_memory(learner, fact, stability=2.3065, difficulty=2.1181, last_day=MONDAY, due=MONDAY + timedelta(days=2))

    review = ask(learner, fact, at(2), milliseconds=4200)

    assert round(review.recall_before, 4) == 0.9095  # the golden row
    assert review.success_before == pytest.approx(1 / 3 + 2 / 3 * 0.9095, abs=1e-4)
    assert (round(review.stability_after, 2), round(review.difficulty_after, 3)) == (9.68, 2.281)
    assert (review.stability_before, review.difficulty_before) == (2.3065, 2.1181)
    assert (review.rung_before, review.rung_after) == (0, 1)
    assert (review.due_before, review.interval, review.due_after) == (
        *(MONDAY + timedelta(days=2), 10, MONDAY + timedelta(days=12)),
    )
    assert (review.milliseconds, review.day, review.answered_at) == (4200, MONDAY + timedelta(days=2), at(2))
    assert (review.memory_version, memory(learner, fact).version) == (1, 2)


def test_the_same_answer_twice_is_one_review(learner):
    [fact] = make_facts(1)
    card = draw(learner, fact, now=NOON)

    first, second = answer(card, NOON), answer(card, at(seconds=1), right=False)

    assert first == second
    assert (Review.objects.count(), memory(learner, fact).version) == (1, 1)


def test_two_tabs_with_one_card_are_one_review(learner):
    [fact] = make_facts(1)
    here, there = (open_card(sign(draw(learner, fact, now=NOON)), learner) for _ in range(2))

    assert answer(here, NOON) == answer(there, at(seconds=30), right=False)
    assert memory(learner, fact).version == 1


def test_a_stale_answer_is_refused_with_the_same_facts_card_while_it_is_still_to_be_asked(learner):
    [fact] = make_facts(1)
    make_memory(learner, fact)
    card = draw(learner, fact, now=NOON)
    Memory.objects.update(version=5)

    with pytest.raises(StaleAnswer, match="elsewhere") as refused:
        answer(card, NOON)

    assert refused.value.card == draw(learner, fact, now=NOON)
    assert Review.objects.count() == 0


def test_a_stale_answer_to_a_fact_that_is_done_is_refused_with_the_next_card(learner):
    done, other = make_facts(2)
    make_study(learner, done.bank)
    ask(learner, done, NOON)
    stale = replace(draw(learner, done, now=NOON), memory_version=0, token="another")

    with pytest.raises(StaleAnswer) as refused:
        answer(stale, at(seconds=5))

    assert refused.value.card.fact == other


def test_a_stale_answer_at_the_end_of_the_day_has_no_card(learner):
    [fact] = make_facts(1)
    ask(learner, fact, NOON)
    stale = replace(draw(learner, fact, now=NOON), memory_version=0, token="another")

    with pytest.raises(StaleAnswer) as refused:
        answer(stale, at(seconds=5))

    assert refused.value.card is None


def test_only_the_first_answer_of_a_day_moves_the_memory(learner):
    [fact] = make_facts(1)
    ask(learner, fact, NOON, right=False)
    before = memory(learner, fact)

    repeat = ask(learner, fact, at(seconds=60))

    after = memory(learner, fact)
    assert (repeat.is_repeat, repeat.interval, repeat.stability_after) == (True, None, before.stability)
    assert (after.stability, after.due, after.review_count) == (before.stability, before.due, 1)
    assert after.version == before.version + 1


def test_a_day_that_turns_in_mid_session_makes_a_new_first_answer(learner):
    learner.time_zone = "Asia/Tokyo"
    learner.save()
    [fact] = make_facts(1)
    late, early = NOON.replace(hour=18, minute=59), NOON.replace(hour=19, minute=1)  # 3:59 and 4:01 in Tokyo

    one, two = ask(learner, fact, late), ask(learner, fact, early)

    assert (one.day, two.day) == (date(2026, 11, 2), date(2026, 11, 3))
    assert not two.is_repeat


def test_the_day_never_goes_back_when_the_time_zone_does(learner):
    learner.time_zone = "Pacific/Auckland"
    learner.save()
    facts = make_facts(2)
    one = ask(learner, facts[0], NOON.replace(hour=20))
    learner.time_zone = "America/Los_Angeles"
    learner.save()

    two = ask(learner, facts[1], NOON.replace(hour=21))
    again = ask(learner, facts[0], NOON.replace(hour=22))

    assert (one.day, two.day, again.day) == (date(2026, 11, 3),) * 3
    assert again.is_repeat
    assert_memory_is_replay(learner, facts[0])


def test_a_clock_that_runs_behind_does_not_change_the_order(learner):
    [fact] = make_facts(1)
    first = ask(learner, fact, NOON, right=False)

    second = ask(learner, fact, at(seconds=-30))

    assert second.answered_at == first.answered_at
    assert_memory_is_replay(learner, fact)


def test_giving_up_is_wrong_and_keeps_no_answer(learner):
    [fact] = make_facts(1)

    review = record_review(learner, draw(learner, fact, now=NOON), given="x", gave_up=True, now=NOON)

    assert (review.outcome, review.rating, review.given, review.gave_up) == (Outcome.WRONG, Rating.AGAIN, "", True)


def test_a_hint_makes_a_right_answer_hard_and_leaves_a_wrong_one_wrong(learner):
    right, wrong = make_facts(2, kinds={Kind.TYPED})

    hard = answer(replace(draw(learner, right, now=NOON), hinted=True), NOON)
    again = answer(replace(draw(learner, wrong, now=NOON), hinted=True), NOON, right=False)

    assert (hard.rating, again.rating) == (Rating.HARD, Rating.AGAIN)
    assert memory(learner, right).stability == fsrs_review(None, Rating.HARD, MONDAY).stability


@pytest.mark.parametrize(("milliseconds", "kept"), [(-5, 0), (1234, 1234), (10**12, 3_600_000)])
def test_the_time_an_answer_took_is_kept_within_an_hour(learner, milliseconds, kept):
    [fact] = make_facts(1)

    assert ask(learner, fact, NOON, milliseconds=milliseconds).milliseconds == kept


def test_extra_practice_is_marked_and_moves_the_memory_only_as_the_first_of_the_day(learner):
    one, two = make_facts(2)
    make_memory(learner, one, due=MONDAY + timedelta(days=30), last_day=MONDAY - timedelta(days=3))
    ask(learner, two, NOON)

    early = answer(draw(learner, one, now=NOON, extra="next"), NOON)
    repeat = answer(draw(learner, two, now=NOON, extra="next"), at(seconds=9))

    assert (early.origin, early.is_repeat, memory(learner, one).last_day) == (Review.Origin.EXTRA, False, MONDAY)
    assert (repeat.origin, repeat.is_repeat) == (Review.Origin.EXTRA, True)


def test_a_suspended_fact_that_is_still_on_the_screen_may_be_answered(learner):
    [fact] = make_facts(1)
    card = draw(learner, fact, now=NOON)
    suspend(learner, fact, is_suspended=True)

    answer(card, NOON)

    assert memory(learner, fact).is_suspended


@pytest.mark.parametrize("known", [0, 200])
def test_answering_costs_the_same_number_of_queries(learner, known, django_assert_num_queries):
    first, *facts = make_facts(2 + known, kinds={Kind.TYPED})
    ask(learner, first, NOON)  # the day's first answer settles the days before it
    Memory.objects.bulk_create(
        Memory(learner=learner, fact=fact, stability=9, difficulty=5, last_day=MONDAY, due=MONDAY) for fact in facts[1:]
    )
    card = draw(learner, facts[0], now=NOON)

    # memory, rivals, situation; savepoint and its end, savepoint, insert and its end, review
    with django_assert_num_queries(9):
        answer(card, NOON)
