"""What a desired retention costs."""

import pytest

from questions.practice.workload import SHARES, costs


def test_surer_costs_more_and_knows_more():
    found = costs(100, 9.0)
    assert [one.share for one in found] == list(SHARES)
    assert [one.minutes for one in found] == sorted(one.minutes for one in found)
    assert [one.known for one in found] == sorted(one.known for one in found)


def test_what_is_known_lies_between_the_share_and_certainty():
    assert all(one.share < one.known < 1 for one in costs(100, 9.0))


def test_twice_the_facts_cost_twice_the_minutes_and_know_the_same_share():
    once, twice = costs(100, 9.0), costs(200, 9.0)
    assert [two.minutes for two in twice] == pytest.approx([2 * one.minutes for one in once])
    assert [two.known for two in twice] == [one.known for one in once]


def test_at_nine_in_ten_a_fact_is_asked_about_every_six_weeks():
    # hand check: Good Good Good by FSRS-6 is 2, 11, 46 days; with one answer in ten wrong some start over
    nine = next(one for one in costs(1, 9.0) if one.share == 0.9)
    assert 1 / nine.answers == pytest.approx(43, rel=0.25)
