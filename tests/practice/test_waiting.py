"""What waits today: which facts are due, which are new, and in which order they are asked."""

from datetime import timedelta

import pytest

from questions.models import Bank, Memory
from questions.practice.facts import forget, suspend
from questions.practice.queue import next_card, next_due, today
from questions.practice.shown import shown_on
from questions.practice.studies import take_up
from questions.practice.waiting import NEW_AT_ONCE, PLACES, new_facts, waiting_for
from questions.vocabulary import Kind
from tests.factories import (
    MONDAY,
    NOON,
    add_statement,
    make_facts,
    make_memory,
    make_study,
    make_unit,
)

from .sitting import ask, at, keys, next_key, practise, respond

pytestmark = pytest.mark.django_db


def copy_of(fact, number):
    return {
        "bank_id": fact.bank_id,
        "unit_id": fact.unit_id,
        "statement_id": fact.statement_id,
        "key": f"{fact.key}/{number}",
        "blank": f"b{number}",
        "position": 10 + number,
        "answer": f"Answer {number}",
        "answer_type": fact.answer_type,
        "changed_at": fact.changed_at,
    }


def test_due_facts_are_asked_and_later_ones_are_not(learner):
    late, due, later = make_facts(3)
    make_memory(learner, late, due=MONDAY - timedelta(days=3))
    make_memory(learner, due)
    make_memory(learner, later, due=MONDAY + timedelta(days=1))

    assert sorted(practise(learner, NOON)) == keys([late, due])


def test_the_order_is_a_shuffle_that_stays_the_same_all_day(learner):
    facts = make_facts(30)
    for fact in facts:
        make_memory(learner, fact)

    first = next_key(learner)
    order = practise(learner, NOON)

    assert order[0] == first
    assert sorted(order) == sorted(keys(facts)) != order


def test_another_day_shuffles_anew(learner):
    for fact in make_facts(30):
        make_memory(learner, fact)

    today_first, tomorrow_first = ([next_key(learner, at(day)) for day in days] for days in ((0, 0, 0), (1, 2, 3)))

    assert len(set(today_first)) == 1
    assert len(set(tomorrow_first)) > 1


def test_in_a_backlog_the_most_nearly_forgotten_come_first_and_the_day_has_its_limit(learner):
    learner.due_per_day = 3
    learner.save()
    facts = make_facts(5)
    for fact, stability in zip(facts, [5.0, 80.0, 20.0, 1.0, 40.0], strict=True):
        make_memory(learner, fact, stability=stability)

    assert today(learner, now=NOON).due == 3
    assert practise(learner, NOON) == keys([facts[3], facts[0], facts[2]])  # R falls with stability
    assert today(learner, now=at(seconds=500)).left == 0
    assert next_due(learner, now=at(seconds=500))[0] == MONDAY + timedelta(days=1)


def test_when_no_more_is_due_than_the_limit_it_is_a_shuffle(learner):
    learner.due_per_day = 30
    learner.save()
    facts = make_facts(30)
    for number, fact in enumerate(facts):
        make_memory(learner, fact, stability=100.0 - number)

    assert practise(learner, NOON) != keys(facts)


def test_a_suspended_fact_is_not_asked(learner):
    fact, new = make_facts(2)
    make_study(learner, fact.bank)
    make_memory(learner, fact)
    for each in (fact, new):
        suspend(learner, each, is_suspended=True)

    assert next_card(learner, now=NOON) is None
    suspend(learner, fact, is_suspended=False)
    assert next_key(learner) == fact.key


def test_a_retired_fact_is_not_asked(learner):
    [fact, _] = make_facts(2)
    make_study(learner, fact.bank)
    make_memory(learner, fact)
    fact.bank.facts.update(retired_at=NOON)

    assert next_card(learner, now=NOON) is None


def test_a_fact_that_lost_its_questions_is_not_asked(learner):
    fact, new = make_facts(2)
    make_study(learner, fact.bank)
    make_memory(learner, fact)
    for each in (fact, new):
        each.questions.update(is_current=False)

    assert next_card(learner, now=NOON) is None


def test_a_bank_that_is_no_longer_shown_to_the_learner_is_not_asked(learner):
    [fact, _] = make_facts(2)
    make_study(learner, fact.bank)
    make_memory(learner, fact)
    Bank.objects.update(visibility=Bank.Visibility.PRIVATE)

    assert next_card(learner, now=NOON) is None


def test_a_bank_in_the_archive_gives_no_new_facts_but_due_ones_go_on(learner):
    facts = make_facts(3)
    make_study(learner, facts[0].bank)
    make_memory(learner, facts[0])
    assert (today(learner, now=NOON).due, today(learner, now=NOON).new) == (1, 2)

    Bank.objects.update(archived_at=NOON)

    assert (today(learner, now=NOON).due, today(learner, now=NOON).new) == (1, 0)


def test_facts_of_a_quiz_are_asked_though_their_bank_was_never_taken_up(learner):
    [fact] = make_facts(1)
    respond(learner, fact, at(-5), right=False)

    assert next_key(learner) == fact.key


def test_new_facts_come_in_the_order_of_teaching_up_to_the_limit(learner):
    facts = make_facts(6)
    make_study(learner, facts[0].bank, new_per_day=3)

    assert practise(learner, NOON) == keys(facts[:3])
    assert practise(learner, at(1), cards=20)[-1] in keys(facts)
    assert {memory.fact.key for memory in Memory.objects.all()} == set(keys(facts))


def test_a_high_limit_is_filled_however_many_are_read_at_once(learner):
    facts = make_facts(2 * NEW_AT_ONCE + 20)
    study = make_study(learner, facts[0].bank, new_per_day=2 * NEW_AT_ONCE + 10)
    shown = shown_on(learner, MONDAY, now=NOON)

    assert new_facts(learner, study, shown, ()) == [fact.pk for fact in facts[: 2 * NEW_AT_ONCE + 10]]


def test_however_many_are_owed_all_of_them_are_asked_again(learner):
    facts = make_facts(len(PLACES) + 3, kinds={Kind.CHOICE})
    make_study(learner, facts[0].bank)
    for second, fact in enumerate(facts):
        ask(learner, fact, at(seconds=second), right=False)

    found = waiting_for(learner, shown_on(learner, MONDAY, now=at(1)))

    assert list(found.owed) == [fact.pk for fact in facts]


def test_each_study_has_its_own_limit_and_its_place(learner):
    first, second = make_facts(3, key="first"), make_facts(3, key="second")
    make_study(learner, second[0].bank, new_per_day=1)
    make_study(learner, first[0].bank, new_per_day=2)

    assert practise(learner, NOON) == keys([second[0], *first[:2]])


def test_a_limit_of_nothing_brings_nothing_new(learner):
    make_study(learner, make_facts(1)[0].bank, new_per_day=0)

    assert next_card(learner, now=NOON) is None


def test_only_the_units_taken_up_bring_new_facts(learner):
    skipped = make_facts(2)
    other = make_unit(skipped[0].bank, "other", "The other")
    wanted = add_statement(other, "They ate [rice](term:what).")
    take_up(learner, skipped[0].bank, new_per_day=5, units=[other], pause=None)

    assert practise(learner, NOON) == keys(wanted)


def test_a_paused_study_asks_nothing_new_and_nothing_due(learner):
    due, new = make_facts(2)
    study = make_study(learner, due.bank, is_paused=True)
    make_memory(learner, due)

    assert next_card(learner, now=NOON) is None
    assert next_due(learner, now=NOON) == (None, 0)
    study.is_paused = False
    study.save()
    assert sorted(practise(learner, NOON)) == keys([due, new])


def test_a_forgotten_fact_is_new_again_from_the_next_day_on(learner):
    facts = make_facts(2)
    make_study(learner, facts[0].bank, new_per_day=2)
    ask(learner, facts[0], NOON)
    forget(learner, facts[0], now=at(seconds=5))

    assert practise(learner, at(seconds=10)) == keys([facts[1]])
    assert practise(learner, at(1))[0:2].count(facts[0].key) == 1


def test_a_thousand_rows_are_looked_at_and_no_more(learner, django_assert_num_queries):
    learner.due_per_day = 1000
    learner.save()
    facts = make_facts(2, kinds={Kind.CHOICE})
    many = [facts[0].__class__(**copy_of(facts[0], number)) for number in range(1100)]
    facts[0].__class__.objects.bulk_create(many)
    questions = facts[0].questions.model
    questions.objects.bulk_create(questions(fact=fact, kind=Kind.CHOICE, prompt="?", answer="x") for fact in many)
    Memory.objects.bulk_create(
        Memory(learner=learner, fact=fact, stability=9, difficulty=5, last_day=MONDAY - timedelta(days=9), due=MONDAY)
        for fact in many
    )

    assert today(learner, now=NOON).due == 1  # all of one statement, so one of them today
    facts[0].__class__.objects.filter(pk__in=[fact.pk for fact in many]).update(statement=facts[1].statement)
    assert next_card(learner, now=NOON) is not None
