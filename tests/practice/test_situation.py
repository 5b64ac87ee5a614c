"""What an answer depends on is found in one query: the day, the fact's newest answer, the ease of the kind."""

from datetime import timedelta

import pytest

from questions.models import KindEase
from questions.practice.cards import draw
from questions.practice.corrections import correct
from questions.practice.situation import Situation, situation_of
from questions.vocabulary import Kind
from tests.factories import MONDAY, NOON, make_facts, make_learner

from .sitting import ask, at

pytestmark = pytest.mark.django_db


def test_a_fact_never_met_on_a_site_that_learnt_nothing(learner, django_assert_num_queries):
    card = draw(learner, make_facts(1)[0], now=NOON)
    other = make_learner("bo")
    ask(other, card.fact, at(3))

    with django_assert_num_queries(1):
        found = situation_of(card, NOON)

    assert found == Situation(day=MONDAY, logged_at=None, answers_again=False, ease=0)


def test_the_newest_answer_counts_and_the_ease_is_that_of_the_kind(learner):
    one, two = make_facts(2, kinds={Kind.CHOICE})
    KindEase.objects.create(kind=Kind.CHOICE, ease=0.7, answers=9, learnt_at=NOON)
    KindEase.objects.create(kind=Kind.TYPED, ease=0.1, answers=9, learnt_at=NOON)
    for fact, second in ((one, 0), (one, 5), (two, 9)):
        review = ask(learner, fact, at(seconds=second))

    found = situation_of(draw(learner, one, now=NOON), NOON)
    assert found == Situation(day=MONDAY, logged_at=at(seconds=5), answers_again=False, ease=0.7)

    correct(learner, review, "undo", now=at(seconds=10))
    assert situation_of(draw(learner, two, now=NOON), NOON).answers_again


def test_the_day_never_goes_back(learner):
    one, two = make_facts(2)
    ask(learner, one, at(2))

    assert situation_of(draw(learner, two, now=NOON), NOON).day == MONDAY + timedelta(days=2)
    assert situation_of(draw(learner, two, now=NOON), at(4)).day == MONDAY + timedelta(days=4)
