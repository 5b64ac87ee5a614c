"""Handing in: verdicts, reviews of the right day, and a memory that equals its replay."""

from datetime import date, timedelta

import pytest

from questions.assignments.hand_in import close_overdue, hand_in, sweep
from questions.assignments.joining import join
from questions.assignments.results import lines_of, score_of
from questions.assignments.sit import save, sheet, start
from questions.assignments.withdrawal import withdraw
from questions.models import Attempt, Memory, Review
from questions.practice.log import replayed, standing_of

from .classroom import DUE, NOW, make_person, make_quiz, right_answers, wrong_answers

SOON = NOW + timedelta(minutes=10)
TOMORROW = NOW + timedelta(days=1)


def sit(quiz, student, answers, *, at=NOW):
    attempt = start(quiz, student, now=at)
    save(attempt, answers, now=at)
    return attempt


def score(attempt):
    found = score_of(lines_of(attempt, now=NOW))
    return found.right, found.of


def standings(student):
    """Each memory as its columns say, beside the replay of the log."""
    return [(standing_of(memory), replayed(student, memory.fact)) for memory in Memory.objects.of(student)]


def test_handing_in_grades_every_answer(quiz, student):
    answers = right_answers(quiz) | dict(list(wrong_answers(quiz).items())[:1])
    attempt = hand_in(sit(quiz, student, answers), now=SOON)
    assert attempt.handed_in_at == SOON
    assert score(attempt) == (3, 4)


def test_typed_answers_are_graded_as_in_practice(course, facts, student):
    quiz = make_quiz(course, facts, kind="typed")
    leader, year, lake, payer = quiz.items.all()
    answers = {leader.pk: "ada ashbey", year.pk: "1872", lake.pk: "lake orin", payer.pk: "the Kettle Society"}
    attempt = hand_in(sit(quiz, student, answers), now=SOON)
    outcomes = dict(attempt.responses.values_list("item", "outcome"))
    assert outcomes == {leader.pk: "near_miss", year.pk: "wrong", lake.pk: "correct", payer.pk: "correct"}


def test_a_date_coarser_than_asked_is_wrong_and_says_why(course, facts, student):
    facts[1].questions.update(answer="July 1871")
    quiz = make_quiz(course, facts[1:2], kind="typed")
    attempt = hand_in(sit(quiz, student, {quiz.items.get().pk: "1871"}), now=SOON)
    response = attempt.responses.get()
    assert (response.outcome, response.message) == ("wrong", "Right so far. Give the month too.")
    assert Review.objects.get().outcome == "wrong"


def test_unanswered_counts_for_the_score_but_not_for_memory(quiz, student):
    first = quiz.items.first()
    attempt = sit(quiz, student, {first.pk: first.answer})
    save(attempt, {quiz.items.last().pk: ""}, now=NOW)
    hand_in(attempt, now=SOON)
    assert score(attempt) == (1, 4)
    assert [review.fact for review in Review.objects.of(student)] == [first.fact]


def test_each_answer_becomes_a_review_of_the_day_it_was_given(quiz, student):
    one, two, *_ = quiz.items.all()
    attempt = sit(quiz, student, {one.pk: one.answer})
    save(attempt, {two.pk: two.answer}, now=TOMORROW)
    hand_in(attempt, now=TOMORROW + timedelta(days=1))
    days = dict(Review.objects.of(student).values_list("fact", "day"))
    assert days == {one.fact_id: date(2026, 11, 23), two.fact_id: date(2026, 11, 24)}
    assert {review.origin for review in Review.objects.all()} == {"quiz"}


def test_the_day_turns_by_the_students_own_clock(quiz, student):
    student.time_zone = "Pacific/Honolulu"
    student.save()
    item = quiz.items.first()
    hand_in(sit(quiz, student, {item.pk: item.answer}), now=SOON)
    assert Review.objects.get().day == date(2026, 11, 22)  # Sunday midnight there


def test_the_memory_equals_the_replay_of_its_log(quiz, student):
    hand_in(sit(quiz, student, right_answers(quiz)), now=SOON)
    assert len(standings(student)) == 4
    assert all(kept == again for kept, again in standings(student))


def test_a_quiz_answer_takes_its_place_before_later_reviews(course, facts, student):
    slow, quick = make_quiz(course, facts[:1]), make_quiz(course, facts[:1])
    early = sit(slow, student, right_answers(slow))
    hand_in(sit(quick, student, wrong_answers(quick), at=TOMORROW), now=TOMORROW)
    hand_in(early, now=TOMORROW + timedelta(hours=1))
    assert [(review.day.day, review.outcome) for review in Review.objects.of(student)] == [
        (23, "correct"),
        (24, "wrong"),
    ]
    ((kept, again),) = standings(student)
    assert kept.state == again.state
    assert (kept.review_count, kept.lapse_count) == (2, 1)


def test_a_wrong_answer_is_due_at_once_while_the_right_one_is_hidden(course, facts, student):
    quiz = make_quiz(course, facts, attempts_allowed=2)
    hand_in(sit(quiz, student, wrong_answers(quiz)), now=SOON)
    assert {memory.due for memory in Memory.objects.of(student)} == {date(2026, 11, 23)}


def test_a_wrong_answer_whose_right_one_is_shown_waits_a_day(quiz, student):
    hand_in(sit(quiz, student, wrong_answers(quiz)), now=SOON)
    assert {memory.due for memory in Memory.objects.of(student)} == {date(2026, 11, 24)}


def test_handing_in_twice_is_handing_in_once(quiz, student):
    attempt = sit(quiz, student, right_answers(quiz))
    hand_in(attempt, now=SOON)
    again = hand_in(Attempt.objects.get(), now=SOON + timedelta(hours=1))
    assert again.handed_in_at == SOON
    assert Review.objects.of(student).count() == 4


def test_the_options_are_logged_as_they_were_shown(quiz, student):
    attempt = hand_in(sit(quiz, student, right_answers(quiz)), now=SOON)
    for line in sheet(attempt):
        assert Review.objects.get(fact=line.item.fact).options == list(line.options)


def test_when_the_time_is_over_the_next_step_hands_in_what_was_saved(quiz, student):
    attempt = sit(quiz, student, right_answers(quiz))
    assert close_overdue(now=DUE - timedelta(seconds=1), student=student) == 0
    assert close_overdue(now=DUE + timedelta(days=2), student=student) == 1
    attempt.refresh_from_db()
    assert attempt.handed_in_at == DUE
    assert score(attempt) == (4, 4)


def test_a_late_hand_in_counts_as_handed_in_at_the_close(quiz, student):
    attempt = sit(quiz, student, right_answers(quiz))
    assert hand_in(attempt, now=DUE + timedelta(minutes=5)).handed_in_at == DUE


def test_closing_can_keep_to_one_quiz_or_one_student(course, quiz, student, facts):
    other = make_quiz(course, facts)
    sit(quiz, student, {})
    sit(other, student, {})
    later = DUE + timedelta(hours=1)
    assert close_overdue(now=later, quiz=other) == 1
    assert close_overdue(now=later, student=student) == 1


def test_the_sweep_closes_what_ran_out_of_every_student_and_quiz_and_leaves_what_is_open(course, facts, student):
    other = make_person("olga")
    join(other, course, now=NOW)
    short, long = make_quiz(course, facts), make_quiz(course, facts[:2], due_at=DUE + timedelta(days=1))
    ended = [sit(short, one, right_answers(short)) for one in (student, other)]
    still = sit(long, student, {})
    assert sweep(now=DUE - timedelta(seconds=1)) == 0
    assert sweep(now=DUE) == 2
    assert sweep(now=DUE + timedelta(seconds=15)) == 0
    found = dict(Attempt.objects.values_list("pk", "handed_in_at"))
    assert found == {ended[0].pk: DUE, ended[1].pk: DUE, still.pk: None}
    assert Review.objects.count() == 8


def test_an_attempt_that_cannot_be_closed_keeps_nobody_waiting(course, facts, student, caplog):
    broken, whole = make_quiz(course, facts), make_quiz(course, facts)
    torn = sit(broken, student, right_answers(broken))
    fine = sit(whole, student, right_answers(whole))
    broken.items.update(kind="no such")
    assert sweep(now=DUE) == 1
    assert caplog.messages == [f"Attempt {torn.pk} cannot be closed"]
    assert dict(Attempt.objects.values_list("pk", "handed_in_at")) == {torn.pk: None, fine.pk: DUE}


def test_a_withdrawn_item_is_neither_scored_nor_remembered(quiz, student):
    attempt = sit(quiz, student, right_answers(quiz))
    item = quiz.items.first()
    withdraw(item, now=NOW)
    hand_in(attempt, now=SOON)
    assert score(attempt) == (3, 3)
    assert not Review.objects.filter(fact=item.fact).exists()


@pytest.mark.parametrize("count", [1, 4])
def test_closing_nothing_costs_one_query(course, facts, student, count, django_assert_num_queries):
    for _ in range(count):
        sit(make_quiz(course, facts), student, {})
    with django_assert_num_queries(1):
        close_overdue(now=SOON, student=student)
