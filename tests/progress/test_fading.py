from datetime import timedelta

import pytest

from questions.models import Fact, Memory
from questions.progress.fading import fading as fading_of
from questions.progress.held import held_by
from tests.factories import MONDAY, NOON, make_facts, make_learner, make_memory
from tests.web.cards import sit

pytestmark = pytest.mark.django_db

DECAY = 0.1542
FACTOR = 0.9 ** (-1 / DECAY) - 1
"""FSRS-6's curve with its default w20, written down anew."""


def fading(learner, day, *, now):
    put_away = set(Fact.objects.in_open_quiz(learner, now).values_list("pk", flat=True))
    return fading_of(learner, held_by(learner, day), put_away=put_away)


def recalled(days: float, stability: float) -> float:
    return (1 + FACTOR * days / stability) ** -DECAY


def test_who_has_met_nothing_loses_nothing():
    found = fading(make_learner(), MONDAY, now=NOON)

    assert (found.met, found.today, found.in_a_week, found.lost_in_a_week, found.faintest) == (0, 0, 0, 0, ())


def test_the_curve_is_the_sum_of_what_is_recalled():
    learner, facts = make_learner(), make_facts(3)
    for fact, stability, ago in zip(facts, (1.0, 10.0, 100.0), (1, 10, 0), strict=True):
        make_memory(learner, fact, stability=stability, last_day=MONDAY - timedelta(days=ago))

    found = fading(learner, MONDAY, now=NOON)

    by_day = {later.days: later.recalled for later in found.curve}
    assert by_day[0] == pytest.approx(0.9 + 0.9 + 1)
    assert by_day[7] == pytest.approx(recalled(8, 1) + recalled(17, 10) + recalled(7, 100))
    assert by_day[30] == pytest.approx(recalled(31, 1) + recalled(40, 10) + recalled(30, 100))
    assert (found.met, found.today, found.in_a_month) == (3, 3, 2)
    assert found.lost_in_a_week == found.today - found.in_a_week


def test_the_faintest_come_first_and_ask_in_words():
    learner, facts = make_learner(), make_facts(7)
    for number, fact in enumerate(facts):
        make_memory(learner, fact, stability=10.0 * (number + 1), last_day=MONDAY - timedelta(days=10))

    found = fading(learner, MONDAY, now=NOON)

    assert [faint.fact for faint in found.faintest] == [fact.pk for fact in facts[:5]]
    assert (found.faintest[0].prompt, found.faintest[0].percent) == ("s0, where, wording 0?", 90)


def test_a_claim_to_call_true_or_false_is_never_listed_as_a_question():
    learner, [fact] = make_learner(), make_facts(1, kinds={"cloze"})
    make_memory(learner, fact)
    fact.questions.update(kind="true_false", prompt="Camp 0 stood elsewhere.")

    assert fading(learner, MONDAY, now=NOON).faintest == ()


def test_suspended_retired_and_other_peoples_facts_are_left_out():
    learner, (suspended, retired, other) = make_learner(), make_facts(3)
    make_memory(learner, suspended, is_suspended=True)
    make_memory(learner, retired)
    Fact.objects.filter(pk=retired.pk).update(retired_at=NOON)
    make_memory(make_learner("eve"), other)
    Memory.objects.create(learner=learner, fact=other)

    assert fading(learner, MONDAY, now=NOON).met == 0


def test_the_facts_of_an_open_quiz_are_counted_but_not_named():
    learner, (asked, free) = make_learner(), make_facts(2)
    for fact in (asked, free):
        make_memory(learner, fact)
    sit(learner, asked)

    found = fading(learner, MONDAY, now=NOON)

    assert found.met == 2
    assert [faint.fact for faint in found.faintest] == [free.pk]


@pytest.mark.parametrize("facts", [1, 30])
def test_fading_costs_the_same_number_of_queries(facts, django_assert_num_queries):
    learner = make_learner()
    for fact in make_facts(facts):
        make_memory(learner, fact)

    with django_assert_num_queries(3):
        fading(learner, MONDAY, now=NOON)
