from datetime import timedelta

import pytest

from questions.models import Bank
from questions.progress.held import held_by
from questions.progress.mastery import BankMastery, Cell, Step, UnitMastery
from questions.progress.mastery import mastery as mastery_of
from tests.factories import (
    MONDAY,
    add_statement,
    make_bank,
    make_facts,
    make_learner,
    make_memory,
    make_study,
    make_unit,
)

pytestmark = pytest.mark.django_db


def mastery(learner, day, **more):
    return mastery_of(learner, day, held_by(learner, day), **more)


def test_the_map_has_a_cell_for_each_fact_in_the_order_of_the_document():
    learner, bank = make_learner(), make_bank()
    unit = make_unit(bank)
    first, second = add_statement(unit, "It was [late](term:a) and [cold](term:b).")
    (third,) = add_statement(unit, "It was [far](term:a).")
    make_study(learner, bank)
    make_memory(learner, second, rung=2, due=MONDAY)
    make_memory(learner, third, rung=0, due=MONDAY + timedelta(days=1), last_day=MONDAY)

    cells = mastery(learner, MONDAY, put_away={third.pk})[0].units[0].cells

    assert cells == (
        Cell(first.pk, first.statement_id),
        Cell(second.pk, first.statement_id, Step.FIRM, pytest.approx(0.9), waits=True),
        Cell(third.pk, third.statement_id, Step.FRAGILE, 1.0, is_shown=False),
    )


def test_who_studies_nothing_sees_no_bank():
    make_facts(3)

    assert mastery(make_learner(), MONDAY) == []


def test_facts_never_met_are_not_recalled():
    learner, facts = make_learner(), make_facts(4)
    make_study(learner, facts[0].bank)

    (bank,) = mastery(learner, MONDAY)

    assert (bank.facts, bank.met, bank.recalled, bank.percent, bank.weakest) == (4, 0, 0, 0, None)
    assert (bank.units[0].new, bank.units[0].percent) == (4, 0)


def test_rungs_are_counted_and_recall_is_summed():
    """Each memory stands exactly at its stability, where recall is 0.9; the fourth fact was never met."""
    learner, facts = make_learner(), make_facts(4)
    make_study(learner, facts[0].bank)
    for rung, fact in enumerate(facts[:3]):
        make_memory(learner, fact, due=MONDAY, rung=rung)

    (bank,) = mastery(learner, MONDAY)

    unit = bank.units[0]
    assert (unit.facts, unit.fragile, unit.growing, unit.firm, unit.new) == (4, 1, 1, 1, 1)
    assert unit.recalled == pytest.approx(2.7)
    assert (unit.percent, bank.percent) == (68, 68)  # 2.7 of 4


def test_on_the_day_of_the_review_all_is_recalled():
    learner, (fact,) = make_learner(), make_facts(1)
    make_study(learner, fact.bank)
    make_memory(learner, fact, last_day=MONDAY)

    assert mastery(learner, MONDAY)[0].recalled == 1


def test_a_learners_own_parameters_count():
    """With a decay of 0.5 recall after four stabilities is (1 + 4 (0.9^-2 - 1))^-0.5 = 0.7182, not the default's."""
    learner, (fact,) = make_learner(), make_facts(1)
    learner.scheduler_parameters = [*[1.0] * 4, *[0.5] * 16, 0.5]
    make_study(learner, fact.bank)
    make_memory(learner, fact, stability=5.0, last_day=MONDAY - timedelta(days=20))

    assert mastery(learner, MONDAY)[0].recalled == pytest.approx((1 + 4 * (0.9**-2 - 1)) ** -0.5)


def test_of_a_bank_taken_up_in_part_only_that_part_is_shown():
    bank = make_bank()
    chosen, met, other = (make_unit(bank, key, key.title()) for key in ("chosen", "met", "other"))
    facts = [add_statement(unit, f"It is [{unit.key}](term:a).")[0] for unit in (chosen, met, other)]
    make_unit(bank, "empty", "Empty")
    learner = make_learner()
    make_study(learner, bank).units.add(chosen)
    make_memory(learner, facts[1])

    assert [unit.unit.key for unit in mastery(learner, MONDAY)[0].units] == ["chosen", "met"]


def test_a_bank_that_was_closed_is_shown_without_its_pages():
    learner, (fact,) = make_learner(), make_facts(1)
    make_study(learner, fact.bank)
    Bank.objects.update(visibility=Bank.Visibility.PRIVATE)

    assert not mastery(learner, MONDAY)[0].is_open


def unit(facts: int, met: int, recalled: float) -> UnitMastery:
    return UnitMastery(unit=None, facts=facts, fragile=met, growing=0, firm=0, recalled=recalled)


@pytest.mark.parametrize(
    ("units", "weakest"),
    [
        ([], None),
        ([(10, 0, 0)], None),
        ([(10, 4, 3.6)], None),  # 90 % of what was met
        ([(10, 4, 3.2), (10, 4, 2.8), (10, 0, 0)], 1),  # 80 %, 70 %, not begun
    ],
)
def test_the_weakest_unit_is_one_that_was_begun_and_is_not_known_well(units, weakest):
    made = [unit(*numbers) for numbers in units]

    assert BankMastery(None, tuple(made)).weakest == (None if weakest is None else made[weakest])


@pytest.mark.parametrize("banks", [1, 4])
def test_mastery_costs_the_same_number_of_queries(banks, django_assert_num_queries):
    learner = make_learner()
    for number in range(banks):
        fact = make_facts(2, key=f"bank-{number}")[0]
        make_study(learner, fact.bank)
        make_memory(learner, fact)

    with django_assert_num_queries(6):
        mastery(learner, MONDAY)
