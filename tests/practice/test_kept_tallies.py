"""What settled days add up to is kept, and is always what the log says."""

from collections import Counter

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule, run_state_machine_as_test

from questions.models import BandTally, DayTally, FactTally, Review
from questions.practice.corrections import NotPossible, as_it_stands, correct, regrade
from questions.practice.facts import forget
from questions.practice.kept_tallies import differences, rebuild, settle
from questions.vocabulary import Outcome
from tests.factories import MONDAY, make_facts, make_learner

from .sitting import ask, at, respond

pytestmark = pytest.mark.django_db

UNDO, CLAIM, GUESSED, EASY = "undo", "claim", "guessed", "easy"


def kept_days(learner):
    return [(tally.day.day, tally.answers, tally.right) for tally in DayTally.objects.of(learner)]


def test_a_day_is_kept_with_the_first_answer_of_a_later_one():
    learner, (one, other) = make_learner(), make_facts(2)
    ask(learner, one, at())
    ask(learner, other, at(seconds=60), right=False)
    assert kept_days(learner) == []

    ask(learner, other, at(days=3))

    assert kept_days(learner) == [(2, 2, 1)]
    assert learner.tallied_through == at(days=2).date()


def test_the_second_answer_of_a_day_asks_nothing_for_it():
    learner, (fact,) = make_learner(), make_facts(1)
    ask(learner, fact, at())
    ask(learner, fact, at(days=1))

    with CaptureQueriesContext(
        connection,
    ) as asked:
        settle(learner, at(days=1).date(), now=at(days=1, seconds=9))

    assert len(asked) == 0


def test_within_an_hour_of_the_turn_of_the_day_an_answer_of_yesterday_may_still_come():
    """A day turns at four: at 4:59 the day before is left open, at 5:00 it is not."""
    learner, (fact,) = make_learner(), make_facts(1)
    ask(learner, fact, at())

    ask(learner, fact, at(seconds=17 * 3600 - 60))
    assert kept_days(learner) == []

    ask(learner, fact, at(seconds=17 * 3600))
    assert kept_days(learner) == [(2, 1, 1)]


def test_a_claim_about_a_settled_day_changes_its_sums():
    learner, (fact,) = make_learner(), make_facts(1, kinds={"typed"})
    ask(learner, fact, at())
    wrong = ask(learner, fact, at(days=5), right=False)
    ask(learner, fact, at(days=9))
    assert kept_days(learner) == [(2, 1, 1), (7, 1, 0)]

    correct(learner, wrong, CLAIM, now=at(days=9, seconds=60))

    assert kept_days(learner) == [(2, 1, 1), (7, 1, 1)]
    assert BandTally.objects.get().right == 1
    assert FactTally.objects.get().right == 1


def test_a_quiz_handed_in_late_is_added_to_its_own_day():
    learner, (one, other) = make_learner(), make_facts(2)
    for days in (0, 3, 5):
        ask(learner, one, at(days=days))
    assert kept_days(learner) == [(2, 1, 1), (5, 1, 1)]

    respond(learner, other, at(days=2), right=False)

    assert kept_days(learner) == [(2, 1, 1), (4, 1, 0), (5, 1, 1)]
    assert differences(learner) == []


def test_a_quiz_after_the_last_day_kept_waits_with_the_days_that_are_not():
    learner, (one, other) = make_learner(), make_facts(2)
    ask(learner, one, at())
    ask(learner, one, at(days=5))

    respond(learner, other, at(days=2), right=False)
    assert kept_days(learner) == [(2, 1, 1)]

    ask(learner, one, at(days=8))
    assert kept_days(learner) == [(2, 1, 1), (4, 1, 0), (7, 1, 1)]


def test_other_peoples_sums_stay_as_they_are():
    learner, other, (fact,) = make_learner(), make_learner("eve"), make_facts(1)
    for person in (learner, other):
        ask(person, fact, at())
        ask(person, fact, at(days=5))

    rebuild(learner, now=at(days=5))

    assert kept_days(learner) == kept_days(other) == [(2, 1, 1)]


def test_what_was_tampered_with_is_named_and_made_anew():
    learner, (fact,) = make_learner(), make_facts(1)
    ask(learner, fact, at())
    ask(learner, fact, at(days=5))
    DayTally.objects.update(answers=7, due_since=MONDAY)
    FactTally.objects.all().delete()

    assert differences(learner) == [
        "ada: DayTally 2026-11-02: answers 7, log 1",
        f"ada: FactTally {fact.pk}: answers 0, log 1",
        "ada: DayTally 2026-11-02: due_since 2026-11-02, log None",
    ]
    assert rebuild(learner, now=at(days=5)) == 1
    assert differences(learner) == []


def test_who_has_answered_nothing_has_nothing_to_keep():
    learner = make_learner()

    assert (rebuild(learner, now=at()), differences(learner), learner.tallied_through) == (0, [], None)


class AnyOrder(RuleBasedStateMachine):
    """Answers, undos, claims, quiz answers of days gone by, regrades, forgetting and rebuilds in any order."""

    def __init__(self):
        super().__init__()
        self.before = transaction.savepoint()
        self.learner, self.facts = make_learner(is_load_even=True), make_facts(3)
        self.seconds, self.reviews = 0, []

    @property
    def now(self):
        return at(seconds=self.seconds)

    @rule(fact=st.integers(0, 2), right=st.booleans(), hours=st.sampled_from([0.1, 3, 16.5, 20, 50, 400]))
    def answer(self, fact, right, hours):
        self.seconds += int(hours * 3600)
        self.reviews.append(ask(self.learner, self.facts[fact], self.now, right=right))

    @precondition(lambda self: self.reviews)
    @rule(place=st.integers(0, 6), act=st.sampled_from([UNDO, CLAIM, GUESSED, EASY]))
    def correct(self, place, act):
        review = self.reviews[-1 - place % len(self.reviews)]
        try:
            correct(self.learner, review, act, now=self.now)
        except NotPossible:
            return

    @rule(fact=st.integers(0, 2), right=st.booleans(), hours_ago=st.sampled_from([0, 5, 30, 200]))
    def hand_in(self, fact, right, hours_ago):
        self.seconds += 60
        answered_at = at(seconds=self.seconds - hours_ago * 3600)
        self.reviews.append(respond(self.learner, self.facts[fact], answered_at, right=right))

    @precondition(lambda self: self.reviews)
    @rule(place=st.integers(0, 6), outcome=st.sampled_from([Outcome.CORRECT, Outcome.WRONG]))
    def grade_again(self, place, outcome):
        review = self.reviews[-1 - place % len(self.reviews)]
        if as_it_stands(review).last_act not in {UNDO, "forget"}:
            regrade(review, outcome=outcome, made_by=None, now=self.now)

    @precondition(lambda self: self.reviews)
    @rule(fact=st.integers(0, 2))
    def forget(self, fact):
        try:
            forget(self.learner, self.facts[fact], now=self.now)
        except NotPossible:
            return

    @rule()
    def make_anew(self):
        rebuild(self.learner, now=self.now)

    @invariant()
    def what_is_kept_is_what_the_log_says(self):
        assert differences(self.learner) == []

    @invariant()
    def each_settled_day_has_as_many_answers_as_stand(self):
        standing = Counter(Review.objects.of(self.learner).as_corrected().values_list("day", flat=True))
        rows = dict(DayTally.objects.of(self.learner).values_list("day", "answers"))
        kept = {day: answers for day, answers in rows.items() if answers}
        assert kept == {day: count for day, count in standing.items() if rows and day <= max(rows)}

    def teardown(self):
        transaction.savepoint_rollback(self.before)


def test_whatever_the_order_the_sums_are_those_of_the_log():
    few = settings(max_examples=25, stateful_step_count=14, deadline=None, suppress_health_check=list(HealthCheck))

    run_state_machine_as_test(AnyOrder, settings=few)
