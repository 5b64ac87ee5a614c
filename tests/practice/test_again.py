"""Undo goes back answer by answer, and each time the very card comes back, with what was written."""

from dataclasses import replace

import pytest
from django.core import signing

from questions.models import Correction, Question, Review
from questions.practice.cards import SALT, draw, open_card, sign
from questions.practice.corrections import correct
from questions.practice.queue import look_at, next_card
from questions.practice.review import record_review
from questions.vocabulary import Kind
from tests.factories import NOON, add_statement, make_bank, make_facts, make_learner, make_study, make_unit

from .sitting import answer, ask, assert_memory_is_replay, at, next_key, respond

pytestmark = pytest.mark.django_db


def answer_in_turn(learner, count, *, right=True):
    """The cards of so many answers, a second apart, from noon on."""
    cards = []
    for second in range(count):
        cards.append(next_card(learner, now=at(seconds=second)))
        answer(cards[-1], at(seconds=second), right=right)
    return cards


def undo_the_last(learner, now):
    last = look_at(learner, now=now).shown.last_undoable
    correct(learner, Review.objects.get(token=last.token), Correction.Act.UNDO, now=now)


@pytest.mark.parametrize("right", [True, False])
def test_undo_goes_back_through_a_whole_round_and_the_answers_come_again_in_their_order(learner, right):
    make_study(learner, make_facts(6)[0].bank)
    asked = [card.fact.key for card in answer_in_turn(learner, 5, right=right)]

    back = []
    for second in range(10, 15):
        undo_the_last(learner, at(seconds=second))
        back.append(next_key(learner, at(seconds=second)))

    assert back == asked[::-1]
    assert look_at(learner, now=at(seconds=20)).shown.last_undoable is None
    again = []
    for second in range(20, 25):
        card = next_card(learner, now=at(seconds=second))
        again.append(card.fact.key)
        review = answer(card, at(seconds=second))
        assert review.answers_again
        assert_memory_is_replay(learner, card.fact)
    assert again == asked
    assert Correction.objects.filter(act="undo").count() == 5


def test_the_day_s_limit_does_not_keep_an_undone_answer_away(learner):
    learner.due_per_day = 3
    learner.save()
    facts = make_facts(8)
    make_study(learner, facts[0].bank, new_per_day=0)
    for fact in facts:
        ask(learner, fact, at(-3), right=False)
    asked = [card.fact.key for card in answer_in_turn(learner, 3)]
    assert next_card(learner, now=at(seconds=5)) is None

    for second in (6, 7):
        undo_the_last(learner, at(seconds=second))

    assert next_key(learner, at(seconds=8)) == asked[1]


def test_a_choice_comes_back_with_the_options_in_their_order(learner):
    make_study(learner, make_facts(9, kinds={Kind.CHOICE})[0].bank)
    for second in range(8):
        card = next_card(learner, now=at(seconds=10 * second))
        review = answer(card, at(seconds=10 * second + 1))
        correct(learner, review, Correction.Act.UNDO, now=at(seconds=10 * second + 2))

        back = next_card(learner, now=at(seconds=10 * second + 3))

        assert (back.question, back.options) == (card.question, card.options)
        assert (back.token, back.memory_version) != (card.token, card.memory_version)
        answer(back, at(seconds=10 * second + 4))


@pytest.mark.parametrize(("kind", "given"), [(Kind.TYPED, "Atlantys"), (Kind.CLOZE, "Atlantys"), (Kind.CHOICE, None)])
def test_what_was_written_comes_back_and_an_option_does_not(learner, kind, given):
    make_study(learner, make_facts(1, kinds={kind})[0].bank)
    card = next_card(learner, now=NOON)
    wrong = given or next(option for option in card.options if option != card.question.answer)
    review = record_review(learner, card, given=wrong, now=NOON)

    correct(learner, review, Correction.Act.UNDO, now=at(seconds=1))

    assert next_card(learner, now=at(seconds=2)).before == (given or "")


def test_what_was_written_to_a_flashcard_comes_back(learner):
    [fact] = add_statement(
        make_unit(make_bank()), "They left because [the wells ran dry](cause:why).", kinds={"recall"}
    )
    make_study(learner, fact.bank)
    review = record_review(learner, next_card(learner, now=NOON), given="no", written="a long thought", now=NOON)

    correct(learner, review, Correction.Act.UNDO, now=at(seconds=1))

    assert next_card(learner, now=at(seconds=2)).before == "a long thought"


def test_a_question_replaced_meanwhile_is_not_asked_again(learner):
    make_study(learner, make_facts(1, kinds={Kind.TYPED, Kind.CLOZE})[0].bank)
    review = answer(next_card(learner, now=NOON), NOON)
    correct(learner, review, Correction.Act.UNDO, now=at(seconds=1))
    Question.objects.filter(pk=review.question_id).update(is_current=False)

    card = next_card(learner, now=at(seconds=2))

    assert card.question.is_current
    assert (card.question.pk == review.question_id, card.before) == (False, "")


def test_an_answer_in_a_quiz_does_not_bar_the_way_back(learner):
    one, two = make_facts(2)
    review = ask(learner, one, NOON)
    respond(learner, two, at(seconds=5))

    assert look_at(learner, now=at(seconds=6)).shown.last_undoable.token == review.token


def test_an_undone_answer_of_yesterday_is_no_longer_in_the_way(learner):
    one, two = make_facts(2)
    make_study(learner, one.bank)
    correct(learner, ask(learner, two, at(-1)), Correction.Act.UNDO, now=at(-1, seconds=5))

    assert look_at(learner, now=NOON).shown.reopened == {}
    assert next_key(learner, NOON) == one.key


def test_what_stands_before_is_never_signed():
    learner, [fact] = make_learner(), make_facts(1)
    card = draw(learner, fact, now=NOON)

    signed = sign(replace(card, before="secret"))

    assert "secret" not in signing.loads(signed, salt=SALT).values()
    assert open_card(signed, learner) == card
