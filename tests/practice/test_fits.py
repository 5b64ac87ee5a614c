"""Parameters of one's own asked for: one fit at a time, carried out by a worker, and always with an end."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.test import override_settings
from django_tasks_db.models import DBTaskResult

from questions.models import ParameterFit
from questions.practice.fits import DIED, LONGEST, UNDER_WAY, NotNow, ask_for_fit, reap_fits, waiting_fit
from questions.practice.parameters import carry_out_fit
from tests.factories import NOON, make_learner

from .test_parameters import FORGETFUL, log_histories, needs_fsrs_rs

pytestmark = pytest.mark.django_db
QUEUED = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}


@pytest.fixture
def practised(learner):
    """One with 490 answers that tell something."""
    log_histories(learner, FORGETFUL, 70)
    return learner


@needs_fsrs_rs
def test_it_waits_for_a_worker_once(practised):
    with override_settings(TASKS=QUEUED):
        made = ask_for_fit(practised, now=NOON)

        assert (made.state, made.is_under_way) == ("waiting", True)
        assert str(DBTaskResult.objects.get().id) == made.task_id
        with pytest.raises(NotNow, match=UNDER_WAY):
            ask_for_fit(practised, now=NOON)
        assert ParameterFit.objects.count() == DBTaskResult.objects.count() == 1


@needs_fsrs_rs
def test_the_worker_carries_it_out_and_another_can_be_asked_for(practised):
    first = ask_for_fit(practised, now=NOON)  # in tests tasks are done where they are begun

    assert (first.state, first.answers, first.is_under_way) == ("done", 490, False)
    assert ask_for_fit(practised, now=NOON).pk != first.pk


@needs_fsrs_rs
def test_with_too_little_to_learn_from_nothing_is_begun(learner):
    with pytest.raises(NotNow, match="Not yet: 0 answers tell something so far; it takes 400"):
        ask_for_fit(learner, now=NOON)

    assert not ParameterFit.objects.exists()


def test_two_learners_are_fitted_beside_each_other_and_one_not_twice(learner):
    waiting_fit(learner, now=NOON)
    waiting_fit(make_learner("eve"), now=NOON)

    with pytest.raises(IntegrityError), transaction.atomic():
        waiting_fit(learner, now=NOON)

    assert ParameterFit.objects.under_way().count() == 2


def test_a_fit_whose_worker_died_ends_and_a_late_one_changes_nothing(learner):
    made, later = waiting_fit(learner, now=NOON), NOON + LONGEST + timedelta(seconds=1)
    ParameterFit.objects.filter(pk=made.pk).update(state="running", started_at=NOON)

    assert reap_fits(now=NOON + LONGEST) == 0
    assert reap_fits(now=later) == 1

    carry_out_fit(made.pk, clock=lambda: later)
    made.refresh_from_db()
    learner.refresh_from_db()
    assert (made.state, made.message, made.finished_at) == ("failed", DIED, later)
    assert learner.scheduler_parameters is None
