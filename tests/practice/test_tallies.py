from datetime import timedelta

import pytest

from questions.models import Review
from questions.practice.tallies import BANDS, add_up, earlier
from tests.factories import MONDAY, add_statement, make_bank, make_facts, make_learner, make_unit
from tests.progress.rows import answer, correct

pytestmark = pytest.mark.django_db

TUESDAY = MONDAY + timedelta(days=1)


def met(learner, fact, chance, *, right=True, **fields):
    return answer(learner, fact, MONDAY, right=right, **{"recall_before": chance, "success_before": chance, **fields})


def test_nothing_adds_up_to_nothing():
    made = add_up(Review.objects.all())

    assert (dict(made.days), dict(made.bands), dict(made.facts), made.due_since) == ({}, {}, {}, {})


def test_a_first_answer_counts_on_its_day_and_in_no_band():
    learner, (fact,) = make_learner(), make_facts(1)
    answer(learner, fact, MONDAY, milliseconds=90_000)
    answer(learner, fact, TUESDAY, right=False, milliseconds=5_000)

    made = add_up(Review.objects.of(learner))

    assert dict(made.days) == {MONDAY: [1, 1, 60_000], TUESDAY: [1, 0, 5_000]}
    assert dict(made.bands) == {}
    assert dict(made.facts) == {fact.pk: [2, 0, 0, 0]}
    assert made.due_since == {MONDAY: None, TUESDAY: None}


@pytest.mark.parametrize(
    ("chance", "band"), [(0.0, 0), (0.49, 0), (0.5, 1), (0.79, 2), (0.8, 3), (0.9, 4), (0.95, 5), (1.0, 5)]
)
def test_what_was_expected_falls_in_a_band_with_its_lower_end(chance, band):
    learner, (fact,) = make_learner(), make_facts(1)
    met(learner, fact, chance)

    assert list(add_up(Review.objects.of(learner)).bands) == [("typed", False, band)]
    assert BANDS[band] <= chance < BANDS[band + 1]


def test_expectations_are_summed_in_millionths():
    learner, (fact,) = make_learner(), make_facts(1)
    met(learner, fact, 0.9123456, recall_before=0.8)
    met(learner, fact, 0.9, right=False, recall_before=0.7)
    met(learner, fact, 0.5, is_repeat=True)
    met(learner, fact, 0.5, answers_again=True)

    made = add_up(Review.objects.of(learner))

    assert dict(made.bands) == {("typed", False, 4): [2, 1, 912_346 + 900_000, 1_500_000]}
    assert made.facts[fact.pk] == [4, 2, 1, 1_812_346]


def test_what_a_learner_graded_counts_in_its_own_band_and_for_no_fact():
    learner = make_learner()
    (fact,) = add_statement(make_unit(make_bank()), "It came late because [the mules had eaten the map](cause:why).")
    met(learner, fact, 0.9, kind="recall")

    made = add_up(Review.objects.of(learner))

    assert list(made.bands) == [("recall", False, 4)]
    assert made.facts[fact.pk] == [1, 0, 0, 0]


def test_corrections_decide_and_what_is_undone_says_only_what_was_due():
    learner, (fact,) = make_learner(), make_facts(1)
    correct(met(learner, fact, 0.9, right=False), "claim")
    correct(met(learner, fact, 0.9), "undo")
    met(learner, fact, 0.9, due_before=MONDAY - timedelta(days=2))
    correct(met(learner, fact, 0.9, due_before=MONDAY - timedelta(days=5)), "undo")

    made = add_up(Review.objects.of(learner))

    assert made.days[MONDAY][:2] == [2, 2]
    assert made.due_since == {MONDAY: MONDAY - timedelta(days=5)}


def test_adding_and_taking_away_is_nothing():
    learner, (fact,) = make_learner(), make_facts(1)
    met(learner, fact, 0.9)

    made = add_up(Review.objects.all(), add_up(Review.objects.all()), sign=-1)

    assert made.days[MONDAY] == [0, 0, 0]
    assert set(map(tuple, [*made.bands.values(), *made.facts.values()])) == {(0, 0, 0, 0)}


def test_the_earlier_day_of_two():
    assert [earlier(None, None), earlier(None, MONDAY), earlier(TUESDAY, MONDAY)] == [None, MONDAY, MONDAY]
