"""Parameters of one's own: fitted to a log whose truth is known, judged on what comes later."""

from datetime import date, datetime, timedelta
from datetime import time as clock
from random import Random
from zoneinfo import ZoneInfo

import pytest

from questions.models import Memory, ParameterFit, Review
from questions.practice import fitting
from questions.practice.fits import waiting_fit
from questions.practice.fitting import Step, TooFewAnswers, fit
from questions.practice.log import keep, memory_of, replayed, standing_of
from questions.practice.parameters import carry_out_fit, forget_parameters, histories
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


def log_histories(learner, parameters, count):
    """As many facts of such a learner, typed eight times each, logged and remembered."""
    rng, facts = Random(7), make_facts(count, kinds={Kind.TYPED})
    for fact in facts:
        question = fact.questions.get(wording=0)
        Review.objects.bulk_create(
            Review(
                learner=learner,
                fact=fact,
                question=question,
                kind=Kind.TYPED,
                rating=step.rating,
                outcome="wrong" if step.rating is Rating.AGAIN else "correct",
                guess_floor=0,
                prior=0.25,
                day=step.day,
                answered_at=step.at,
                token=f"{fact.pk}/{step.day}",
                memory_version=0,
                recall_before=0.9 if place else None,
            )
            for place, step in enumerate(history(parameters, rng))
        )
        keep(memory_of(learner, fact), replayed(learner, fact))
    return facts


def fit_now(learner):
    """A fit asked for and carried out at once."""
    made = waiting_fit(learner, now=NOON)
    carry_out_fit(made.pk, clock=lambda: NOON)
    made.refresh_from_db()
    return made


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
def test_what_predicts_better_is_kept_and_replays_the_states_and_moves_no_due_day():
    learner = make_learner()
    facts = log_histories(learner, FORGETFUL, 200)
    before = {held.fact_id: held for held in Memory.objects.of(learner)}
    fit_now(learner)

    done = ParameterFit.objects.get()
    learner.refresh_from_db()
    assert (done.state, done.is_kept, done.model, done.finished_at) == ("done", True, fitting.MODEL, NOON)
    assert done.loss_after < done.loss_before
    assert tuple(learner.scheduler_parameters) == tuple(done.parameters)
    for fact in facts:
        after = memory(learner, fact)
        assert standing_of(after) == replayed(learner, fact)
        assert (after.due, after.stability != before[fact.pk].stability) == (before[fact.pk].due, True)

    forget_parameters(learner, now=NOON)
    assert memory(learner, facts[0]).stability == pytest.approx(before[facts[0].pk].stability)


@needs_fsrs_rs
@pytest.mark.django_db
def test_what_predicts_no_better_is_told_and_not_kept():
    learner = make_learner()
    log_histories(learner, DEFAULT_PARAMETERS, 90)
    learner.scheduler_parameters = list(fit(histories(learner)).parameters)
    learner.save()
    kept = learner.scheduler_parameters

    done = fit_now(learner)  # the same answers give the same parameters

    learner.refresh_from_db()
    assert (done.state, done.is_kept) == ("done", False)
    assert done.loss_after == done.loss_before
    assert learner.scheduler_parameters == kept


@needs_fsrs_rs
@pytest.mark.django_db
def test_with_too_little_to_learn_from_the_fit_fails_and_says_so():
    learner = make_learner()
    log_histories(learner, FORGETFUL, 2)

    done = fit_now(learner)

    assert (done.state, done.is_kept, done.message) == (
        "failed",
        False,
        "Not yet: 14 answers tell something so far; it takes 400.",
    )


@pytest.mark.django_db
def test_a_fit_that_is_not_waiting_is_left_alone():
    gone = {"state": "failed", "message": "It was stopped.", "model": fitting.MODEL, "made_at": NOON}
    made = ParameterFit.objects.create(learner=make_learner(), **gone)

    carry_out_fit(made.pk, clock=lambda: NOON)

    made.refresh_from_db()
    assert (made.state, made.started_at) == ("failed", None)
