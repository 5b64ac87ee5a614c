"""The rules of the queue, one by one."""

from datetime import timedelta

import pytest

from questions.models import Bank, Memory, Review
from questions.practice.corrections import correct
from questions.practice.facts import forget, suspend
from questions.practice.queue import Today, next_card, next_due, summary, today
from questions.practice.studies import take_up
from questions.vocabulary import Kind
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

from .sitting import answer, ask, at, practise, sit_quiz
from .test_review import respond

pytestmark = pytest.mark.django_db

TWO_BLANKS = "In [1871](date:when) the camp stood at [Baravik](place:where)."


@pytest.fixture
def learner():
    return make_learner()


def keys(facts):
    return [fact.key for fact in facts]


def next_key(learner, now=NOON, extra=""):
    card = next_card(learner, now=now, extra=extra)
    return card and card.fact.key


# What is due


def test_without_anything_taken_up_there_is_nothing_to_do(learner):
    make_facts(3)

    assert next_card(learner, now=NOON) is None
    assert today(learner, now=NOON) == Today(due=0, new=0, owed=0, done=0, minutes=0)
    assert next_due(learner, now=NOON) == (None, 0)


def test_due_facts_are_asked_and_later_ones_are_not(learner):
    late, due, later = make_facts(3)
    make_memory(learner, late, due=MONDAY - timedelta(days=3))
    make_memory(learner, due)
    make_memory(learner, later, due=MONDAY + timedelta(days=1))

    assert sorted(practise(learner, NOON)) == keys([late, due])


def test_looking_creates_nothing(learner):
    make_study(learner, make_facts(3)[0].bank)

    next_card(learner, now=NOON)
    today(learner, now=NOON)

    assert (Memory.objects.count(), Review.objects.count()) == (0, 0)


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


def test_in_a_backlog_the_best_remembered_come_first_and_the_day_has_its_limit(learner):
    learner.due_per_day = 3
    learner.save()
    facts = make_facts(5)
    for fact, stability in zip(facts, [5.0, 80.0, 20.0, 1.0, 40.0], strict=True):
        make_memory(learner, fact, stability=stability)

    assert today(learner, now=NOON).due == 3
    assert practise(learner, NOON) == keys([facts[1], facts[4], facts[2]])  # R falls with stability
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


def test_facts_of_a_quiz_are_asked_though_their_bank_was_never_taken_up(learner):
    [fact] = make_facts(1)
    respond(learner, fact, at(-5), right=False)

    assert next_key(learner) == fact.key


# What is new


def test_new_facts_come_in_the_order_of_teaching_up_to_the_limit(learner):
    facts = make_facts(6)
    make_study(learner, facts[0].bank, new_per_day=3)

    assert practise(learner, NOON) == keys(facts[:3])
    assert practise(learner, at(1), cards=20)[-1] in keys(facts)
    assert {memory.fact.key for memory in Memory.objects.all()} == set(keys(facts))


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


def test_new_facts_are_spread_evenly_among_due_ones(learner):
    facts = make_facts(9)
    make_study(learner, facts[0].bank, new_per_day=3)
    for fact in facts[3:]:
        make_memory(learner, fact)

    order = ["new" if key in keys(facts[:3]) else "due" for key in practise(learner, NOON)]

    assert order == ["due", "new", "due", "due", "new", "due", "due", "new", "due"]


def test_an_undone_first_answer_gives_its_place_in_the_limit_back(learner):
    facts = make_facts(3)
    make_study(learner, facts[0].bank, new_per_day=1)
    review = answer(next_card(learner, now=NOON), NOON)

    assert next_card(learner, now=at(seconds=1)) is None
    correct(learner, review, "undo", now=at(seconds=2))
    assert next_key(learner, at(seconds=3)) == facts[0].key


def test_a_forgotten_fact_is_new_again_from_the_next_day_on(learner):
    facts = make_facts(2)
    make_study(learner, facts[0].bank, new_per_day=2)
    ask(learner, facts[0], NOON)
    forget(learner, facts[0], now=at(seconds=5))

    assert practise(learner, at(seconds=10)) == keys([facts[1]])
    assert practise(learner, at(1))[0:2].count(facts[0].key) == 1


# What is owed


def test_a_wrong_answer_comes_back_after_four_other_cards(learner):
    facts = make_facts(9)
    make_study(learner, facts[0].bank, new_per_day=9)
    answer(next_card(learner, now=NOON), NOON, right=False)

    assert practise(learner, at(seconds=10), cards=6) == keys([*facts[1:5], facts[0], facts[5]])


def test_a_wrong_answer_comes_back_at_once_when_nothing_else_is_left(learner):
    facts = make_facts(2)
    make_study(learner, facts[0].bank)
    answer(next_card(learner, now=NOON), NOON, right=False)

    assert practise(learner, at(seconds=10)) == keys([facts[1], facts[0]])


def test_it_comes_back_until_it_is_right(learner):
    [fact] = make_facts(1)
    make_study(learner, fact.bank)

    assert practise(learner, NOON, cards=3, right=False) == keys([fact] * 3)
    assert today(learner, now=at(seconds=9)) == Today(due=0, new=0, owed=1, done=3, minutes=1)
    assert practise(learner, at(seconds=10)) == keys([fact])
    assert next_card(learner, now=at(seconds=20)) is None


def test_the_one_owed_longest_comes_first(learner):
    facts = make_facts(2)
    make_study(learner, facts[0].bank)

    assert practise(learner, NOON, cards=6, right=False) == keys(facts * 3)


def test_nothing_is_owed_on_the_next_day(learner):
    [fact] = make_facts(1)
    ask(learner, fact, NOON, right=False)

    assert today(learner, now=at(1)) == Today(due=1, new=0, owed=0, done=0, minutes=1)


@pytest.mark.parametrize("loss", ["suspended", "retired", "forgotten", "claimed"])
def test_what_is_suspended_retired_forgotten_or_claimed_is_no_longer_owed(learner, loss):
    [fact] = make_facts(1, kinds={Kind.TYPED})
    make_study(learner, fact.bank)
    review = ask(learner, fact, NOON, right=False)

    if loss == "suspended":
        suspend(learner, fact, is_suspended=True)
    elif loss == "retired":
        fact.bank.facts.update(retired_at=NOON)
    elif loss == "forgotten":
        forget(learner, fact, now=NOON)
    else:
        correct(learner, review, "claim", now=NOON)

    assert next_card(learner, now=at(seconds=10)) is None


def test_an_answer_just_undone_is_asked_again_first(learner):
    facts = make_facts(30)
    make_study(learner, facts[0].bank, new_per_day=30)
    practise(learner, at(-3))
    practise(learner, NOON, cards=4)
    card = next_card(learner, now=at(seconds=10))

    correct(learner, answer(card, at(seconds=11)), "undo", now=at(seconds=12))

    assert next_key(learner, at(seconds=13)) == card.fact.key


# Facts of one statement


def test_siblings_rest_till_the_next_day_once_one_was_shown(learner):
    one, two = add_statement(make_unit(make_bank()), TWO_BLANKS)
    make_study(learner, one.bank)

    assert today(learner, now=NOON).new == 1
    assert practise(learner, NOON) == keys([one])
    assert today(learner, now=at(1)) == Today(due=1, new=0, owed=0, done=0, minutes=1)  # the first one is due
    assert practise(learner, at(1)) == keys([one])
    assert practise(learner, at(2)) == keys([two])


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


# Quizzes


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


# Practise more


def test_practising_a_unit_asks_all_its_facts_whatever_their_state(learner):
    facts = make_facts(3)
    make_memory(learner, facts[1], due=MONDAY + timedelta(days=40))

    assert practise(learner, NOON, extra=f"unit:{facts[0].unit_id}") == keys(facts)
    assert set(Review.objects.values_list("origin", flat=True)) == {Review.Origin.EXTRA}
    assert next_card(learner, now=at(seconds=9), extra=f"unit:{facts[0].unit_id}") is None


def test_practising_what_was_wrong_looks_two_weeks_back(learner):
    old, recent, right = make_facts(3)
    ask(learner, old, at(-14), right=False)
    ask(learner, recent, at(-13), right=False)
    ask(learner, right, at(-1))

    assert practise(learner, NOON, extra="wrong") == keys([recent])


def test_practising_what_is_due_next_goes_soonest_first(learner):
    facts = make_facts(4)
    for fact, days in zip(facts, [9, 0, 2, 5], strict=True):
        make_memory(learner, fact, due=MONDAY + timedelta(days=days))

    assert practise(learner, NOON, extra="next") == keys([facts[2], facts[3], facts[0]])


def test_in_extra_practice_wrong_answers_come_back_too(learner):
    facts = make_facts(7)
    extra = f"unit:{facts[0].unit_id}"
    answer(next_card(learner, now=NOON, extra=extra), NOON, right=False)

    assert practise(learner, at(seconds=9), extra=extra) == keys([*facts[1:5], facts[0], *facts[5:]])


def test_extra_practice_counts_for_no_limit(learner):
    facts = make_facts(4)
    make_study(learner, facts[0].bank, new_per_day=1)
    practise(learner, NOON, cards=2, extra=f"unit:{facts[0].unit_id}")

    assert today(learner, now=at(seconds=9)) == Today(due=0, new=1, owed=0, done=0, minutes=1)


@pytest.mark.parametrize("extra", ["unit:", "unit:x", "unit:-1", "unit:999999", "unit:" + "9" * 30, "nonsense"])
def test_extra_practice_of_nothing_is_nothing(learner, extra):
    make_facts(1)

    assert next_card(learner, now=NOON, extra=extra) is None


def test_extra_practice_keeps_to_what_the_learner_may_see_and_has_not_put_away(learner):
    facts = make_facts(3)
    suspend(learner, facts[0], is_suspended=True)
    sit_quiz(learner, [facts[1]], begun=NOON)
    extra = f"unit:{facts[0].unit_id}"

    assert practise(learner, at(seconds=5), extra=extra) == keys([facts[2]])
    Bank.objects.update(visibility=Bank.Visibility.PRIVATE)
    assert next_card(make_learner("bo"), now=at(seconds=9), extra=extra) is None


# What the day is and was


def test_today_counts_what_is_left_and_what_is_done(learner):
    facts = make_facts(8)
    make_study(learner, facts[0].bank, new_per_day=2)
    for fact in facts[2:5]:
        make_memory(learner, fact)
    ask(learner, facts[0], NOON, right=False, milliseconds=30_000)

    left = today(learner, now=at(seconds=5))

    assert left == Today(due=3, new=1, owed=1, done=1, minutes=3)  # five answers of half a minute
    assert (left.left, left.total) == (5, 6)


def test_the_summary_counts_facts_by_their_first_answer(learner):
    facts = make_facts(3)
    make_study(learner, facts[0].bank)
    make_memory(learner, facts[2])
    answer(next_card(learner, now=NOON), NOON, right=False, milliseconds=90_000)
    practise(learner, at(seconds=5))

    was = summary(learner, now=at(seconds=60))

    assert (was.answered, was.right, was.new, was.minutes) == (4, 2, 2, 1)
    assert [(review.fact, review.outcome) for review in was.wrong] == [(Review.objects.first().fact, "wrong")]


def test_the_summary_keeps_practice_and_extra_practice_apart(learner):
    one, _ = make_facts(2)
    ask(learner, one, NOON)
    practise(learner, at(seconds=5), extra=f"unit:{one.unit_id}")

    practised, extra = (summary(learner, now=at(seconds=9), extra=extra) for extra in ("", "next"))

    assert (practised.answered, extra.answered) == (1, 1)


def test_the_summary_leaves_out_what_a_quiz_is_asking(learner):
    [fact] = make_facts(1)
    ask(learner, fact, NOON, right=False)
    sit_quiz(learner, [fact], begun=at(seconds=5))

    assert summary(learner, now=at(seconds=9)).wrong == []


def test_the_next_due_day_counts_its_facts(learner):
    facts = make_facts(3)
    for fact, days in zip(facts, [3, 3, 8], strict=True):
        make_memory(learner, fact, due=MONDAY + timedelta(days=days))

    assert next_due(learner, now=NOON) == (MONDAY + timedelta(days=3), 2)


@pytest.mark.parametrize("known", [0, 30, 300])
def test_the_queue_costs_the_same_number_of_queries_whatever_is_known(learner, known, django_assert_num_queries):
    facts = make_facts(2 + known, kinds={Kind.CHOICE})
    make_study(learner, facts[0].bank)
    ask(learner, facts[0], NOON, right=False)
    Memory.objects.bulk_create(
        Memory(learner=learner, fact=fact, stability=9, difficulty=5, last_day=MONDAY - timedelta(days=9), due=MONDAY)
        for fact in facts[2:]
    )

    # day; reviews and standing, quizzes begun and open; studies, units; owed, due, their banks, new; fact; card
    with django_assert_num_queries(17 if known else 16):
        next_card(learner, now=at(seconds=5))


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
