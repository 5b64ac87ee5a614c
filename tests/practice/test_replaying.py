"""Every memory of a learner replayed: under other parameters, and where the site keeps a memory for each kind."""

import pytest

from questions.models import DueMove, Memory, Review
from questions.practice.corrections import correct
from questions.practice.log import replayed, standing_of
from questions.practice.replaying import replay_all
from questions.practice.scheduler import DEFAULT_PARAMETERS
from questions.vocabulary import Kind
from tests.factories import NOON, make_facts, make_learner

from .sitting import ask, assert_memory_is_replay, at, memory, respond

pytestmark = pytest.mark.django_db

OTHERS = [*DEFAULT_PARAMETERS[:2], 9.0, *DEFAULT_PARAMETERS[3:]]
"""A first Good lasts four times as long."""


@pytest.fixture
def learner(db):
    return make_learner()


def all_standings(learner):
    return {held.fact_id: standing_of(held) for held in Memory.objects.of(learner)}


def test_new_parameters_replay_every_state_and_move_no_due_day(learner):
    facts = make_facts(3, kinds={Kind.TYPED})
    for fact in facts[:2]:
        ask(learner, fact, NOON)
        ask(learner, fact, at(2))
    before = {row.fact_id: (row.stability, row.due) for row in Memory.objects.all()}
    learner.scheduler_parameters = OTHERS
    learner.save()

    assert replay_all(learner, now=at(3)) == 2

    after = {row.fact_id: (row.stability, row.due) for row in Memory.objects.all()}
    assert [after[pk][1] for pk in after] == [before[pk][1] for pk in before]
    assert all(after[pk][0] > before[pk][0] for pk in before)
    assert replay_all(learner, now=at(3)) == 0


def test_a_due_day_that_no_answer_decided_is_logged_so_that_it_does_not_move(learner):
    [fact] = make_facts(1, kinds={Kind.TYPED})
    correct(learner, ask(learner, fact, NOON, right=False), "claim", now=NOON)
    learner.scheduler_parameters = OTHERS
    learner.save()
    due = memory(learner, fact).due

    replay_all(learner, now=at(1))

    assert memory(learner, fact).due == due
    assert DueMove.objects.get().reason == "kept"
    assert_memory_is_replay(learner, fact)


def test_a_site_that_keeps_its_memories_by_kind_and_again_by_fact_has_lost_nothing(learner, settings):
    facts = make_facts(4)
    for days in (0, 2, 8, 20, 60):
        for place, fact in enumerate(facts):
            ask(learner, fact, at(days), right=(days + place) % 3 > 0)
    respond(learner, facts[0], at(61))
    log, by_fact = list(Review.objects.values()), all_standings(learner)

    settings.MEMORY_PER = "kind"
    assert replay_all(learner, now=at(62)) == 4
    by_kind = all_standings(learner)
    assert all(standing.kinds for standing in by_kind.values())
    assert by_kind == {fact.pk: replayed(learner, fact) for fact in facts}
    settings.MEMORY_PER = "fact"
    assert replay_all(learner, now=at(62)) == 4

    assert all_standings(learner) == by_fact
    assert list(Review.objects.values()) == log


def test_answers_given_in_the_meantime_count_when_it_goes_back(learner, settings):
    [fact] = make_facts(1)
    ask(learner, fact, at(0))
    settings.MEMORY_PER = "kind"
    replay_all(learner, now=at(1))
    for days in (2, 10, 30):
        ask(learner, fact, at(days))
    settings.MEMORY_PER = "fact"

    replay_all(learner, now=at(31))

    held = memory(learner, fact)
    assert (held.review_count, held.last_day, held.kinds) == (4, at(30).date(), {})
    assert_memory_is_replay(learner, fact)


def test_without_the_replay_the_next_answer_finds_where_it_stands_by_itself(learner, settings):
    [fact] = make_facts(1)
    for days in (0, 2, 8):
        ask(learner, fact, at(days))
    settings.MEMORY_PER = "kind"

    ask(learner, fact, at(60))

    assert memory(learner, fact).kinds
    assert_memory_is_replay(learner, fact)
