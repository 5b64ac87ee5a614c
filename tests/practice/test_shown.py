"""What was shown today: its siblings rest, and a quiz that is being sat keeps its facts away."""

from datetime import timedelta

import pytest

from questions.practice.corrections import correct
from questions.practice.queue import Today, next_card, next_due, today
from tests.factories import (
    MONDAY,
    NOON,
    add_statement,
    make_bank,
    make_facts,
    make_learner,
    make_memory,
    make_study,
    make_unit,
)

from .sitting import ask, at, keys, next_key, practise, respond, sit_quiz

pytestmark = pytest.mark.django_db

TWO_BLANKS = "In [1871](date:when) the camp stood at [Baravik](place:where)."


def test_siblings_rest_till_the_next_day_once_one_was_shown(learner):
    one, two = add_statement(make_unit(make_bank()), TWO_BLANKS)
    make_study(learner, one.bank)

    assert today(learner, now=NOON).new == 1
    assert practise(learner, NOON) == keys([one])
    assert today(learner, now=at(1)) == Today(due=1, new=0, owed=0, done=0, minutes=1)  # the first one is due
    assert practise(learner, at(1)) == keys([one])
    assert practise(learner, at(2)) == keys([two])


def drafted(unit, text, start, end, passage=None):
    """One fact as the desk makes it of a draft: a statement of its own, at its place in the paragraph."""
    [fact] = add_statement(unit, text, start=start, end=end)
    if passage is not None:
        fact.statement.passages.set([passage])
    return fact


@pytest.fixture
def of_one_sentence(learner):
    """Two facts of one sentence and one of the next, of a paragraph that was imported."""
    unit = make_unit(make_bank())
    one = drafted(unit, "In [1871](date:when) the camp stood at Baravik.", 0, 42)
    paragraph = one.statement.passages.get()
    two = drafted(unit, "In 1871 the camp stood at [Baravik](place:where).", 0, 42, paragraph)
    return [one, two, drafted(unit, "It moved to [Temir](place:where) later.", 43, 70, paragraph)]


def test_facts_drafted_of_one_sentence_rest_for_each_other_though_each_has_its_statement(learner, of_one_sentence):
    one, two, other = of_one_sentence
    make_study(learner, one.bank)

    assert practise(learner, NOON) == keys([one, other])
    assert next_key(learner, at(1), extra=f"unit:{one.unit_id}") == one.key
    assert practise(learner, at(2), extra=f"unit:{one.unit_id}") == keys([one, other])
    ask(learner, two, at(3))
    assert practise(learner, at(3, 1), extra=f"unit:{one.unit_id}") == keys([other])


def test_the_same_place_of_another_paragraph_is_another_sentence(learner):
    unit = make_unit(make_bank())
    facts = [drafted(unit, "The lake is [deep](term:what).", 0, 20), drafted(unit, "It is [cold](term:what).", 0, 20)]

    assert practise(learner, NOON, extra=f"unit:{unit.pk}") == keys(facts)


def test_a_quiz_that_is_sat_keeps_all_facts_of_its_sentences_away(learner, of_one_sentence):
    one, _, other = of_one_sentence
    sit_quiz(learner, [one], begun=NOON)

    assert practise(learner, at(seconds=5), extra=f"unit:{one.unit_id}") == keys([other])


def test_of_two_due_siblings_one_is_asked_and_the_other_comes_back_tomorrow(learner):
    one, two = add_statement(make_unit(make_bank()), TWO_BLANKS)
    for fact in (one, two):
        make_memory(learner, fact)

    assert today(learner, now=NOON).due == 1
    asked = practise(learner, NOON)
    assert len(asked) == 1
    assert next_due(learner, now=at(seconds=9)) == (MONDAY + timedelta(days=1), 1)
    assert {*asked, next_key(learner, at(1))} == set(keys([one, two]))


def test_a_wrong_answer_comes_back_though_its_sibling_rests(learner):
    one, _ = add_statement(make_unit(make_bank()), TWO_BLANKS)
    make_study(learner, one.bank)

    assert practise(learner, NOON, cards=3, right=False) == keys([one] * 3)


def test_an_undone_answer_was_still_shown(learner):
    one, two = add_statement(make_unit(make_bank()), TWO_BLANKS)
    make_study(learner, one.bank)
    correct(learner, ask(learner, two, NOON), "undo", now=NOON)

    assert practise(learner, at(seconds=9)) == keys([two])


def test_facts_of_an_open_quiz_and_their_siblings_stay_away(learner):
    one, two = add_statement(make_unit(make_bank()), TWO_BLANKS)
    [other] = add_statement(one.unit, "They ate [rice](term:what).")
    for fact in (one, two):
        make_memory(learner, fact)
    make_study(learner, one.bank)
    attempt = sit_quiz(learner, [one], begun=NOON)

    assert practise(learner, at(seconds=9)) == keys([other])
    attempt.handed_in_at = at(seconds=60)
    attempt.save()
    assert practise(learner, at(seconds=90)) == keys([one])


def test_an_owed_fact_stays_away_while_its_quiz_is_open(learner):
    [fact] = make_facts(1)
    ask(learner, fact, NOON, right=False)
    sit_quiz(learner, [fact], begun=at(seconds=5))

    assert next_card(learner, now=at(seconds=9)) is None


def test_a_quiz_that_closed_without_being_handed_in_keeps_nothing_away(learner):
    [fact] = make_facts(1)
    make_memory(learner, fact)
    sit_quiz(learner, [fact], begun=at(-1))

    assert next_key(learner) == fact.key


def test_siblings_of_what_a_quiz_showed_rest_even_when_it_was_left_unanswered(learner):
    one, two = add_statement(make_unit(make_bank()), TWO_BLANKS)
    make_memory(learner, two)
    sit_quiz(learner, [one], begun=NOON, handed_in=at(seconds=60))

    assert next_card(learner, now=at(seconds=90)) is None
    assert next_key(learner, at(1)) == two.key


def test_siblings_of_what_a_quiz_showed_that_ran_out_today_rest_though_nobody_closed_it(learner):
    one, two = add_statement(make_unit(make_bank()), TWO_BLANKS)
    make_memory(learner, two)
    attempt = sit_quiz(learner, [one], begun=at(-1))
    attempt.closes_at = at(seconds=-60)
    attempt.save()

    assert next_card(learner, now=NOON) is None
    assert next_key(learner, at(1)) == two.key


def test_somebody_elses_quiz_keeps_nothing_away(learner):
    [fact] = make_facts(1)
    make_memory(learner, fact)
    sit_quiz(make_learner("bo"), [fact], begun=NOON)

    assert next_key(learner, at(seconds=5)) == fact.key


def test_what_was_wrong_in_a_quiz_and_not_shown_is_asked_today_once(learner):
    [fact] = make_facts(1)
    respond(learner, fact, NOON, right=False, answer_shown=False)

    assert practise(learner, at(seconds=60)) == keys([fact])
    assert next_due(learner, now=at(seconds=90)) == (MONDAY + timedelta(days=1), 1)
