"""Answers, corrections, edits, breaks and settings in whatever order: the memory is always the replay of the log."""

from datetime import timedelta

import pytest
from django.db import transaction
from django.test import override_settings
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule, run_state_machine_as_test

from questions.models import DueMove, Memory, Question
from questions.practice.breaks import call_off, plan_break
from questions.practice.cards import draw
from questions.practice.corrections import NotPossible, acts_of, as_it_stands, correct, regrade
from questions.practice.decisions import move
from questions.practice.facts import forget, weaken
from questions.practice.learner import day_of
from questions.practice.log import is_outdated, replayed, standing_of
from questions.practice.replaying import replay_all
from questions.practice.review import record_review
from questions.practice.scheduler import DEFAULT_PARAMETERS
from questions.vocabulary import Kind, Outcome
from tests.factories import make_facts, make_learner

from .sitting import ask, at, respond

UNDO, CLAIM, GUESSED, EASY = "undo", "claim", "guessed", "easy"
OTHERS = [*DEFAULT_PARAMETERS[:2], 6.0, *DEFAULT_PARAMETERS[3:]]


class AnyOrder(RuleBasedStateMachine):
    """Answers, undos, claims, guesses, quiz answers, forgetting, changes, moves, breaks, other parameters, and a site
    that keeps its memories by fact or by kind, in any order, over some weeks."""

    def __init__(self):
        super().__init__()
        self.before, self.setting = transaction.savepoint(), None
        self.keep_memories_per("fact")
        self.learner = make_learner(is_load_even=True, week="2222210")
        self.fact, self.neighbour = make_facts(2)
        self.seconds, self.reviews, self.versions = 0, [], [0]

    @property
    def now(self):
        return at(seconds=self.seconds)

    @rule(right=st.booleans(), hours=st.sampled_from([0.1, 3, 20, 50, 400]))
    def answer(self, right, hours):
        self.seconds += int(hours * 3600)
        self.reviews.append(ask(self.learner, self.fact, self.now, right=right))

    @rule(right=st.booleans())
    def answer_the_neighbour(self, right):
        ask(self.learner, self.neighbour, self.now, right=right)

    @rule()
    def take_it_for_its_neighbour(self):
        card = draw(self.learner, self.fact, now=self.now)
        if card.kind in {Kind.CLOZE, Kind.TYPED}:
            given = self.neighbour.answer
            self.reviews.append(record_review(self.learner, card, given=given, now=self.now))

    @precondition(lambda self: self.reviews)
    @rule(place=st.integers(0, 3), act=st.sampled_from([UNDO, CLAIM, GUESSED, EASY]))
    def correct(self, place, act):
        review = self.reviews[-1 - place % len(self.reviews)]
        try:
            correct(self.learner, review, act, now=self.now)
        except NotPossible:
            assert act not in {act.value for act in acts_of(as_it_stands(review), day_of(review.learner, self.now))}

    @rule(right=st.booleans(), hours_ago=st.sampled_from([0, 5, 30, 200]))
    def hand_in(self, right, hours_ago):
        answered_at, self.seconds = at(seconds=self.seconds - hours_ago * 3600), self.seconds + 60
        token = f"quiz-{self.seconds}"
        self.reviews.append(respond(self.learner, self.fact, answered_at, right=right, answer_shown=right, token=token))

    @precondition(lambda self: self.reviews)
    @rule(outcome=st.sampled_from([Outcome.CORRECT, Outcome.WRONG]))
    def grade_again(self, outcome):
        standing = [
            review for review in self.reviews if as_it_stands(review).last_act not in {UNDO, "forget", "changed"}
        ]
        if standing:
            regrade(standing[0], outcome=outcome, made_by=None, now=self.now)

    @rule(what=st.sampled_from([forget, weaken]))
    def lose(self, what):
        if what is forget:
            forget(self.learner, self.fact, now=self.now)
        else:
            weaken([self.fact], now=self.now)

    @precondition(lambda self: self.reviews)
    @rule(days=st.integers(0, 30), minutes_back=st.sampled_from([0, 0, 30]))
    def move_the_due_day(self, days, minutes_back):
        held, now = Memory.objects.get(fact=self.fact), at(seconds=self.seconds - 60 * minutes_back)
        day = day_of(self.learner, now)
        move(held, day + timedelta(days=days), reason=DueMove.Reason.AWAY, day=day, now=now)

    @rule(first=st.integers(0, 20), days=st.integers(0, 20))
    def plan(self, first, days):
        day = day_of(self.learner, self.now) + timedelta(days=first)
        plan_break(self.learner, day, day + timedelta(days=days), now=self.now)

    @rule()
    def call_the_break_off(self):
        call_off(self.learner, now=self.now)

    @rule(kind=st.sampled_from([Kind.CHOICE, Kind.CLOZE]), is_current=st.booleans())
    def edit_the_bank(self, kind, is_current):
        Question.objects.filter(fact=self.fact, kind=kind).update(is_current=is_current)

    @rule(own=st.sampled_from([None, OTHERS]))
    def change_parameters(self, own):
        self.learner.scheduler_parameters = own
        self.learner.save()
        replay_all(self.learner, now=self.now)

    @rule(per=st.sampled_from(["fact", "kind"]), at_once=st.booleans())
    def keep_memories_otherwise(self, per, at_once):
        self.keep_memories_per(per)
        if at_once:
            replay_all(self.learner, now=self.now)
            assert not any(is_outdated(held) for held in Memory.objects.all())

    def keep_memories_per(self, per):
        if self.setting is not None:
            self.setting.disable()
        self.setting = override_settings(MEMORY_PER=per)
        self.setting.enable()

    @invariant()
    def every_memory_is_the_replay_of_the_log(self):
        for held in Memory.objects.of(self.learner):
            assert standing_of(held) == replayed(self.learner, held.fact)

    @invariant()
    def a_version_only_grows(self):
        held = Memory.objects.of(self.learner).filter(fact=self.fact).first()
        if held is None:
            assert self.reviews == []
            return
        self.versions.append(held.version)
        assert self.versions == sorted(self.versions)

    def teardown(self):
        self.setting.disable()
        transaction.savepoint_rollback(self.before)


@pytest.mark.django_db
def test_whatever_the_order_the_memory_is_the_replay_of_the_log():
    few = settings(max_examples=40, stateful_step_count=15, deadline=None, suppress_health_check=list(HealthCheck))

    run_state_machine_as_test(AnyOrder, settings=few)
