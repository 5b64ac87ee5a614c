"""The log: kept under a version, read as corrected."""

from questions.practice.corrections import correct
from questions.practice.log import effective_log, keep, memory_of, standing_of
from questions.practice.replay import NOWHERE
from questions.vocabulary import Kind, Rating
from tests.factories import NOON, make_facts, make_memory

from .sitting import ask, at, memory


def test_a_memory_is_made_by_the_first_answer_only(learner):
    [fact] = make_facts(1)

    assert memory_of(learner, fact).pk is None
    assert standing_of(memory_of(learner, fact)) == NOWHERE


def test_the_version_only_grows(learner):
    [fact] = make_facts(1)

    assert keep(memory_of(learner, fact), NOWHERE)
    assert keep(memory_of(learner, fact), NOWHERE)

    assert memory(learner, fact).version == 2


def test_what_was_written_in_the_meantime_is_not_written_over(learner):
    [fact] = make_facts(1)
    new_here, new_there = memory_of(learner, fact), memory_of(learner, fact)
    assert [keep(new_here, NOWHERE), keep(new_there, NOWHERE)] == [True, False]

    here, there = memory(learner, fact), memory(learner, fact)
    assert [keep(here, NOWHERE), keep(there, NOWHERE)] == [True, False]


def test_a_suspension_outlives_every_answer(learner):
    [fact] = make_facts(1)
    make_memory(learner, fact, is_suspended=True)

    ask(learner, fact, NOON)

    assert memory(learner, fact).is_suspended


def test_the_log_is_what_stands_as_corrected(learner):
    [fact] = make_facts(1, kinds={Kind.TYPED})
    reviews = [ask(learner, fact, at(day), right=day != 2) for day in range(4)]
    correct(learner, reviews[3], "undo", now=at(3))
    correct(learner, reviews[2], "claim", now=at(3))

    log = effective_log(learner, fact)

    assert [entry.answer.rating for entry in log] == [Rating.GOOD] * 3
    assert [entry.decided_due is None for entry in log] == [False, False, True]
