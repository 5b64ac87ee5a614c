"""The learner whose memory is known."""

from datetime import date, timedelta
from random import Random

import pytest

from questions.practice.scheduler import review
from questions.practice.simulation.truth import Mind, World, eased
from questions.vocabulary import Kind, Rating

DAY = date(2026, 1, 1)
PLAIN, GAP = World("plain"), World("gap", gap=1.0)


def shares(kind: Kind, world: World, *, runs: int = 4_000) -> float:
    """The share of right answers to a fact never met, which is known with a chance of a quarter."""
    rng = Random(7)
    return sum(Mind().answer(kind, DAY, world, rng).is_right for _ in range(runs)) / runs


def test_the_logit_moves_by_the_ease():
    assert eased(0.5, 1.0) == pytest.approx(0.7310585786)  # the logistic function at 1
    assert eased(0.25, 0.0) == 0.25


def test_a_choice_is_guessed_one_time_in_three():
    assert shares(Kind.CHOICE, PLAIN) == pytest.approx(0.25 + 0.75 / 3, abs=0.02)


def test_what_is_not_recalled_may_be_recognised():
    recognised = 0.25 * 2.718281828 / (0.25 * 2.718281828 + 0.75)
    assert shares(Kind.CHOICE, GAP) == pytest.approx(recognised + (1 - recognised) / 3, abs=0.02)


def test_typing_gets_what_is_recalled_but_for_a_bad_typo_in_a_hundred():
    assert shares(Kind.TYPED, GAP) == pytest.approx(0.25 * 0.99, abs=0.02)


def test_a_lucky_guess_moves_the_truth_as_again():
    rng = Random(3)
    for _ in range(200):
        mind = Mind()
        given = mind.answer(Kind.CHOICE, DAY, PLAIN, rng)
        expected = review(None, Rating.GOOD if given.is_recalled else Rating.AGAIN, DAY)
        assert mind.state == expected


def test_the_second_answer_of_a_day_moves_nothing():
    rng, mind = Random(1), Mind()
    mind.answer(Kind.TYPED, DAY, PLAIN, rng)
    before = mind.state
    mind.answer(Kind.TYPED, DAY, PLAIN, rng)
    assert mind.state == before
    mind.answer(Kind.TYPED, DAY + timedelta(days=1), PLAIN, rng)
    assert mind.state != before
