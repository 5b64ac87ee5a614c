"""The ease of a kind, learnt from the log and used for every answer from then on."""

from datetime import timedelta

import pytest
from django.core.management import call_command

from questions.models import KindEase, Review
from questions.practice.cards import draw
from questions.practice.ease import ease_by_kind, learn_ease, learn_ease_daily
from questions.practice.review import record_review
from questions.vocabulary import Kind, Outcome
from tests.factories import MONDAY, NOON, make_facts, make_learner

pytestmark = pytest.mark.django_db


def logged(learner, fact, kind, count, *, right, is_probe=False):
    """`count` answers to one fact at R 0.9, `right` of them right; rows only, nothing is scheduled."""
    question = fact.questions.get(kind=kind, wording=0)
    Review.objects.bulk_create(
        Review(
            learner=learner,
            fact=fact,
            question=question,
            kind=kind,
            outcome=Outcome.CORRECT if n < right else Outcome.WRONG,
            rating=3 if n < right else 1,
            guess_floor=0,
            prior=0.25,
            day=MONDAY,
            answered_at=NOON,
            token=f"{kind}{is_probe}{n}",
            is_probe=is_probe,
            recall_before=0.92,
            success_before=0.92,
            memory_version=n,
        )
        for n in range(count)
    )


def test_without_answers_nothing_is_known():
    assert learn_ease(now=NOON) == {}
    assert Kind.CLOZE not in ease_by_kind()


def test_what_is_learnt_is_kept_for_the_site():
    learner, fact = make_learner(), make_facts(1)[0]
    logged(learner, fact, Kind.CLOZE, 1000, right=950)
    logged(learner, fact, Kind.TYPED, 1000, right=900, is_probe=True)
    learn_ease(now=NOON)
    (row,) = KindEase.objects.all()
    assert (row.kind, row.answers, row.learnt_at) == (Kind.CLOZE, 1000, NOON)
    assert ease_by_kind() == {Kind.CLOZE: pytest.approx((2.9444390 - 2.1972246) * 1000 / 1200)}


def test_learning_again_replaces_what_was_learnt():
    learner, fact = make_learner(), make_facts(1)[0]
    logged(learner, fact, Kind.CLOZE, 400, right=380)
    logged(learner, fact, Kind.TYPED, 400, right=360, is_probe=True)
    learn_ease(now=NOON)
    call_command("learn_ease")
    assert KindEase.objects.count() == 1


def test_the_worker_learns_it_once_a_day():
    learner, fact = make_learner(), make_facts(1)[0]
    logged(learner, fact, Kind.CLOZE, 30, right=28)

    assert learn_ease_daily(now=NOON)
    assert not learn_ease_daily(now=NOON + timedelta(hours=23))
    assert learn_ease_daily(now=NOON + timedelta(hours=25))
    assert KindEase.objects.get().answers == 30


def test_an_answer_is_weighed_and_logged_with_the_ease_of_its_kind():
    learner, fact = make_learner(), make_facts(1)[0]
    KindEase.objects.create(kind=Kind.CHOICE, ease=1.0, answers=500, learnt_at=NOON)
    first = record_review(learner, draw(learner, fact, now=NOON), given=fact.answer, now=NOON)
    later = NOON + timedelta(days=2)
    card = draw(learner, fact, now=later)
    review = record_review(learner, card, given=fact.answer, now=later)
    recalled = review.recall_before
    known = recalled * 2.718281828459045 / (recalled * 2.718281828459045 + 1 - recalled)
    assert (first.ease, review.ease, card.kind) == (1.0, 1.0, Kind.CHOICE)
    assert review.success_before == pytest.approx(1 / 3 + 2 / 3 * known)


def test_what_was_believed_at_an_answer_stays_when_the_ease_is_learnt_later():
    learner, fact = make_learner(), make_facts(1)[0]
    review = record_review(learner, draw(learner, fact, now=NOON), given=fact.answer, now=NOON)
    KindEase.objects.create(kind=Kind.CHOICE, ease=1.0, answers=500, learnt_at=NOON)
    review.refresh_from_db()
    assert review.ease == 0
