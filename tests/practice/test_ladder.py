"""Rungs: when a fact climbs, when it falls, and in which kind it is asked."""

import pytest

from questions.practice.ladder import Asking, ask, climb, hardest_graded
from questions.vocabulary import Kind

ALL = {Kind.CHOICE, Kind.CLOZE, Kind.TYPED}
PROSE = {Kind.CHOICE, Kind.RECALL}


@pytest.mark.parametrize(
    ("rung", "interval", "after"),
    [(0, 3, 0), (0, 4, 1), (0, 100, 1), (1, 9, 1), (1, 10, 2), (2, 1, 2), (2, 100, 2)],
)
def test_a_right_answer_climbs_one_rung_once_its_interval_is_long_enough(rung, interval, after):
    assert climb(rung, is_right=True, interval=interval) == after


@pytest.mark.parametrize(("rung", "after"), [(0, 0), (1, 0), (2, 1)])
def test_a_wrong_answer_falls_one_rung(rung, after):
    assert climb(rung, is_right=False, interval=30) == after


@pytest.mark.parametrize(("rung", "kind"), [(0, Kind.CHOICE), (1, Kind.CLOZE), (2, Kind.TYPED)])
def test_each_rung_has_its_kind(rung, kind):
    assert ask(rung, ALL, 0.95) == Asking(kind, rung)


def test_the_top_rung_is_a_flashcard_where_nothing_can_be_typed():
    assert ask(2, PROSE, 0.95).kind == Kind.RECALL
    assert ask(2, {Kind.TYPED, Kind.RECALL}, 0.95).kind == Kind.TYPED


@pytest.mark.parametrize(
    ("rung", "kinds", "kind"),
    [
        (1, PROSE, Kind.CHOICE),
        (1, {Kind.TYPED}, Kind.TYPED),
        (0, {Kind.CLOZE, Kind.TYPED}, Kind.CLOZE),
        (0, {Kind.RECALL}, Kind.RECALL),
        (2, {Kind.CLOZE}, Kind.CLOZE),
    ],
)
def test_a_rung_without_a_kind_is_skipped(rung, kinds, kind):
    assert ask(rung, kinds, 0.95).kind == kind


@pytest.mark.parametrize(
    ("rung", "recalled", "kind"),
    [
        (2, 0.61, Kind.TYPED),
        (2, 0.59, Kind.CLOZE),
        (2, 0.10, Kind.CLOZE),
        (1, 0.61, Kind.CLOZE),
        (1, 0.59, Kind.CHOICE),
        (0, 0.10, Kind.CHOICE),
    ],
)
def test_a_late_review_is_asked_one_rung_easier(rung, recalled, kind):
    assert ask(rung, ALL, recalled).kind == kind


def test_a_choice_is_easy_enough_down_to_two_in_five():
    """p = 1/3 + 2/3·R is 0.6 at R = 0.4, so a prose fact on rung 1 keeps its choice either way."""
    assert ask(1, PROSE, 0.41).kind == ask(1, PROSE, 0.39).kind == Kind.CHOICE


def test_a_cloze_asked_late_on_the_top_rung_gets_its_letter():
    assert (ask(2, {Kind.CLOZE}, 0.9).rung, ask(2, {Kind.CLOZE}, 0.5).rung) == (2, 1)


def test_a_fact_never_met_is_asked_on_its_rung():
    assert ask(0, ALL, None) == Asking(Kind.CHOICE, 0)


def test_a_fact_without_a_kind_cannot_be_asked():
    with pytest.raises(ValueError, match="without a kind"):
        ask(0, set(), None)


@pytest.mark.parametrize(
    ("kinds", "hardest"), [(ALL, Kind.TYPED), ({Kind.CHOICE, Kind.CLOZE}, Kind.CLOZE), (PROSE, None)]
)
def test_a_probe_is_graded_by_the_program_and_cannot_be_guessed(kinds, hardest):
    assert hardest_graded(kinds) == hardest
