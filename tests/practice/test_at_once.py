"""Two answers at the same moment, from two processes, on a real server."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection

from questions.models import Correction, Review
from questions.practice.cards import draw
from questions.practice.corrections import correct
from questions.practice.review import StaleAnswer
from tests.factories import NOON, make_facts, make_learner

from .sitting import answer, ask, assert_memory_is_replay, at, memory

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]


def at_once(*steps):
    """What each step returns or raises, all begun at the same moment in threads of their own."""
    ready = Barrier(len(steps))

    def run(step):
        try:
            ready.wait()
            return step()
        except StaleAnswer as stale:
            return stale
        finally:
            connection.close()

    with ThreadPoolExecutor(len(steps)) as threads:
        return list(threads.map(run, steps))


@pytest.mark.parametrize("known", [False, True])
def test_the_same_card_answered_in_two_tabs_at_once_is_one_review(known):
    learner, [fact] = make_learner(), make_facts(1)
    if known:
        ask(learner, fact, at(-3))
    card = draw(learner, fact, now=NOON)

    found = at_once(*[lambda: answer(card, NOON)] * 4)

    assert len(set(found)) == 1
    assert Review.objects.filter(token=card.token).count() == 1
    assert memory(learner, fact).version == 1 + known
    assert_memory_is_replay(learner, fact)


def test_an_answer_and_a_correction_at_once_leave_the_memory_as_its_log_says():
    learner, [fact] = make_learner(), make_facts(1)
    review = ask(learner, fact, NOON)
    card = draw(learner, fact, now=NOON)

    at_once(lambda: answer(card, at(seconds=5)), lambda: correct(learner, review, Correction.Act.UNDO, now=NOON))

    assert Correction.objects.count() == 1
    assert_memory_is_replay(learner, fact)
