"""The card of a claim: two buttons, true and false, worth half a guess; nothing else counts as an answer."""

from __future__ import annotations

import pytest

from questions.models import Fact, Question, Review
from questions.vocabulary import Kind, Outcome
from tests.factories import add_statement, make_bank, make_learner, make_memory, make_unit
from tests.web.cards import answer, shown, text_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("noon")]


@pytest.fixture
def claim(client) -> Fact:
    """A fact of somebody logged in that is due, and asked only as true or false: its claim is false."""
    learner = make_learner()
    [fact] = add_statement(make_unit(make_bank("one", "One")), "The lake froze in [1871](date:when).", kinds=[])
    Question.objects.create(
        fact=fact,
        kind=Kind.TRUE_FALSE,
        wording=0,
        prompt="The lake froze in 1873.",
        answer="false",
        distractors=["true"],
    )
    make_memory(learner, fact)
    client.force_login(learner)
    return fact


def test_a_claim_shows_true_before_false(client, claim):
    page = shown(client)
    assert page.context["card"].options == ("true", "false")
    assert "True or false?" in text_of(page)
    assert page.text.count("<h1>") == 1
    assert "The lake froze in 1873." in text_of(page)


@pytest.mark.parametrize(("given", "is_right"), [("false", True), ("true", False)])
def test_an_answer_is_graded_and_weighed_as_half_a_guess(client, claim, given, is_right):
    answer(client, given)
    review = Review.objects.get()
    assert ((review.outcome == Outcome.CORRECT), review.guess_floor) == (is_right, 0.5)


def test_what_is_neither_true_nor_false_is_handed_back(client, claim):
    assert answer(client, "perhaps").status_code == 422
    assert Review.objects.count() == 0
