"""What is read of an attempt that ran out equals what is stored once it is closed, whoever closes it and when."""

from datetime import timedelta

import pytest

from questions.assignments.hand_in import close_overdue, hand_in, sweep
from questions.assignments.results import lines_of, results_of, score_of, scores_of
from questions.assignments.results_csv import to_csv
from questions.assignments.sit import save, start
from questions.assignments.verdicts import run_out
from questions.assignments.withdrawal import withdraw
from questions.models import Attempt, Memory, Response, Review

from .classroom import DUE, NOW, make_quiz, right_answers

LATE = DUE + timedelta(days=40)
SAID = ["ada ashbey", "1872", "Lake Orin"]
"""A typo, a wrong year, a right place; and nothing of who paid."""

CLOSERS = {
    "the sweep": lambda attempt: sweep(now=DUE + timedelta(seconds=15)),
    "the student, late": lambda attempt: hand_in(attempt, now=DUE + timedelta(hours=1)),
    "a step of the student": lambda attempt: close_overdue(now=LATE, student=attempt.student),
    "a step of the instructor": lambda attempt: close_overdue(now=LATE, quiz=attempt.assignment),
}


@pytest.fixture
def typed(course, facts):
    return make_quiz(course, facts, kind="typed")


@pytest.fixture
def attempt(typed, student):
    """An attempt at the typed quiz that nobody hands in."""
    begun = start(typed, student, now=NOW)
    save(begun, dict(zip(typed.items.values_list("pk", flat=True), SAID, strict=False)), now=NOW)
    return begun


def seen(quiz):
    """All that pages and the file say of the quiz's one attempt."""
    attempt = Attempt.objects.get()
    lines = [(line.item.pk, line.mark, line.given, line.message) for line in lines_of(attempt, now=LATE)]
    results = results_of(quiz, now=LATE)
    (scored,) = scores_of(quiz, [attempt], now=LATE)
    return lines, results.rows[0].cells, to_csv(results), scored.score, scored.over_since


@pytest.mark.parametrize("closer", CLOSERS)
def test_what_is_read_before_it_is_closed_is_what_is_stored_then(typed, attempt, closer):
    before = seen(typed)
    CLOSERS[closer](attempt)
    assert Attempt.objects.get().handed_in_at == DUE
    assert seen(typed) == before
    assert [mark for _, mark, *_ in sorted(before[0])] == ["right", "wrong", "right", "unanswered"]


def test_reading_stores_nothing(typed, attempt):
    seen(typed)
    assert set(Response.objects.values_list("outcome", flat=True)) == {""}
    assert (Attempt.objects.get().handed_in_at, Review.objects.count()) == (None, 0)


def kept(student):
    answers = Response.objects.order_by("item").values_list("item", "outcome", "message", "forgiven")
    due = Memory.objects.of(student).order_by("fact").values_list("fact", "stability", "difficulty", "due")
    return Attempt.objects.get().handed_in_at, list(answers), list(due)


@pytest.mark.parametrize("closer", CLOSERS)
def test_an_attempt_is_stored_alike_whoever_closes_it(attempt, student, closer):
    CLOSERS[closer](attempt)
    handed_in_at, answers, memories = kept(student)
    assert handed_in_at == DUE
    assert [outcome for _, outcome, *_ in answers] == ["near_miss", "wrong", "correct"]
    assert [due.isoformat() for *_, due in memories] == ["2026-11-25", "2026-11-24", "2026-11-25"]


def test_until_its_time_is_over_an_attempt_has_no_verdicts(typed, attempt):
    soon = DUE - timedelta(seconds=1)
    assert run_out([attempt], soon) == []
    assert scores_of(typed, [attempt], now=soon) == []
    assert results_of(typed, now=soon).rows[0].best is None
    assert results_of(typed, now=soon).rows[0].sitting == attempt


def test_a_withdrawn_item_counts_in_no_score_that_is_read(typed, attempt):
    withdraw(typed.items.first(), now=NOW)
    (scored,) = scores_of(typed, [attempt], now=LATE)
    assert (scored.score.right, scored.score.of) == (1, 3)
    assert score_of(lines_of(attempt, now=LATE)) == scored.score


def test_what_ran_out_before_its_item_was_withdrawn_is_remembered(quiz, student):
    save(start(quiz, student, now=NOW), right_answers(quiz), now=NOW)
    withdraw(quiz.items.first(), now=LATE)
    assert Review.objects.of(student).count() == 4


@pytest.mark.parametrize("count", [1, 3])
def test_reading_what_ran_out_costs_two_queries_however_much_there_is(
    course, typed, facts, count, student, django_assert_num_queries
):
    quizzes = [make_quiz(course, facts, kind="typed") for _ in range(count)]
    attempts = [start(quiz, student, now=NOW) for quiz in quizzes]
    for attempt in attempts:
        save(attempt, right_answers(attempt.assignment), now=NOW)
    with django_assert_num_queries(2):
        assert len(run_out(attempts, LATE)) == 4 * count
    with django_assert_num_queries(0):
        assert run_out(attempts, NOW) == []
