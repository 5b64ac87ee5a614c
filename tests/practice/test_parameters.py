"""Parameters of one's own: fitted to a log whose truth is known, judged on what comes later."""

from datetime import date, datetime, timedelta
from datetime import time as clock
from random import Random
from zoneinfo import ZoneInfo

import pytest

from questions.models import ParameterFit, Review
from questions.practice import fitting
from questions.practice.fitting import Step, TooFewAnswers, fit
from questions.practice.log import replayed, standing_of
from questions.practice.parameters import fit_parameters, forget_parameters, histories
from questions.practice.scheduler import DEFAULT_PARAMETERS, Scheduling, recall, review
from questions.vocabulary import Kind, Rating
from tests.factories import NOON, make_facts, make_learner

from .sitting import ask, memory

needs_fsrs_rs = pytest.mark.skipif(not fitting.is_available(), reason=f"no fsrs-rs: {fitting.HOW_TO_GET_IT}")
UTC = ZoneInfo("UTC")
DAY = date(2026, 1, 1)
FORGETFUL = (0.1, 0.6, 1.0, 4.0, *DEFAULT_PARAMETERS[4:8], 0.9, *DEFAULT_PARAMETERS[9:])
"""A first answer lasts less long, and each later one adds less, than for most people."""


def history(parameters, rng, answers=8):
    """One fact of a learner whose memory follows `parameters`, asked after 1 to 20 days."""
    steps, state, scheduling = [], None, Scheduling(parameters)
    day = DAY + timedelta(days=rng.randint(0, 300))
    for _ in range(answers):
        chance = 0.3 if state is None else recall(state, day, scheduling)
        rating = Rating.GOOD if rng.random() < chance else Rating.AGAIN
        state = review(state, rating, day, scheduling)
        steps.append(Step(day, datetime.combine(day, clock(12), UTC), rating))
        day += timedelta(days=rng.randint(1, 20))
    return steps


@needs_fsrs_rs
def test_a_learner_unlike_the_defaults_is_predicted_better_by_parameters_of_their_own():
    rng = Random(4)
    found = fit([history(FORGETFUL, rng) for _ in range(400)])
    assert found.is_better
    assert len(found.parameters) == 21
    assert found.parameters == tuple(round(one, 4) for one in found.parameters)
    assert found.parameters[2] < DEFAULT_PARAMETERS[2]  # a first Good lasts less long than for most


@needs_fsrs_rs
def test_the_same_log_gives_the_same_parameters():
    logs = [history(FORGETFUL, Random(n)) for n in range(100)]
    assert fit(logs) == fit(logs)


@needs_fsrs_rs
def test_with_little_to_learn_from_nothing_is_fitted():
    with pytest.raises(TooFewAnswers, match="7 answers tell something so far; it takes 400"):
        fit([history(FORGETFUL, Random(1))])


@pytest.mark.django_db
def test_a_history_holds_the_first_standing_answer_of_each_day():
    learner, fact = make_learner(), make_facts(1)[0]
    ask(learner, fact, NOON, right=False)
    ask(learner, fact, NOON + timedelta(minutes=5))
    ask(learner, fact, NOON + timedelta(days=1))
    (steps,) = histories(learner)
    assert [(step.day, step.rating) for step in steps] == [
        (NOON.date(), Rating.AGAIN),
        (NOON.date() + timedelta(days=1), Rating.GOOD),
    ]


@pytest.mark.django_db
def test_a_right_choice_that_may_be_a_guess_is_history_but_no_target():
    learner, fact = make_learner(), make_facts(1)[0]
    ask(learner, fact, NOON)  # k of a first right choice is 0.5, by the golden row
    ((step,),) = histories(learner)
    assert Review.objects.get().kind == Kind.CHOICE
    assert (step.rating, step.is_sure) == (Rating.AGAIN, False)


@needs_fsrs_rs
@pytest.mark.django_db
def test_kept_parameters_replay_the_states_and_move_no_due_day(monkeypatch):
    learner, fact = make_learner(), make_facts(1)[0]
    ask(learner, fact, NOON)
    ask(learner, fact, NOON + timedelta(days=1))
    before = memory(learner, fact)
    logs = [history(FORGETFUL, Random(n)) for n in range(200)]
    monkeypatch.setattr("questions.practice.parameters.histories", lambda _: logs)
    done = fit_parameters(learner, now=NOON)
    after = memory(learner, fact)
    learner.refresh_from_db()
    assert done.is_kept
    assert tuple(learner.scheduler_parameters) == tuple(done.parameters)
    assert standing_of(after) == replayed(learner, fact)
    assert (after.due, after.stability != before.stability) == (before.due, True)
    forget_parameters(learner, now=NOON)
    assert memory(learner, fact).stability == pytest.approx(before.stability)
    assert ParameterFit.objects.of(learner).count() == 1
