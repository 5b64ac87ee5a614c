"""An item withdrawn and counted again: scores follow, and nothing that was answered is lost for memory."""

from datetime import date, timedelta

from questions.assignments.hand_in import hand_in
from questions.assignments.results import lines_of, results_of, score_of, scores_of
from questions.assignments.sit import save, start
from questions.assignments.withdrawal import restore, withdraw
from questions.models import Memory, Review
from questions.practice.log import replayed, standing_of

from .classroom import NOW, make_quiz, right_answers, wrong_answers

SOON = NOW + timedelta(minutes=10)
TOMORROW = NOW + timedelta(days=1)


def sit(quiz, student, answers, *, at=NOW):
    attempt = start(quiz, student, now=at)
    save(attempt, answers, now=at)
    return attempt


def test_a_withdrawn_item_leaves_every_score_and_a_restored_one_comes_back(quiz, student):
    answers = right_answers(quiz) | dict(list(wrong_answers(quiz).items())[-1:])
    attempt = hand_in(sit(quiz, student, answers), now=SOON)
    withdraw(quiz.items.last(), now=SOON)
    results = results_of(quiz, now=NOW)
    assert (results.rows[0].right, results.rows[0].percent, len(results.withdrawn)) == (3, 100, 1)
    assert score_of(lines_of(attempt, now=NOW)) == scores_of(quiz, [attempt], now=NOW)[0].score
    restore(quiz.items.last(), now=SOON)
    assert results_of(quiz, now=NOW).rows[0].percent == 75


def test_what_was_handed_in_while_the_item_was_withdrawn_is_remembered_when_it_counts_again(quiz, student):
    attempt = sit(quiz, student, right_answers(quiz))
    item = quiz.items.first()
    withdraw(item, now=NOW)
    hand_in(attempt, now=SOON)
    assert restore(item, now=TOMORROW) == 1
    review = Review.objects.of(student).get(fact=item.fact)
    assert (review.day, review.answered_at, review.outcome) == (date(2026, 11, 23), NOW, "correct")
    memory = Memory.objects.of(student).get(fact=item.fact)
    assert standing_of(memory) == replayed(student, item.fact)


def test_later_answers_are_replayed_on_top_of_what_is_remembered_late(course, facts, student):
    first, second = make_quiz(course, facts[:1]), make_quiz(course, facts[:1])
    attempt = sit(first, student, right_answers(first))
    withdraw(first.items.get(), now=NOW)
    hand_in(attempt, now=SOON)
    hand_in(sit(second, student, wrong_answers(second), at=TOMORROW), now=TOMORROW)
    restore(first.items.get(), now=TOMORROW)
    reviews = Review.objects.of(student)
    assert [(review.day.day, review.outcome) for review in reviews] == [(23, "correct"), (24, "wrong")]
    memory = Memory.objects.of(student).get()
    assert standing_of(memory).state == replayed(student, facts[0]).state
    assert (memory.review_count, memory.lapse_count) == (2, 1)


def test_an_item_withdrawn_after_the_hand_in_is_not_remembered_twice(quiz, student):
    hand_in(sit(quiz, student, right_answers(quiz)), now=SOON)
    item = quiz.items.first()
    withdraw(item, now=SOON)
    assert restore(item, now=TOMORROW) == 0
    assert Review.objects.of(student).count() == 4


def test_what_was_left_unanswered_is_not_remembered(quiz, student):
    item = quiz.items.first()
    attempt = sit(quiz, student, {item.pk: ""})
    withdraw(item, now=NOW)
    hand_in(attempt, now=SOON)
    assert restore(item, now=TOMORROW) == 0
    assert not Review.objects.exists()


def test_an_attempt_that_is_still_open_is_remembered_at_its_hand_in(quiz, student):
    attempt = sit(quiz, student, right_answers(quiz))
    item = quiz.items.first()
    withdraw(item, now=NOW)
    assert restore(item, now=NOW) == 0
    hand_in(attempt, now=SOON)
    assert Review.objects.of(student).count() == 4
