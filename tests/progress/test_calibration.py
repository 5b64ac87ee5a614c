import pytest

from questions.progress.calibration import Comparison, compare, wilson
from questions.progress.calibration import calibration as calibration_of
from questions.progress.ledger import ledger
from tests.factories import MONDAY, add_statement, make_bank, make_facts, make_learner, make_unit
from tests.progress.rows import answer, correct

pytestmark = pytest.mark.django_db


def met(learner, fact, chance, *, right=True, **fields):
    """An answer to a fact met before that was expected to be right with `chance`."""
    return answer(learner, fact, MONDAY, right=right, **{"recall_before": chance, "success_before": chance, **fields})


def calibration(learner, titles=()):
    return calibration_of(ledger(learner, MONDAY), dict(titles))


@pytest.mark.parametrize(
    ("right", "count", "low", "high"),
    [
        (81, 263, 0.2553, 0.3662),  # Newcombe 1998, table I, method 3
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0.0, 0.1611),
        (1, 29, 0.0061, 0.1718),
    ],
)
def test_the_interval_is_wilsons(right, count, low, high):
    assert wilson(right, count) == (pytest.approx(low, abs=5e-5), pytest.approx(high, abs=5e-5))


def test_nothing_to_compare_is_none():
    assert compare("all", []) is None


def test_shares_are_means():
    found = compare("all", [(2, 2, 1_700_000), (1, 0, 700_000)])

    assert (found.count, found.predicted, found.actual) == (3, pytest.approx(0.8), pytest.approx(2 / 3))
    assert (found.expected_of_100, found.knew_of_100, found.is_telling, found.agrees) == (80, 67, False, True)


@pytest.mark.parametrize(("predicted", "agrees"), [(0.85, True), (0.95, False), (0.6, False)])
def test_a_prediction_agrees_within_the_interval_of_what_came(predicted, agrees):
    assert Comparison("all", 100, predicted, 0.8, *wilson(80, 100)).agrees is agrees


def test_without_answers_nothing_is_said():
    found = calibration(make_learner())

    assert (found.overall, found.by_kind, found.bands, found.probes, found.probe_count) == (None, (), (), None, 0)


def test_one_answer_is_counted_and_tells_nothing():
    learner, (fact,) = make_learner(), make_facts(1)
    met(learner, fact, 0.9)

    found = calibration(learner).overall

    assert (found.count, found.expected_of_100, found.knew_of_100, found.is_telling) == (1, 90, 100, False)


def test_first_repeated_and_second_answers_are_left_out():
    learner, (fact,) = make_learner(), make_facts(1)
    answer(learner, fact, MONDAY)
    met(learner, fact, 0.5, is_repeat=True)
    met(learner, fact, 0.5, answers_again=True)
    met(make_learner("eve"), fact, 0.5)

    assert calibration(learner).overall is None


def test_answers_are_parted_by_kind_and_by_what_was_expected():
    """Bands from 0, 50, 70, 80, 90 and 95 per cent, their lower ends within."""
    learner, (fact,) = make_learner(), make_facts(1)
    for kind, chance, right in (
        ("typed", 0.3, False),
        ("typed", 0.5, True),
        ("cloze", 0.9, True),
        ("cloze", 0.94, False),
        ("choice", 0.95, True),
        ("choice", 1.0, True),
    ):
        met(learner, fact, chance, kind=kind, right=right)

    found = calibration(learner)

    assert [(row.label, row.count, row.knew_of_100) for row in found.by_kind] == [
        ("choice", 2, 100),
        ("cloze", 2, 50),
        ("typed", 2, 50),
    ]
    assert [(row.label, row.count, row.knew_of_100) for row in found.bands] == [
        ("0 to 50 %", 1, 0),
        ("50 to 70 %", 1, 100),
        ("90 to 95 %", 2, 50),
        ("95 to 100 %", 2, 100),
    ]
    assert found.overall.predicted == pytest.approx((0.3 + 0.5 + 0.9 + 0.94 + 0.95 + 1) / 6)


def test_what_a_learner_graded_is_counted_by_itself():
    learner = make_learner()
    (fact,) = add_statement(make_unit(make_bank()), "It came late because [the mules had eaten the map](cause:why).")
    met(learner, fact, 0.9, kind="recall")

    found = calibration(learner)

    assert (found.overall, found.bands, [row.label for row in found.by_kind]) == (None, (), ["recall"])


@pytest.mark.parametrize(
    ("right", "act", "outcome", "knew"),
    [
        (False, "claim", "", 100),
        (False, "regrade", "near_miss", 100),
        (True, "regrade", "wrong", 0),
        (True, "easy", "", 100),
        (True, "guessed", "", 100),
    ],
)
def test_a_correction_decides_what_was_right(right, act, outcome, knew):
    learner, (fact,) = make_learner(), make_facts(1)
    correct(met(learner, fact, 0.9, right=right), act, outcome)

    assert calibration(learner).overall.knew_of_100 == knew


def test_an_undone_answer_is_left_out():
    learner, (fact,) = make_learner(), make_facts(1)
    correct(met(learner, fact, 0.9), "undo")

    assert calibration(learner).overall is None


@pytest.mark.parametrize(("probes", "is_shown"), [(29, False), (30, True)])
def test_probes_speak_from_thirty_on(probes, is_shown):
    """A probe compares with R, the chance of unaided recall, not with the kind's chance."""
    learner, (fact,) = make_learner(), make_facts(1)
    for number in range(probes):
        met(learner, fact, 0.9, is_probe=True, right=number % 3 > 0, success_before=0.99)

    found = calibration(learner)

    assert found.probe_count == probes
    assert bool(found.probes) is is_shown
    if is_shown:
        assert (found.probes.expected_of_100, found.probes.knew_of_100) == (90, 67)
        assert (found.probes.low, found.probes.high) == wilson(20, 30)


def test_units_are_compared_by_themselves():
    learner, (fact,) = make_learner(), make_facts(1)
    (other,) = add_statement(make_unit(fact.bank, "return", "The return"), "It was [late](term:a).")
    for _ in range(3):
        met(learner, fact, 0.8)
    met(learner, other, 0.9, right=False)
    titles = {other.unit_id: "The return", fact.unit_id: "The journey"}

    found = calibration(learner, titles)

    rows = [(row.label, row.count, row.expected_of_100, row.knew_of_100) for row in found.by_unit]
    assert rows == [("The return", 1, 90, 0), ("The journey", 3, 80, 100)]
    assert found.astray is None


def test_a_unit_that_lags_behind_is_named():
    learner, (fact,) = make_learner(), make_facts(1)
    for number in range(30):
        met(learner, fact, 0.9, right=number % 2 == 0)

    found = calibration(learner, {fact.unit_id: "The journey"})

    assert (found.astray.label, found.astray.knew_of_100, found.astray.verdict) == (
        "The journey",
        50,
        "less",
    )


@pytest.mark.parametrize(
    ("count", "right", "verdict"),
    [(19, 0, "too few"), (100, 90, "yes"), (100, 99, "more")],
)
def test_what_is_to_be_made_of_a_comparison_is_said_in_a_word(count, right, verdict):
    assert compare("all", [(count, right, 900_000 * count)]).verdict == verdict
