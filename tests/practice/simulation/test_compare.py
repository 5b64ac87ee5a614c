"""The goals of honest memory, on a small site; `manage.py simulate_practice` runs the same with more facts."""

import pytest

from questions.practice.simulation.compare import Comparison, compare

FACTS = 700


@pytest.fixture(scope="module")
def compared() -> Comparison:
    return compare(FACTS)


def row(compared: Comparison, policy: str, *, gap: bool):
    return next(one for one in compared.rows if one.policy == policy and ("easier" in one.world) is gap)


def test_with_guessing_alone_belief_and_truth_agree_within_a_point(compared):
    assert abs(row(compared, "Recollect, ease not learnt", gap=False).bias) < 1


def test_with_the_gap_they_agree_within_two_points_once_the_ease_is_learnt(compared):
    assert abs(row(compared, "Recollect, ease learnt", gap=True).bias) < 2


def test_a_choice_taken_at_its_word_overstates_recall(compared):
    assert row(compared, "choice right is Good", gap=False).bias > 3
    assert row(compared, "choice right is Good", gap=True).bias > 8


@pytest.mark.parametrize("gap", [False, True])
def test_a_memory_for_each_kind_asks_half_as_often_again_and_believes_less_than_is_known(compared, gap):
    each = row(compared, "a state per fact and kind", gap=gap)

    assert each.reviews_ratio > 1.4
    assert each.bias < -2


@pytest.mark.parametrize("gap", [False, True])
def test_it_costs_at_most_a_tenth_more_reviews_than_typing_and_fewer_minutes(compared, gap):
    ours = row(compared, "Recollect, ease learnt", gap=gap)
    assert ours.reviews_ratio <= 1.1
    assert ours.minutes_ratio < 0.9


def test_the_learnt_ease_is_near_the_true_gap(compared):
    ease = next(ease for world, ease in compared.ease.items() if "easier" in world)
    assert ease["choice"] == pytest.approx(1, abs=0.6)
    assert ease["cloze"] < ease["choice"]


def test_when_more_is_due_than_the_day_allows_the_nearly_forgotten_go_first(compared):
    highest, lowest = compared.backlog
    assert (highest.order, lowest.order) == ("highest recall first", "lowest recall first")
    assert lowest.known_after_break > highest.known_after_break


def test_the_same_seed_gives_the_same_year():
    assert compare(60, seed=5) == compare(60, seed=5)
