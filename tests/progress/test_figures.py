from datetime import timedelta

import pytest

from questions.practice.kept_tallies import rebuild
from questions.progress.figures import figures
from tests.factories import MONDAY, NOON, make_facts, make_learner
from tests.progress.rows import answer

pytestmark = pytest.mark.django_db


def run_of(learner):
    rebuild(learner, now=NOON)
    return figures(learner, now=NOON).calendar.streak.days


def practised(learner, days_ago, *, due_days_ago=None):
    (fact,) = make_facts(1) if not learner.reviews.exists() else [learner.reviews.first().fact]
    for number in days_ago:
        since = MONDAY - timedelta(days=number if due_days_ago is None else due_days_ago)
        answer(learner, fact, MONDAY - timedelta(days=number), due_before=since)


def test_a_run_longer_than_the_calendar_is_counted_to_its_beginning():
    learner = make_learner()
    practised(learner, range(300))

    assert run_of(learner) == 300


def test_a_gap_before_the_calendar_begins_ends_the_run():
    """250 and 251 days ago nothing was answered, and the answer of 249 days ago had been due since."""
    learner = make_learner()
    practised(learner, range(249))
    practised(learner, [249], due_days_ago=251)
    practised(learner, range(252, 300))

    assert run_of(learner) == 250


def test_a_free_day_of_the_week_does_not_end_the_run():
    """Sunday, yesterday, is free though something was due on it."""
    learner = make_learner(week="2222220")
    practised(learner, [0, 2, 3], due_days_ago=9)

    assert run_of(learner) == 3
