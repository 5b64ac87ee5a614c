"""The ease of a kind, against arithmetic done by hand."""

from math import log

import pytest

from questions.practice.offsets import Seen, learn
from questions.vocabulary import Kind


def answers(kind: Kind, right: int, wrong: int, *, recalled: float = 0.9, floor: float = 0.0, is_probe: bool = False):
    return [Seen(kind, recalled, floor, n < right, is_probe) for n in range(right + wrong)]


def test_a_kind_as_hard_as_typing_has_no_ease():
    seen = answers(Kind.CLOZE, 900, 100) + answers(Kind.TYPED, 900, 100, is_probe=True)
    assert learn(seen) == {Kind.CLOZE: 0.0}


def test_the_ease_is_the_distance_of_the_logits_shrunk_by_two_hundred_answers():
    seen = answers(Kind.CLOZE, 950, 50) + answers(Kind.TYPED, 900, 100, is_probe=True)
    unshrunk = log(0.95 / 0.05) - log(0.9 / 0.1)
    assert learn(seen)[Kind.CLOZE] == pytest.approx(unshrunk * 1000 / 1200)


def test_guesses_are_taken_out_before_comparing():
    # of 1,000 choices 900 right at a floor of 1/3: (0.9 - 1/3) / (2/3) = 0.85 were known, as many as of the probes
    seen = answers(Kind.CHOICE, 900, 100, floor=1 / 3) + answers(Kind.TYPED, 850, 150, is_probe=True)
    assert learn(seen)[Kind.CHOICE] == pytest.approx(0, abs=1e-9)


def test_only_answers_of_the_same_firmness_are_compared():
    seen = answers(Kind.CLOZE, 99, 1, recalled=0.97) + answers(Kind.TYPED, 60, 40, recalled=0.6, is_probe=True)
    assert learn(seen) == {Kind.CLOZE: 0.0}


@pytest.mark.parametrize("few", [0, 1, 19])
def test_few_answers_say_nothing(few):
    seen = answers(Kind.CLOZE, few, 0) + answers(Kind.TYPED, 500, 500, is_probe=True)
    assert learn(seen).get(Kind.CLOZE, 0.0) == 0.0


def test_typing_is_the_yardstick_and_has_none():
    assert learn(answers(Kind.TYPED, 90, 10) + answers(Kind.TYPED, 50, 50, is_probe=True)) == {}


def test_nothing_but_right_answers_is_still_a_number():
    seen = answers(Kind.CLOZE, 100_000, 0) + answers(Kind.TYPED, 30, 30, is_probe=True)
    assert learn(seen)[Kind.CLOZE] == 3.0
