"""A site that keeps a memory for each kind of a fact (`MEMORY_PER=kind`): its cards, its queue, its log."""

from datetime import timedelta

import pytest

from questions.models import Question, Review
from questions.practice.cards import draw
from questions.practice.corrections import correct
from questions.practice.ease import learn_ease
from questions.practice.queue import left_of, look_at, summary
from questions.practice.scheduler import State, recall
from questions.vocabulary import Kind
from tests.factories import NOON, make_facts, make_learner, make_study

from .sitting import answer, ask, assert_memory_is_replay, at, keys, memory, next_key, respond

pytestmark = pytest.mark.django_db
CHOICE, CLOZE, TYPED = Kind.CHOICE, Kind.CLOZE, Kind.TYPED


@pytest.fixture
def learner(settings):
    settings.MEMORY_PER = "kind"
    return make_learner()


def days_until(learner, fact, now):
    return (memory(learner, fact).due - now.date()).days


def due_of_kind_before(review):
    """The day that the last answer of its kind decided."""
    return Review.objects.filter(kind=review.kind, day__lt=review.day).latest("day").due_after


def go_on(learner, fact, times, *, start=0):
    """The fact answered right each time it comes back: the kinds asked, and the days on which."""
    kinds, days, day = [], [], start
    for _ in range(times):
        kinds.append(ask(learner, fact, at(day)).kind)
        days.append(day)
        day += max(1, days_until(learner, fact, at(day)))
    return kinds, days


def test_each_kind_is_met_when_its_rung_is_reached_and_comes_back_by_itself(learner):
    [fact] = make_facts(1)

    kinds, _ = go_on(learner, fact, 8)

    assert kinds[0] == CHOICE
    assert kinds.index(CLOZE) < kinds.index(TYPED)
    assert len(set(kinds[-4:])) > 1  # none is left behind
    assert_memory_is_replay(learner, fact)


def test_an_answer_is_logged_with_what_is_believed_of_its_kind(learner):
    [fact] = make_facts(1)
    go_on(learner, fact, 7)

    for kind in (CHOICE, CLOZE, TYPED):
        first, *later = Review.objects.filter(kind=kind).order_by("day")
        assert first.recall_before is first.stability_before is None
        previous = first
        for review in later:
            state = State(previous.stability_after, previous.difficulty_after, previous.day)
            assert review.stability_before == previous.stability_after
            assert review.recall_before == pytest.approx(recall(state, review.day))
            previous = review


def test_the_fact_comes_back_when_the_first_of_its_kinds_does(learner):
    [fact] = make_facts(1)
    go_on(learner, fact, 6)

    held = memory(learner, fact)

    assert held.due == min(Review.objects.filter(kind=kind).latest("day").due_after for kind in held.kinds)


def test_meeting_a_second_kind_is_no_new_fact(learner):
    [fact] = make_facts(1)
    make_study(learner, fact.bank, new_per_day=1)
    _, days = go_on(learner, fact, 6)

    met = Review.objects.filter(kind=CLOZE).earliest("day")

    assert met.stability_before is None
    assert days.index((met.day - NOON.date()).days) > 0
    assert summary(learner, now=at(days[-1])).new == 0


def test_a_fact_is_asked_once_a_day_whatever_else_of_it_is_due(learner):
    facts = make_facts(2)
    make_study(learner, facts[0].bank, new_per_day=0)
    for fact in facts:
        go_on(learner, fact, 3)

    assert {next_key(learner, at(90))} <= set(keys(facts))
    for second in range(2):
        key = next_key(learner, at(90, seconds=second))
        answer(draw(learner, next(fact for fact in facts if fact.key == key), now=at(90)), at(90, seconds=second))

    assert next_key(learner, at(90, seconds=5)) is None
    assert all(memory(learner, fact).due <= at(90).date() for fact in facts)  # the other kinds, tomorrow
    assert next_key(learner, at(91)) in keys(facts)


def test_what_is_wrong_is_asked_again_in_the_same_kind_and_moves_nothing(learner):
    [fact] = make_facts(1)
    go_on(learner, fact, 3)
    wrong = ask(learner, fact, at(60), right=False)
    due = memory(learner, fact).due

    again = ask(learner, fact, at(60, seconds=60))

    assert (again.kind, again.is_repeat) == (wrong.kind, True)
    assert memory(learner, fact).due == due
    assert_memory_is_replay(learner, fact)


def test_undone_an_answer_leaves_its_kind_as_it_was(learner):
    [fact] = make_facts(1)
    go_on(learner, fact, 4)
    before = memory(learner, fact).kinds

    correct(learner, ask(learner, fact, at(90), right=False), "undo", now=at(90, seconds=9))

    assert memory(learner, fact).kinds == before
    assert_memory_is_replay(learner, fact)


def test_a_kind_that_the_bank_dropped_does_not_bring_the_fact_back_every_day(learner):
    [fact] = make_facts(1)
    _, days = go_on(learner, fact, 3)
    Question.objects.filter(fact=fact, kind=CHOICE).update(is_current=False)

    asked, later = go_on(learner, fact, 9, start=days[-1] + 5)

    assert CHOICE not in asked
    reviews = Review.objects.filter(day__gte=at(later[0]).date(), stability_before__isnull=False)
    assert all(review.day >= due_of_kind_before(review) - timedelta(days=1) for review in reviews)


def test_a_quiz_moves_the_memory_of_its_kind_alone(learner):
    [fact] = make_facts(1)
    ask(learner, fact, at(0))
    choice = memory(learner, fact).kinds[CHOICE]

    respond(learner, fact, at(5))

    assert memory(learner, fact).kinds[CHOICE] == choice
    assert set(memory(learner, fact).kinds) == {CHOICE, TYPED}
    assert_memory_is_replay(learner, fact)


def test_nothing_is_a_probe_and_no_ease_is_learnt(learner):
    facts = make_facts(60)
    for fact in facts:
        ask(learner, fact, at(0))
        ask(learner, fact, at(9))

    assert not Review.objects.filter(is_probe=True).exists()
    assert learn_ease(now=at(10)) == {}
    assert Review.objects.filter(is_of_kind=True).count() == 120


def test_a_day_has_left_what_is_due(learner):
    facts = make_facts(3)
    make_study(learner, facts[0].bank, new_per_day=1)
    ask(learner, facts[0], at(0))

    left = left_of(look_at(learner, now=at(5)))

    assert (left.due, left.new) == (1, 1)
