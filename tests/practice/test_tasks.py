"""What the worker runs of practice."""

from questions.practice.fits import waiting_fit
from questions.practice.tasks import fit_own_parameters
from tests.factories import NOON

from .test_parameters import needs_fsrs_rs


@needs_fsrs_rs
def test_a_fit_is_carried_out_and_run_twice_the_second_does_nothing(learner):
    made = waiting_fit(learner, now=NOON)

    for _ in range(2):
        fit_own_parameters.call(made.pk)

    made.refresh_from_db()
    assert made.state == "failed"
    assert made.message == "Not yet: 0 answers tell something so far; it takes 400."
