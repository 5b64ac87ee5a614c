"""A query written once and asked with other values each time says what Django's own query says."""

from datetime import date, timedelta

import pytest
from django.db.models import Q
from django.db.models.functions import Coalesce

from questions.models import Bank, Memory, Question, Review
from questions.models.prepared import Prepared, PreparedUpdate, a_day, instant, number, text
from tests.factories import NOON, make_facts, make_learner
from tests.practice.sitting import ask

pytestmark = pytest.mark.django_db

OF_FACT = ("fact__statement", "fact__bank__document")


def test_rows_of_values_are_those_of_the_database_each_time_it_is_asked():
    learner, other, facts = make_learner(), make_learner("bo"), make_facts(3)
    for who, fact in [(learner, facts[0]), (learner, facts[1]), (other, facts[2])]:
        ask(who, fact, NOON)
    asked = Prepared(lambda: Review.objects.of(number("learner")).order_by("fact").values_list("fact", "day"))

    today = date(2026, 11, 2)

    assert asked.rows(learner=learner.pk) == [(facts[0].pk, today), (facts[1].pk, today)]
    assert asked.rows(learner=other.pk) == [(facts[2].pk, today)]
    assert asked.rows(learner=0) == []


def test_models_come_with_what_they_are_joined_to_and_without_a_further_query(django_assert_num_queries):
    [fact, _] = make_facts(2)
    asked = Prepared(lambda: Question.objects.filter(fact=number("fact")).select_related(*OF_FACT).order_by("pk"))
    theirs = list(Question.objects.filter(fact=fact).order_by("pk"))

    with django_assert_num_queries(1):
        mine = asked.rows(fact=fact.pk)
        titles = {(each.fact.bank.title, each.fact.statement.text) for each in mine}

    assert mine == theirs
    assert [each.distractors for each in mine] == [each.distractors for each in theirs]
    assert titles == {(fact.bank.title, fact.statement.text)}


def test_days_instants_and_words_fill_places_as_numbers_do():
    learner, facts = make_learner(), make_facts(2)
    ask(learner, facts[0], NOON)
    ask(learner, facts[1], NOON + timedelta(days=1))
    since = Prepared(lambda: Review.objects.filter(answered_at__gt=instant("at")).values_list("fact", flat=True))
    until = Prepared(lambda: Memory.objects.filter(last_day__lte=a_day("day")).values_list("fact", flat=True))
    called = Prepared(lambda: Bank.objects.filter(key=text("key")))

    assert since.rows(at=NOON) == [facts[1].pk]
    assert until.rows(day=NOON.date()) == [facts[0].pk]
    assert called.first(key=facts[0].bank.key) == facts[0].bank
    assert called.first(key="no such bank") is None


def test_the_queryset_is_built_once():
    built = []
    asked = Prepared(lambda: built.append(1) or Bank.objects.filter(pk=number("pk")))

    asked.rows(pk=1)
    asked.rows(pk=2)

    assert built == [1]


def test_an_update_writes_its_columns_where_its_places_say_and_nothing_else():
    learner, facts = make_learner(), make_facts(2)
    for fact in facts:
        ask(learner, fact, NOON)
    mine, other = Memory.objects.order_by("fact")
    moved = PreparedUpdate(
        lambda: Memory.objects.of(number("of")).filter(pk=number("known_as"), version=number("was")), ["due", "rung"]
    )
    where = {"of": learner.pk, "known_as": mine.pk, "was": mine.version}

    assert moved.run(due=date(2026, 12, 1), rung=2, **where) == 1
    assert moved.run(due=None, rung=1, **where) == 1
    assert moved.run(due=date(2027, 1, 1), rung=0, **where | {"was": 9}) == 0

    expected = [(None, 1, mine.stability), (other.due, other.rung, other.stability)]
    assert list(Memory.objects.order_by("fact").values_list("due", "rung", "stability")) == expected


def test_days_and_truths_are_read_as_django_reads_them_and_computed_columns_too():
    learner, facts = make_learner(), make_facts(2)
    for fact in facts:
        ask(learner, fact, NOON)
    columns = ("due", "is_suspended", "last_day", "learnt", "first")
    rows = (
        Memory.objects.annotate(learnt=Q(stability__gt=0), first=Coalesce("rests_until", "last_day"))
        .order_by("fact__bank__title", "-pk")
        .values_list(*columns)
    )

    [row, _] = asked = Prepared(lambda: rows).rows()

    assert asked == list(rows.all())
    assert [type(value) for value in row] == [date, bool, date, bool, date]


def test_what_is_only_there_to_be_ordered_by_is_left_out():
    make_facts(3)
    titles = Bank.objects.order_by("title", "-pk").distinct().values_list("pk", flat=True)

    assert Prepared(lambda: titles).rows() == list(titles.all()) != []
