"""What an answer proves: the golden rows, the formulas by hand, and a simulated year against the truth."""

from datetime import date, timedelta
from math import exp, log
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from questions.practice.evidence import Answer, expected, guess_floor, join, knew, success, weigh
from questions.practice.scheduler import State, interval_of, recall, recall_after, review
from questions.vocabulary import Kind, Rating

DAY = date(2026, 11, 2)
CHOICE = Answer(Rating.GOOD, 1 / 3)
TYPED = Answer(Rating.GOOD)
WRONG_CHOICE = Answer(Rating.AGAIN, 1 / 3)

states = st.builds(State, st.floats(0.01, 500), st.floats(1, 10), st.just(DAY))
chances = st.floats(0, 1)


def test_a_first_right_choice():
    state = weigh(None, CHOICE, DAY)

    assert knew(0.25, CHOICE) == 0.5  # 0.25 / (0.25 + 0.75 / 3)
    assert (round(state.stability, 4), round(state.difficulty, 4)) == (0.5091, 4.2657)


def test_good_on_day_0_and_a_right_choice_on_day_2():
    good, day = review(None, Rating.GOOD, DAY), DAY + timedelta(days=2)
    recalled = recall(good, day)

    state = weigh(good, CHOICE, day)

    assert (round(recalled, 4), round(knew(recalled, CHOICE), 4)) == (0.9095, 0.9679)
    assert (round(state.stability, 3), round(state.difficulty, 3)) == (9.677, 2.281)


def test_the_joined_difficulty_of_a_first_right_choice_by_hand():
    knew_it, did_not = 6.4133 - exp(0.8334 * 2) + 1, 6.4133 - exp(0) + 1  # FSRS-6: w4 − e^(w5·(rating − 1)) + 1

    assert weigh(None, CHOICE, DAY).difficulty == pytest.approx((knew_it + did_not) / 2)


@pytest.mark.parametrize(
    ("kind", "options", "floor"),
    [
        (Kind.CHOICE, 3, 1 / 3),
        (Kind.CHOICE, 4, 1 / 4),
        (Kind.TRUE_FALSE, 2, 1 / 2),
        (Kind.TYPED, 0, 0),
        (Kind.CLOZE, 0, 0),
        (Kind.RECALL, 0, 0),
    ],
)
def test_only_what_offers_options_can_be_guessed(kind, options, floor):
    assert guess_floor(kind, options) == floor


@given(chances, st.floats(0, 0.5))
def test_without_an_offset_success_is_recall_or_a_lucky_guess(recalled, floor):
    assert success(recalled, floor) == pytest.approx(recalled + (1 - recalled) * floor)


@given(st.floats(0.01, 0.99), st.floats(0, 0.5), st.floats(-2, 2))
def test_an_offset_moves_the_logit(recalled, floor, ease):
    sigmoid = 1 / (1 + exp(-(log(recalled / (1 - recalled)) + ease)))

    assert success(recalled, floor, ease) == pytest.approx(floor + (1 - floor) * sigmoid)


def test_a_typed_answer_is_plainly_good():
    good = review(None, Rating.GOOD, DAY)

    assert weigh(None, TYPED, DAY) == good
    assert weigh(good, TYPED, DAY + timedelta(days=3)) == review(good, Rating.GOOD, DAY + timedelta(days=3))


@pytest.mark.parametrize("rating", [Rating.HARD, Rating.EASY])
def test_a_hint_and_an_easy_answer_have_their_own_rating(rating):
    assert weigh(None, Answer(rating), DAY) == review(None, rating, DAY)


@pytest.mark.parametrize("answer", [WRONG_CHOICE, Answer(Rating.GOOD, 1 / 3, is_guess=True)])
def test_wrong_and_guessed_both_count_as_not_known(answer):
    good = review(None, Rating.GOOD, DAY)

    assert weigh(good, answer, DAY + timedelta(days=2)) == review(good, Rating.AGAIN, DAY + timedelta(days=2))


def test_before_a_first_review_the_prior_stands_for_recall():
    assert expected(None, DAY, CHOICE) == 0.25
    assert expected(State(10, 5, DAY), DAY + timedelta(days=10), CHOICE) == pytest.approx(0.9)


@given(states, st.integers(1, 1000), st.sampled_from([Rating.HARD, Rating.GOOD, Rating.EASY]), st.floats(0, 0.5))
def test_a_right_answer_lies_between_known_and_not_known(state, days, rating, floor):
    day, answer = DAY + timedelta(days=days), Answer(rating, floor)
    known, not_known = review(state, rating, day), review(state, Rating.AGAIN, day)

    after = weigh(state, answer, day)

    low, high = sorted((known.stability, not_known.stability))
    assert low * (1 - 1e-9) <= after.stability <= high * (1 + 1e-9)
    low, high = sorted((known.difficulty, not_known.difficulty))
    assert low <= after.difficulty <= high


@given(states, states, st.floats(0.001, 0.999))
def test_the_joined_stability_is_when_nine_tenths_are_left(known, not_known, chance):
    joined = join(known, not_known, chance)

    left = chance * recall_after(joined.stability, known.stability)
    left += (1 - chance) * recall_after(joined.stability, not_known.stability)
    assert left == pytest.approx(0.9)


@given(states, states)
def test_certainty_joins_nothing(known, not_known):
    assert (join(known, not_known, 1), join(known, not_known, 0)) == (known, not_known)


def year_of_choices(believe, *, facts: int, seed: int) -> float:
    """Predicted minus true recall, in points, at the reviews of a year of three-option questions.

    The truth: a fact is known with chance R of its true state; who does not know guesses one time in three.
    """
    rng, predicted, known = Random(seed), [], []
    for _ in range(facts):
        truth = belief = None
        day = DAY
        while day < DAY + timedelta(days=365):
            knows = rng.random() < (0.25 if truth is None else recall(truth, day))
            if belief is not None:
                predicted.append(recall(belief, day))
                known.append(knows)
            is_right = knows or rng.random() < 1 / 3
            truth = review(truth, Rating.GOOD if knows else Rating.AGAIN, day)
            belief = believe(belief, is_right, day)
            day += timedelta(days=interval_of(belief.stability))
    return 100 * (sum(predicted) - sum(known)) / len(known)


def test_a_simulated_year_stays_honest_where_scoring_choices_as_known_does_not():
    def weighed(state, is_right, day):
        return weigh(state, CHOICE if is_right else WRONG_CHOICE, day)

    def as_known(state, is_right, day):
        return review(state, Rating.GOOD if is_right else Rating.AGAIN, day)

    assert abs(year_of_choices(weighed, facts=1000, seed=3)) < 1.5
    assert year_of_choices(as_known, facts=1000, seed=3) > 3.5
