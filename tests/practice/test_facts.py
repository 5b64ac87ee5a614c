"""Facts put away, taken back, forgotten, changed; and the list and the history that show them."""

from datetime import timedelta

import pytest

from questions.models import Correction, Memory, Review
from questions.practice.corrections import correct
from questions.practice.facts import bury, facts_of, forget, history, suspend, weaken
from questions.practice.queue import next_card
from tests.factories import MONDAY, NOON, add_statement, make_facts, make_learner, make_memory, make_study

from .sitting import ask, assert_memory_is_replay, at, keys, memory, next_key, respond


def shown(learner, **wanted):
    return keys(row.fact for row in facts_of(learner, day=MONDAY, **wanted))


def test_a_fact_put_away_keeps_what_is_remembered_of_it(learner):
    [fact] = make_facts(1)
    ask(learner, fact, NOON)
    before = memory(learner, fact)

    suspend(learner, fact, is_suspended=True)
    assert next_card(learner, now=at(9)) is None
    suspend(learner, fact, is_suspended=False)

    after = memory(learner, fact)
    assert (after.stability, after.due, after.version) == (before.stability, before.due, before.version)


def test_a_fact_never_met_can_be_put_away(learner):
    [fact] = make_facts(1)

    held = suspend(learner, fact, is_suspended=True)

    assert (held.is_suspended, held.stability, held.version) == (True, None, 0)


def test_a_forgotten_fact_is_new_again_and_its_answers_stay(learner):
    [fact] = make_facts(1)
    ask(learner, fact, NOON)
    ask(learner, fact, at(1))

    assert forget(learner, fact, now=at(2))

    held = memory(learner, fact)
    assert (held.stability, held.due, held.rung, held.review_count) == (None, None, 0, 0)
    assert Review.objects.as_corrected().count() == 2
    assert_memory_is_replay(learner, fact)


def test_what_is_learnt_after_forgetting_begins_anew(learner):
    [fact] = make_facts(1)
    ask(learner, fact, NOON)
    forget(learner, fact, now=at(seconds=5))

    review = ask(learner, fact, at(seconds=9))

    assert (review.stability_before, review.is_repeat, review.rung_before) == (None, False, 0)
    assert_memory_is_replay(learner, fact)


def test_there_is_nothing_to_forget_of_what_was_never_met_or_is_forgotten(learner):
    one, two = make_facts(2)
    ask(learner, two, NOON)
    forget(learner, two, now=NOON)

    assert not forget(learner, one, now=NOON)
    assert not forget(learner, two, now=NOON)
    assert Correction.objects.count() == 1


def test_a_quiz_answer_given_before_and_handed_in_after_forgetting_stays_forgotten(learner):
    [fact] = make_facts(1)
    ask(learner, fact, NOON)
    forget(learner, fact, now=at(seconds=60))

    respond(learner, fact, at(seconds=-60))

    assert memory(learner, fact).stability is None
    assert_memory_is_replay(learner, fact)


def test_a_changed_fact_is_fragile_for_everyone_who_remembers_it_and_for_nobody_else(learner):
    fact, other = make_facts(2)
    people = [learner, make_learner("bo")]
    for person in people:
        for day in (0, 2, 13):
            ask(person, fact, at(day))
        ask(person, other, NOON)
    untouched = memory(learner, other).version

    assert weaken([fact], now=at(20)) == 2

    for person in people:
        held = memory(person, fact)
        assert (held.stability, held.rung, held.due) == (0.212, 0, MONDAY + timedelta(days=13))  # FSRS-6: w0
        assert_memory_is_replay(person, fact)
    assert memory(learner, other).version == untouched
    assert weaken([fact], now=at(20)) == 0


def test_a_change_does_not_touch_what_was_right_before_it(learner):
    [fact] = make_facts(1)
    ask(learner, fact, NOON)

    weaken([fact], now=at(1))

    assert list(Review.objects.as_corrected().values_list("is_right", flat=True)) == [True]


def test_the_list_goes_by_due_day_and_leaves_out_what_was_never_met_and_what_is_retired(learner):
    facts = make_facts(5)
    for fact, days in zip(facts[:3], [5, -2, 0], strict=True):
        make_memory(learner, fact, due=MONDAY + timedelta(days=days))
    Memory.objects.create(learner=learner, fact=facts[3])
    facts[0].retired_at = NOON
    facts[0].save()
    make_memory(make_learner("bo"), facts[4])

    assert shown(learner) == keys([facts[1], facts[2]])


@pytest.mark.parametrize(
    ("state", "places"),
    [
        ("", [0, 1, 2, 3]),
        ("due", [0]),
        ("waiting", [1, 2]),
        ("learning", [0, 1]),
        ("firm", [2, 3]),
        ("lapsed", [1]),
        ("suspended", [3]),
        ("nonsense", [0, 1, 2, 3]),
    ],
)
def test_the_list_can_be_narrowed_to_a_state(learner, state, places):
    facts = make_facts(4)
    make_memory(learner, facts[0], due=MONDAY)
    make_memory(learner, facts[1], due=MONDAY + timedelta(days=1), lapse_count=1, rung=1)
    make_memory(learner, facts[2], due=MONDAY + timedelta(days=2), rung=2)
    make_memory(learner, facts[3], due=MONDAY + timedelta(days=3), rung=2, is_suspended=True)

    assert shown(learner, state=state) == keys(facts[place] for place in places)


@pytest.mark.parametrize(("search", "found"), [("baravik", 1), ("CAMP", 2), ("camp calina", 1), ("mules", 0), ("%", 0)])
def test_the_list_is_searched_word_by_word_in_answers_and_statements(learner, search, found):
    for fact in make_facts(2):  # Camp 0 stood at Baravik, camp 1 at Calina
        make_memory(learner, fact)

    assert len(shown(learner, search=search)) == found


def test_the_history_is_as_corrected_and_newest_first(learner):
    [fact] = make_facts(1)
    first, undone = ask(learner, fact, NOON), ask(learner, fact, at(1))
    correct(learner, undone, "undo", now=at(1))
    easy = ask(learner, fact, at(2))
    correct(learner, easy, "easy", now=at(2))
    ask(make_learner("bo"), fact, NOON)

    found = history(learner, fact)

    assert found == [easy, first]
    assert [(review.last_act, review.is_right) for review in found] == [("easy", True), ("", True)]


@pytest.mark.parametrize("count", [1, 40])
def test_the_list_costs_one_query(learner, count, django_assert_num_queries):
    for fact in make_facts(count):
        make_memory(learner, fact)
    add_statement(fact.unit, "They ate [rice](term:what).")

    with django_assert_num_queries(1):
        [(row.fact.statement.text, row.fact.unit.title, row.fact.bank.title) for row in facts_of(learner, day=MONDAY)]


def test_a_buried_fact_rests_till_the_next_day(learner):
    facts = make_facts(2)
    make_study(learner, facts[0].bank)
    make_memory(learner, facts[0])

    bury(learner, facts[0], now=NOON)
    bury(learner, facts[1], now=NOON)

    assert next_card(learner, now=NOON) is None
    assert next_key(learner, at(days=1)) == facts[0].key


def test_a_buried_fact_can_be_asked_today_all_the_same(learner):
    [fact] = make_facts(1)
    make_study(learner, fact.bank)
    bury(learner, fact, now=NOON)

    bury(learner, fact, now=NOON, is_buried=False)

    assert next_key(learner, NOON) == fact.key


def test_an_owed_fact_that_is_buried_waits_till_tomorrow(learner):
    [fact] = make_facts(1)
    make_study(learner, fact.bank)
    ask(learner, fact, NOON, right=False)

    bury(learner, fact, now=at(seconds=5))

    assert next_card(learner, now=at(seconds=9)) is None
    assert next_key(learner, at(days=1)) == fact.key
