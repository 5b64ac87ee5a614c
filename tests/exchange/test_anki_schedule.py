"""What a learner remembers, carried into the real Anki."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from questions.exchange.anki_export import export_bank
from questions.exchange.anki_schedule import remembered_by
from questions.models import Memory
from questions.practice.scheduler import review
from questions.vocabulary import Rating
from tests.exchange.anki_judge import Judge
from tests.exchange.histories import correct, learn
from tests.exchange.samples import NOW, ashby
from tests.factories import MONDAY, make_learner, make_memory

if TYPE_CHECKING:
    from pathlib import Path

    from questions.models import Fact

pytestmark = pytest.mark.django_db

HISTORIES = [
    [(0, 3)],
    [(0, 1)],
    [(0, 3), (2, 3), (13, 3)],
    [(0, 4), (8, 4)],
    [(0, 3), (2, 3), (13, 1), (15, 2), (19, 3)],
]
"""Days from the first answer and ratings; one for each short fact of the Ashby bank."""


@pytest.fixture
def judge(tmp_path: Path) -> Judge:
    return Judge(tmp_path)


def anki_today() -> date:
    """Anki's day turns at four in the morning, in the zone of the machine."""
    return (datetime.now().astimezone() - timedelta(hours=4)).date()


def short_facts(bank) -> list[Fact]:
    return [fact for fact in bank.facts.all() if fact.blank != "why"]


def learnt_bank(learner, first_day: date):
    bank = ashby()
    for fact, history in zip(short_facts(bank), HISTORIES, strict=True):
        learn(learner, fact, [(first_day + timedelta(days=day), rating) for day, rating in history])
    return bank


@pytest.mark.anki
@pytest.mark.parametrize("style", ["basic", "cloze", "typed"])
def test_scheduling_arrives_with_the_right_due_days_and_states(judge, style):
    learner, today = make_learner(), anki_today()
    bank = learnt_bank(learner, today - timedelta(days=20))

    package = export_bank(bank, style=style, learner=learner, now=NOW)

    assert package.report.with_schedule == 5
    assert judge.imports(package.content, with_progress=True) == {"new": 6}
    for memory in Memory.objects.select_related("fact"):
        card = judge.card(memory.fact.key)
        assert card.memory_state.stability == pytest.approx(memory.stability, abs=0.0005)
        assert card.memory_state.difficulty == pytest.approx(memory.difficulty, abs=0.0005)
        assert card.due - judge.col.sched.today == (memory.due - today).days
        assert (card.type, card.queue, card.ivl) == (2, 2, (memory.due - memory.last_day).days)
        assert (card.reps, card.lapses) == (memory.review_count, memory.lapse_count)
    assert judge.objections() == []


@pytest.mark.anki
def test_anki_computes_the_same_state_from_the_answers_it_got(judge):
    """So its optimiser and its statistics have the whole history, not only the end of it."""
    learner = make_learner()
    bank = learnt_bank(learner, anki_today() - timedelta(days=20))

    judge.imports(export_bank(bank, learner=learner, now=NOW).content, with_progress=True)

    for memory in Memory.objects.select_related("fact"):
        computed = judge.col.compute_memory_state(judge.card(memory.fact.key).id)
        assert computed.stability == pytest.approx(memory.stability, rel=1e-4)
        assert computed.difficulty == pytest.approx(memory.difficulty, rel=1e-4)


@pytest.mark.anki
def test_without_the_tick_in_anki_every_card_is_new(judge):
    learner = make_learner()
    bank = learnt_bank(learner, anki_today() - timedelta(days=20))

    judge.imports(export_bank(bank, learner=learner, now=NOW).content)

    assert {card.type for note in judge.notes() for card in note.cards()} == {0}


@pytest.mark.anki
def test_a_suspended_fact_arrives_suspended(judge):
    learner, bank = make_learner(), ashby()
    met, unmet = short_facts(bank)[:2]
    make_memory(learner, met, is_suspended=True)
    Memory.objects.create(learner=learner, fact=unmet, is_suspended=True)

    judge.imports(export_bank(bank, learner=learner, now=NOW).content, with_progress=True)

    assert (judge.card(met.key).type, judge.card(met.key).queue) == (2, -1)
    assert (judge.card(unmet.key).type, judge.card(unmet.key).queue) == (0, -1)
    assert judge.objections() == []


@pytest.mark.anki
def test_an_overdue_and_a_far_due_day_survive(judge):
    learner, bank, today = make_learner(), ashby(), anki_today()
    late, far = short_facts(bank)[:2]
    make_memory(learner, late, due=today - timedelta(days=30))
    make_memory(learner, far, due=today + timedelta(days=3000), last_day=today)

    judge.imports(export_bank(bank, learner=learner, now=NOW).content, with_progress=True)

    assert judge.card(late.key).due - judge.col.sched.today == -30
    assert judge.card(far.key).due - judge.col.sched.today == 3000


def test_someone_elses_memory_stays_theirs():
    bank = learnt_bank(make_learner("eve"), MONDAY)

    assert export_bank(bank, learner=make_learner("ada"), now=NOW).report.with_schedule == 0


def ratings(learner, bank, fact) -> list[int]:
    return [row.rating for row in remembered_by(learner, bank)[fact.pk].schedule.log]


def test_an_undone_answer_is_no_history():
    learner, bank = make_learner(), ashby()
    fact = short_facts(bank)[0]
    first, _ = learn(learner, fact, [(MONDAY, 1), (MONDAY + timedelta(days=2), 3)])

    correct(first, "undo")

    assert ratings(learner, bank, fact) == [3]
    assert remembered_by(learner, bank)[fact.pk].schedule.log[0].is_first


def test_what_was_forgotten_on_purpose_is_no_history():
    learner, bank = make_learner(), ashby()
    fact = short_facts(bank)[0]
    _, second, _ = learn(learner, fact, [(MONDAY + timedelta(days=n), 3) for n in (0, 2, 5)])

    correct(second, "forget")

    assert ratings(learner, bank, fact) == [3]


def test_only_the_first_answer_of_a_day_is_history():
    learner, bank = make_learner(), ashby()
    fact = short_facts(bank)[0]
    learn(learner, fact, [(MONDAY, 1)])
    learn(learner, fact, [(MONDAY, 3)], is_repeat=True, token="again", answered_at=NOW)

    assert ratings(learner, bank, fact) == [1]


def test_when_the_first_answer_of_a_day_is_undone_the_next_one_counts():
    learner, bank = make_learner(), ashby()
    fact = short_facts(bank)[0]
    (first,) = learn(learner, fact, [(MONDAY, 1)])
    learn(learner, fact, [(MONDAY, 3)], is_repeat=True, token="again", answered_at=NOW)

    correct(first, "undo")

    assert ratings(learner, bank, fact) == [3]


@pytest.mark.parametrize(
    ("rating", "act", "outcome", "effective"),
    [
        (3, None, None, 3),
        (1, "claim", "", 3),
        (3, "easy", "", 4),
        (3, "guessed", "", 1),
        (1, "regrade", "correct", 3),
        (2, "regrade", "near_miss", 2),
        (4, "regrade", "correct", 4),
        (3, "regrade", "wrong", 1),
    ],
)
def test_the_last_correction_decides_the_rating(rating, act, outcome, effective):
    learner, bank = make_learner(), ashby()
    fact = short_facts(bank)[0]
    (made,) = learn(learner, fact, [(MONDAY, rating)])

    if act:
        correct(made, "easy" if act != "easy" else "guessed")
        correct(made, act, outcome)

    assert ratings(learner, bank, fact) == [effective]


def test_where_each_kind_has_a_memory_the_card_gets_that_of_the_firmest(settings):
    settings.MEMORY_PER = "kind"
    learner, bank = make_learner(), ashby()
    fact, last = short_facts(bank)[0], MONDAY + timedelta(days=9)
    learn(learner, fact, [(MONDAY, 3), (MONDAY + timedelta(days=2), 1)], kind="choice")
    learn(learner, fact, [(MONDAY + timedelta(days=5), 3), (last, 1)])

    found = remembered_by(learner, bank)[fact.pk].schedule

    state = review(review(None, Rating.GOOD, MONDAY + timedelta(days=5)), Rating.AGAIN, last)
    assert [row.rating for row in found.log] == [3, 1]
    assert (found.stability, found.difficulty) == (state.stability, state.difficulty)
    assert (found.due, found.reps, found.lapses) == (last + timedelta(days=1), 2, 1)


def test_two_answers_of_one_millisecond_are_told_apart():
    learner, bank = make_learner(), ashby()
    for fact in short_facts(bank)[:2]:
        learn(learner, fact, [(MONDAY, 3)], answered_at=NOW)

    times = [found.schedule.log[0].at for found in remembered_by(learner, bank).values()]

    assert sorted(times) == [int(NOW.timestamp() * 1000), int(NOW.timestamp() * 1000) + 1]


def test_scheduling_costs_two_queries(django_assert_num_queries):
    learner = make_learner()
    bank = learnt_bank(learner, MONDAY)

    with django_assert_num_queries(2):
        remembered_by(learner, bank)
