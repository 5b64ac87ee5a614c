"""A bank taken up, and taken up again otherwise."""

from questions.models import Study
from questions.practice.studies import take_up
from tests.factories import make_bank, make_unit


def test_a_bank_taken_up_comes_after_those_already_studied(learner):
    first, second = make_bank("first"), make_bank("second")

    studies = [take_up(learner, bank, new_per_day=7, units=[], pause=None) for bank in (first, second)]

    assert [(study.bank, study.position, study.new_per_day, study.is_paused) for study in studies] == [
        (first, 0, 7, False),
        (second, 1, 7, False),
    ]


def test_taken_up_again_it_keeps_its_place_and_changes_what_is_wished(learner):
    bank, other = make_bank("first"), make_bank("second")
    unit = make_unit(bank)
    for each in (bank, other):
        take_up(learner, each, new_per_day=7)

    study = take_up(learner, bank, new_per_day=3, units=[unit], pause=True)

    assert Study.objects.count() == 2
    assert (study.position, study.new_per_day, study.is_paused, list(study.units.all())) == (0, 3, True, [unit])


def test_a_pause_that_is_not_spoken_of_stays_as_it_is(learner):
    bank = make_bank()
    take_up(learner, bank, new_per_day=7, pause=True)

    assert take_up(learner, bank, new_per_day=9, units=[], pause=None).is_paused
    assert not take_up(learner, bank, new_per_day=9, units=[], pause=False).is_paused


def test_no_unit_means_all_of_them(learner):
    bank = make_bank()
    take_up(learner, bank, new_per_day=7, units=[make_unit(bank)])

    assert list(take_up(learner, bank, new_per_day=7, units=[]).units.all()) == []
