"""The doorway to py-fsrs against py-fsrs by itself, and against what was measured with Anki 26.9.3."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import fsrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from questions.models import User
from questions.practice import fitting
from questions.practice.scheduler import (
    DEFAULT_PARAMETERS,
    Scheduling,
    State,
    interval_of,
    recall,
    recall_after,
    recall_of,
    recalled_then,
    review,
)
from questions.vocabulary import Rating

if fitting.is_available():
    from fsrs_rs_python import FSRS

DAY = date(2026, 11, 2)
AGAIN, HARD, GOOD, EASY = Rating
OTHER = (
    *(0.4, 1.1, 3.1, 15.7, 7.2, 0.53, 1.4, 0.0046, 1.54, 0.12, 1.0, 1.94, 0.11, 0.29, 2.26),
    *(0.23, 2.99, 0.51, 0.34, 0.1, 0.2),
)

answers = st.lists(st.tuples(st.sampled_from(Rating), st.integers(1, 400)), min_size=1, max_size=12)


def plain_fsrs(parameters=None, retention=0.9) -> fsrs.Scheduler:
    given_parameters = {"parameters": parameters} if parameters else {}
    return fsrs.Scheduler(
        **given_parameters,
        desired_retention=retention,
        learning_steps=(),
        relearning_steps=(),
        enable_fuzzing=False,
    )


def test_a_lapse_restarts_the_climb():
    state, day, days = None, DAY, []
    for rating in (GOOD, GOOD, GOOD, AGAIN):
        state = review(state, rating, day)
        days.append(interval_of(state.stability))
        day += timedelta(days=days[-1])

    assert days == [2, 11, 46, 3]  # py-fsrs 6.3.2, defaults, no steps, no fuzz


@pytest.mark.parametrize(
    ("rating", "stability", "difficulty"),
    [(AGAIN, 0.212, 6.4133), (HARD, 1.2931, 5.1122), (GOOD, 2.3065, 2.1181), (EASY, 8.2956, 1.0)],
)
def test_a_first_answer_starts_at_the_published_parameters(rating, stability, difficulty):
    state = review(None, rating, DAY)

    assert state.stability == stability  # FSRS-6: w0 … w3
    assert state.difficulty == pytest.approx(difficulty, abs=1e-4)  # w4 − e^(w5·(rating − 1)) + 1, at least 1


@pytest.mark.skipif(not fitting.is_available(), reason=fitting.HOW_TO_GET_IT)
@given(answers, st.sampled_from([None, OTHER]))
def test_every_history_is_that_of_the_engine_of_anki_too(history, parameters):
    engine = FSRS(list(parameters or DEFAULT_PARAMETERS))
    ours = theirs = None
    for rating, gap in history:
        day = DAY if ours is None else ours.last_day + timedelta(days=gap)
        ours = review(ours, rating, day, Scheduling(parameters))
        after = engine.next_states(theirs, 0.9, 0 if theirs is None else gap)
        theirs = getattr(after, rating.name.lower()).memory

        assert ours.stability == pytest.approx(theirs.stability, rel=1e-4)  # it counts in 32 bits
        assert ours.difficulty == pytest.approx(theirs.difficulty, rel=1e-5)


@given(answers, st.sampled_from([(None, 0.9), (OTHER, 0.8)]))
def test_every_history_is_that_of_py_fsrs_by_itself(history, settings):
    parameters, retention = settings
    scheduling, engine = Scheduling(parameters, retention), plain_fsrs(parameters, retention)
    ours, theirs = None, fsrs.Card(card_id=1)
    for rating, gap in history:
        day = DAY if ours is None else ours.last_day + timedelta(days=gap)
        at = datetime.combine(day, datetime.min.time(), UTC) + timedelta(hours=12)
        if ours is not None:
            assert recall(ours, day, scheduling) == pytest.approx(engine.get_card_retrievability(theirs, at))
        ours = review(ours, rating, day, scheduling)
        theirs, _ = engine.review_card(theirs, fsrs.Rating(rating), at)

        assert (ours.stability, ours.difficulty) == (theirs.stability, theirs.difficulty)
        assert interval_of(ours.stability, scheduling) == (theirs.due - at).days


@pytest.mark.parametrize(
    ("first", "then", "days", "stability", "interval"),
    [
        ((1, 22, 0), (2, 8, 0), 1, 7.32, 7),
        ((1, 12, 0), (2, 11, 59), 1, 7.32, 7),
        ((1, 8, 0), (3, 7, 0), 2, 10.96, 11),
    ],
)
def test_days_are_counted_as_anki_counts_them(first, then, days, stability, interval):
    learner = User(time_zone="Europe/Berlin")
    one, two = (learner.local_day(datetime(2026, 11, *at, tzinfo=ZoneInfo("Europe/Berlin"))) for at in (first, then))

    state = review(review(None, GOOD, one), GOOD, two)

    assert (two - one).days == days
    assert state.stability == pytest.approx(stability, abs=0.005)
    assert interval_of(state.stability) == interval


def test_ten_to_midnight_and_ten_past_are_one_day():
    learner = User(time_zone="Europe/Berlin")
    evening, night = datetime(2026, 11, 1, 22, 50, tzinfo=UTC), datetime(2026, 11, 1, 23, 10, tzinfo=UTC)

    assert learner.local_day(evening) == learner.local_day(night) == date(2026, 11, 1)


@pytest.mark.parametrize(("days", "low", "high"), [(3, 2, 4), (10, 8, 12), (30, 27, 33), (100, 93, 107)])
def test_intervals_are_not_blurred_and_lie_in_the_middle_of_what_anki_draws_from(days, low, high):
    assert {interval_of(float(days)) for _ in range(20)} == {days} == {(low + high) // 2}


def test_recall_after_the_stability_is_nine_tenths():
    assert recall(State(10, 5, DAY), DAY) == 1
    assert recall(State(10, 5, DAY), DAY + timedelta(days=10)) == pytest.approx(0.9)
    assert recall_after(2, 2.3065) == pytest.approx(0.9095, abs=5e-5)


@pytest.mark.parametrize(("retention", "days"), [(0.8, 33), (0.9, 10), (0.95, 4)])
def test_the_wish_to_remember_more_shortens_the_interval(retention, days):
    decay = -0.1542
    by_hand = 10 / (0.9 ** (1 / decay) - 1) * (retention ** (1 / decay) - 1)  # the curve solved for t

    assert interval_of(10, Scheduling(desired_retention=retention)) == round(by_hand) == days


def test_intervals_keep_between_a_day_and_a_hundred_years():
    assert (interval_of(0.001), interval_of(10.0**9)) == (1, 36_500)


def test_no_answer_is_before_the_last():
    with pytest.raises(ValueError, match="before the last review"):
        review(State(10, 5, DAY), GOOD, DAY - timedelta(days=1))
    with pytest.raises(ValueError, match="before the last review"):
        recall(State(10, 5, DAY), DAY - timedelta(days=1))


def test_parameters_out_of_range_are_refused():
    with pytest.raises(ValueError, match="out of bounds"):
        review(None, GOOD, DAY, Scheduling((500.0, *OTHER[1:])))


@pytest.mark.parametrize("parameters", [None, OTHER])
def test_the_curve_of_a_learner_is_the_one_of_each_fact(parameters):
    scheduling = Scheduling(parameters)
    curve = recall_of(scheduling)

    for days, stability in ((0, 1.0), (3, 0.4), (10, 10.0), (400, 25.0)):
        assert curve(days, stability) == recall_after(days, stability, scheduling)


@pytest.mark.parametrize("parameters", [None, OTHER])
def test_what_many_memories_come_to_later_is_the_sum_of_each(parameters):
    scheduling = Scheduling(parameters)

    together = recalled_then({(0, 1.0): 1, (3, 0.4): 2}, 7, scheduling)

    one, other = recall_after(7, 1.0, scheduling), recall_after(10, 0.4, scheduling)
    assert together == pytest.approx(one + 2 * other)
    assert recalled_then({}, 7, scheduling) == 0
