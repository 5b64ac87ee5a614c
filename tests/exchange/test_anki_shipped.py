"""Both shipped banks, whole and by unit, judged by the real Anki; and a history made by real practice."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from io import StringIO

import pytest
from django.core.management import call_command

from questions.exchange.anki_export import export_bank
from questions.models import Bank, Memory
from questions.practice.queue import next_card
from questions.practice.review import record_review
from questions.vocabulary import Kind
from tests.exchange.anki_judge import Judge
from tests.exchange.samples import NOW
from tests.exchange.test_anki_schedule import anki_today
from tests.factories import make_learner, make_study

pytestmark = [pytest.mark.django_db, pytest.mark.anki]


def test_the_shipped_banks_go_into_anki_clean(tmp_path):
    call_command("load_banks", stdout=StringIO())
    for bank in Bank.objects.filter(is_shipped=True):
        for style in ("basic", "cloze", "typed"):
            folder = tmp_path / f"{bank.key}-{style}"
            folder.mkdir()
            judge = Judge(folder)
            package = export_bank(bank, style=style, now=NOW)
            facts = bank.facts.current().count()

            assert (package.report.notes, package.report.left_out) == (facts, 0)
            assert judge.imports(package.content) == {"new": facts}
            assert judge.imports(package.content) == {"duplicate": facts}
            assert judge.objections() == []
        for unit in bank.units.current():
            folder = tmp_path / f"{bank.key}-{unit.key}"
            folder.mkdir()
            part = export_bank(bank, units=[unit], now=NOW)
            assert Judge(folder).imports(part.content) == {"new": unit.facts.current().count()}


def test_what_was_really_practised_arrives_as_it_is_remembered(tmp_path):
    """Five evenings of right and wrong answers in every kind, by the queue and the recording that people use."""
    call_command("load_banks", stdout=StringIO())
    learner, bank = make_learner(), Bank.objects.filter(is_shipped=True).first()
    make_study(learner, bank)
    for ago in (9, 8, 5, 2, 1):
        now = datetime.combine(anki_today() - timedelta(days=ago), time(18), UTC)
        for number in range(25):
            card = next_card(learner, now=now)
            if card is None:
                break
            right = "yes" if card.kind == Kind.RECALL else card.question.answer
            now += timedelta(seconds=20)
            record_review(learner, card, given=right, gave_up=number % 4 == 0, now=now, milliseconds=9_000)

    judge = Judge(tmp_path)
    judge.imports(export_bank(bank, learner=learner, now=NOW).content, with_progress=True)

    memories = Memory.objects.of(learner).learnt().select_related("fact")
    assert memories.count() > 20
    for memory in memories:
        card = judge.card(memory.fact.key)
        assert card.memory_state.stability == pytest.approx(memory.stability, abs=0.0005)
        assert card.memory_state.difficulty == pytest.approx(memory.difficulty, abs=0.0005)
        assert card.due - judge.col.sched.today == (memory.due - anki_today()).days
        assert (
            card.reps == memory.review_count == judge.col.db.scalar("SELECT count() FROM revlog WHERE cid = ?", card.id)
        )
    assert judge.objections() == []
