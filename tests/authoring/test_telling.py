"""An answer that was changed at the desk, changed back and changed again: memories follow, and nothing is forgotten."""

from __future__ import annotations

from datetime import timedelta

import pytest

from questions.authoring.accept import accept
from questions.authoring.blanks import Blank
from questions.authoring.change import Change
from questions.authoring.edit import Written, edit
from questions.authoring.undo import redo, undo
from questions.models import Correction, FactChange
from questions.practice.cards import draw
from questions.practice.changed import changed_before
from questions.practice.review import record_review
from questions.vocabulary import AnswerType
from tests.authoring.drafted import add_four, make_desk
from tests.factories import NOON, make_learner
from tests.practice.sitting import assert_memory_is_replay

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)
LATER = Written(
    "Nora Ashby crossed the Grey Pass in [1873](date:b1).",
    (Blank("b1", "1873", AnswerType.DATE, ("In which year did Nora Ashby cross the Grey Pass?",)),),
)


@pytest.fixture
def owner():
    return make_learner("owner")


@pytest.fixture
def draft(owner):
    first, *_ = add_four(make_desk(owner))
    accept(first, by=owner, version=1, now=NOON)
    return first


def answer(learner, fact, now):
    fact.refresh_from_db()
    return record_review(learner, draw(learner, fact, now=now), given=fact.answer, now=now)


def held(learner):
    memory = learner.memories.get()
    return memory.stability, memory.rung, memory.due


def test_undoing_another_answer_gives_back_what_was_known_and_doing_it_again_takes_it(owner, draft):
    ada = make_learner()
    for days in (0, 2, 13):
        answer(ada, draft.fact, NOON + days * DAY)
    known = held(ada)
    edit(draft, LATER, by=owner, version=draft.version, now=NOON + 20 * DAY, change=Change.ANSWER)
    fragile = held(ada)
    assert fragile[:2] == (0.212, 0)  # FSRS-6: w0

    for days in (21, 23):
        undo(draft.bank, owner, now=NOON + days * DAY)
        assert held(ada) == known
        assert_memory_is_replay(ada, draft.fact)
        redo(draft.bank, owner, now=NOON + (days + 1) * DAY)
        assert held(ada)[:2] == fragile[:2]
        assert_memory_is_replay(ada, draft.fact)

    undo(draft.bank, owner, now=NOON + 25 * DAY)
    assert held(ada) == known
    acts = Correction.objects.order_by("pk").values_list("act", flat=True)
    assert list(acts) == ["changed", "regrade"] * 3
    told = FactChange.objects.order_by("pk").values_list("old_answer", "answer")
    assert list(told) == [("1871", "1873"), ("1873", "1871")] * 3
    assert changed_before(ada, answer(ada, draft.fact, NOON + 26 * DAY)) is None


def test_a_wording_undone_touches_no_memory(owner, draft):
    ada = make_learner()
    answer(ada, draft.fact, NOON)
    known = held(ada)

    edit(draft, LATER, by=owner, version=draft.version, now=NOON + DAY, change=Change.WORDING)
    undo(draft.bank, owner, now=NOON + 2 * DAY)
    redo(draft.bank, owner, now=NOON + 3 * DAY)

    assert held(ada) == known
    assert not Correction.objects.exists()


def test_what_was_said_of_the_answer_before_the_change_is_said_again(owner, draft):
    ada = make_learner()
    review = answer(ada, draft.fact, NOON)
    Correction.objects.create(learner=ada, review=review, act=Correction.Act.EASY, made_by=ada, made_at=NOON)

    edit(draft, LATER, by=owner, version=draft.version, now=NOON + DAY, change=Change.ANSWER)
    undo(draft.bank, owner, now=NOON + 2 * DAY)

    assert Correction.objects.order_by("pk").last().act == "easy"
