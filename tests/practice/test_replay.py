"""The log of one fact in any order in; the same standing out, whichever way it is reached."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from functools import reduce

from hypothesis import given
from hypothesis import strategies as st

from questions.practice.evidence import Answer, weigh
from questions.practice.replay import NOWHERE, Entry, Standing, advance, in_order, replay
from questions.practice.scheduler import DEFAULT_PARAMETERS, Scheduling, interval_of
from questions.vocabulary import Rating

DAY = date(2026, 11, 2)
START = datetime(2026, 11, 2, 6, tzinfo=UTC)
GOOD, WRONG, CHOICE = Answer(Rating.GOOD), Answer(Rating.AGAIN), Answer(Rating.GOOD, 1 / 3)


def entry(day: int, answer: Answer = GOOD, *, minute: int = 0, **more) -> Entry:
    return Entry(DAY + timedelta(days=day), START + timedelta(days=day, minutes=minute), minute, answer, **more)


entries = st.lists(
    st.builds(
        entry,
        st.integers(0, 40),
        st.builds(Answer, st.sampled_from(Rating), st.sampled_from([0.0, 1 / 3]), is_guess=st.booleans()),
        minute=st.integers(0, 1000),
        forgets=st.sampled_from([False] * 9 + [True]),
        changed=st.sampled_from([False] * 9 + [True]),
    ),
    max_size=15,
    unique_by=lambda one: (one.day, one.order),
)


def test_nothing_answered_is_nowhere():
    assert replay([]) == NOWHERE == Standing(None, 0, None, 0, 0)


def test_three_good_answers_on_time_climb_to_the_top():
    standing, days, rungs = NOWHERE, [], []
    for _ in range(3):
        day = (standing.due - DAY).days if standing.due else 0
        standing = advance(standing, entry(day))
        days.append((standing.due - standing.state.last_day).days)
        rungs.append(standing.rung)

    assert days == [2, 11, 46]  # py-fsrs 6.3.2, defaults: Good Good Good
    assert rungs == [0, 1, 2]  # at least 4 days, then at least 10


def test_only_the_first_answer_of_a_day_moves_anything():
    once, twice = [entry(0, WRONG)], [entry(0, WRONG), entry(0, GOOD, minute=1), entry(0, WRONG, minute=2)]

    assert replay(twice) == replay(once)
    assert replay(once).review_count == 1


def test_a_lapse_is_a_wrong_answer_to_a_fact_met_before():
    assert replay([entry(0, WRONG)]).lapse_count == 0
    assert replay([entry(0, WRONG), entry(1, WRONG), entry(2), entry(9, WRONG)]).lapse_count == 2


def test_the_due_day_is_the_one_decided_by_the_last_answer():
    decided = DAY + timedelta(days=30)

    assert replay([entry(0, decided_due=decided)]).due == decided
    assert replay([entry(0, decided_due=decided), entry(5)]).due != decided


def test_new_parameters_move_the_state_but_no_due_day():
    log = [entry(0, decided_due=DAY + timedelta(days=2)), entry(2, decided_due=DAY + timedelta(days=13))]
    wary = Scheduling((*DEFAULT_PARAMETERS[:2], 1.1, *DEFAULT_PARAMETERS[3:]))

    assert replay(log, wary).due == replay(log).due
    assert replay(log, wary).state != replay(log).state


def test_forgetting_makes_a_fact_new_and_the_next_answer_counts_even_on_that_day():
    forgotten = [entry(0), entry(3, forgets=True)]

    assert replay(forgotten) == NOWHERE
    assert replay([*forgotten, entry(3, CHOICE, minute=5)]).state == weigh(None, CHOICE, DAY + timedelta(days=3))


def test_a_changed_fact_is_fragile_and_due():
    before, after = replay([entry(0), entry(2), entry(13)]), replay([entry(0), entry(2), entry(13, changed=True)])

    assert (before.rung, after.rung) == (2, 0)
    assert after.due == after.state.last_day == DAY + timedelta(days=13)
    assert after.state == replace(before.state, stability=0.212)  # FSRS-6: w0, a first Again
    assert after.review_count == before.review_count


@given(entries, st.randoms(use_true_random=False))
def test_the_order_in_which_a_log_is_read_does_not_matter(log, rng):
    shuffled = list(log)
    rng.shuffle(shuffled)

    assert replay(shuffled) == replay(log)


@given(entries, entries)
def test_going_on_from_a_standing_is_replaying_everything(earlier, later):
    moved = [replace(one, day=one.day + timedelta(days=60), at=one.at + timedelta(days=60)) for one in later]
    standing = replay(earlier)

    assert reduce(advance, in_order(moved), standing) == replay([*earlier, *moved])


@given(entries)
def test_a_standing_is_always_sound(log):
    standing = replay(log)

    assert 0 <= standing.rung <= 2
    assert standing.lapse_count <= max(0, standing.review_count - 1)
    assert (standing.state is None) == (standing.due is None)
    if standing.state is not None:
        assert standing.state.stability > 0
        assert 1 <= standing.state.difficulty <= 10
        assert standing.state.last_day in {one.day for one in log}
        assert standing.due >= standing.state.last_day


def test_the_interval_is_that_of_the_joined_stability():
    standing = replay([entry(0, CHOICE)])

    assert (standing.due - DAY).days == interval_of(0.5091) == 1
