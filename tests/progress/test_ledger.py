from datetime import timedelta

import pytest

from questions.models import Review
from questions.practice.kept_tallies import rebuild
from questions.practice.tallies import add_up
from questions.progress.ledger import days_before, ledger, practised_before
from tests.factories import MONDAY, NOON, make_facts, make_learner
from tests.progress.rows import answer, correct

pytestmark = pytest.mark.django_db


@pytest.fixture
def ada():
    """Thirty days of answers to three facts, some corrected, the last two of them today."""
    learner, facts = make_learner(), make_facts(3)
    for number in range(31):
        day = MONDAY - timedelta(days=max(0, 29 - number))
        met = {"recall_before": 0.7, "success_before": 0.5 + number / 80, "is_probe": number % 7 == 0}
        made = answer(learner, facts[number % 3], day, right=number % 4 > 0, **met)
        if number % 5 == 0:
            correct(made, "undo" if number % 2 else "regrade", "correct")
    return learner


def test_what_is_kept_and_what_is_later_add_up_to_the_whole_log(ada):
    whole = add_up(Review.objects.all())
    rebuild(ada, now=NOON)
    assert ada.reviews.filter(day=MONDAY).count() == 2  # these are not kept

    found = ledger(ada, MONDAY - timedelta(days=400))

    assert found.sums.days == whole.days
    assert found.sums.due_since == whole.due_since
    assert found.sums.bands == whole.bands
    [of_unit] = found.units.values()
    assert of_unit == [sum(each[place] for each in whole.facts.values()) for place in (1, 2, 3)]


def test_only_the_days_asked_for_are_read(ada):
    rebuild(ada, now=NOON)

    assert min(ledger(ada, MONDAY - timedelta(days=3)).sums.days) == MONDAY - timedelta(days=3)
    assert max(days_before(ada, MONDAY - timedelta(days=3)).days) == MONDAY - timedelta(days=4)


def test_the_days_with_answers_before_a_day_are_counted():
    learner, (fact,) = make_learner(), make_facts(1)
    for days_ago in (9, 5, 4):
        answer(learner, fact, MONDAY - timedelta(days=days_ago))
    correct(answer(learner, fact, MONDAY - timedelta(days=7)), "undo")
    rebuild(learner, now=NOON)

    assert practised_before(learner, MONDAY - timedelta(days=4)) == (MONDAY - timedelta(days=9), 2)
    assert practised_before(make_learner("eve"), MONDAY) == (None, 0)


@pytest.mark.parametrize("days", [2, 30])
def test_a_ledger_costs_the_same_number_of_queries(days, django_assert_num_queries):
    learner, (fact,) = make_learner(), make_facts(1)
    for number in range(days):
        answer(learner, fact, MONDAY - timedelta(days=number))
    rebuild(learner, now=NOON)

    with django_assert_num_queries(4):
        ledger(learner, MONDAY - timedelta(days=400))
