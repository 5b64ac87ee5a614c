"""Sitting: starting, saving, closing."""

from datetime import timedelta

import pytest

from questions.assignments.hand_in import hand_in
from questions.assignments.sit import AttemptClosed, CannotStart, save, sheet, start
from questions.assignments.times import extend
from questions.models import Attempt, Fact

from .classroom import DUE, NOW, make_quiz, right_answers

SOON = NOW + timedelta(minutes=10)


@pytest.fixture
def attempt(quiz, student):
    return start(quiz, student, now=NOW)


def given(attempt):
    return dict(attempt.responses.values_list("item_id", "given"))


def test_starting_opens_the_first_attempt_until_the_due_time(attempt):
    assert (attempt.number, attempt.closes_at, attempt.handed_in_at) == (1, DUE, None)


def test_starting_twice_is_one_attempt(attempt, quiz, student):
    assert start(quiz, student, now=SOON) == attempt
    assert Attempt.objects.count() == 1


def test_a_quiz_cannot_be_started_before_it_opens(course, facts, student):
    early = make_quiz(course, facts, opens_at=NOW + timedelta(days=1))
    with pytest.raises(CannotStart, match=r"opens on Tuesday 24 November, 10:00 \(UTC\)"):
        start(early, student, now=NOW)


def test_a_quiz_cannot_be_started_after_the_due_time(quiz, student):
    with pytest.raises(CannotStart, match="time for this quiz is over"):
        start(quiz, student, now=DUE)


def test_attempts_are_counted(attempt, quiz, student):
    hand_in(attempt, now=SOON)
    with pytest.raises(CannotStart, match="used all your attempts"):
        start(quiz, student, now=SOON)


def test_a_second_attempt_begins_empty_where_it_is_allowed(course, facts, student):
    quiz = make_quiz(course, facts, attempts_allowed=2)
    first = start(quiz, student, now=NOW)
    save(first, right_answers(quiz), now=SOON)
    hand_in(first, now=SOON)
    second = start(quiz, student, now=SOON)
    assert (second.number, given(second)) == (2, {})


def test_every_answer_is_kept_and_can_be_changed(attempt, quiz):
    one, two, *_ = quiz.items.all()
    save(attempt, {one.pk: "Ada Ashby"}, now=NOW)
    save(attempt, {two.pk: "1869"}, now=SOON)
    save(attempt, {one.pk: "Tom Brook"}, now=SOON)
    assert given(attempt) == {one.pk: "Tom Brook", two.pk: "1869"}
    assert attempt.responses.get(item=two).answered_at == SOON


def test_an_option_that_was_not_offered_is_not_kept(attempt, quiz):
    item = quiz.items.first()
    assert save(attempt, {item.pk: "Leo Dunn"}, now=NOW) == 0
    assert given(attempt) == {}


def test_an_item_of_another_quiz_is_not_kept(attempt, course, facts):
    other = make_quiz(course, facts)
    assert save(attempt, right_answers(other), now=NOW) == 0


def test_the_sheet_shows_what_is_saved_after_a_reload(attempt, quiz):
    item = quiz.items.last()
    save(attempt, {item.pk: "Mill Club"}, now=NOW)
    assert {line.item.pk: line.given for line in sheet(Attempt.objects.get()) if line.given} == {item.pk: "Mill Club"}


def test_the_sheet_shows_each_option_once(attempt):
    assert all(sorted(line.options) == sorted(line.item.options) for line in sheet(attempt))


def test_nothing_is_saved_once_the_time_is_over(attempt, quiz):
    with pytest.raises(AttemptClosed):
        save(attempt, right_answers(quiz), now=DUE)
    assert given(attempt) == {}


def test_nothing_is_saved_after_handing_in(attempt, quiz):
    hand_in(attempt, now=SOON)
    with pytest.raises(AttemptClosed):
        save(attempt, right_answers(quiz), now=SOON)


def test_an_extension_in_mid_quiz_keeps_the_attempt_open(attempt, quiz, student):
    extend(quiz, student, due_at=DUE + timedelta(hours=2), extra_attempts=0, reason="train", now=NOW)
    assert save(attempt, right_answers(quiz), now=DUE + timedelta(hours=1)) == 4


def test_while_an_attempt_is_open_its_facts_are_kept_out_of_practice(attempt, quiz, student, facts):
    assert set(Fact.objects.in_open_quiz(student, SOON)) == set(facts)
    assert not Fact.objects.in_open_quiz(student, DUE).exists()
    hand_in(attempt, now=SOON)
    assert not Fact.objects.in_open_quiz(student, SOON).exists()
