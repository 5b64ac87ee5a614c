"""An attempt whose time is over: read as handed in by every page, closed by the sweep and by steps, not by a look."""

from datetime import timedelta

from django.urls import reverse
from django.utils import timezone

from questions.assignments.hand_in import sweep
from questions.assignments.sit import start
from questions.models import Review
from questions.practice.cards import draw, sign
from tests.assignments.classroom import make_quiz
from tests.factories import make_memory, make_study
from tests.web.cards import send, signed_in

from .test_sitting import HTMX, attempt, close, items_of, post, sent

__all__ = ["attempt"]


def test_when_the_time_is_over_the_result_is_there_though_nobody_closed_the_attempt(attending, attempt, quiz):
    item = items_of(quiz)[0]
    post(attending, "save_answers", attempt, sent({item.pk: item.answer}), **HTMX)
    close(attempt)
    assert "1 of 4 right" in attending.get(reverse("sit", args=[attempt.pk]), follow=True).content.decode()
    assert "Attempt 1: 1 of 4 right" in attending.get(reverse("quiz", args=[quiz.pk])).content.decode()
    attempt.refresh_from_db()
    assert attempt.handed_in_at is None


def test_who_hands_in_after_the_sweep_learns_that_the_time_was_over(attending, attempt, quiz):
    close(attempt)
    sweep(now=timezone.now())
    response = attending.post(reverse("hand_in", args=[attempt.pk]), sent({}), follow=True)
    assert "The time was over" in response.content.decode()


def test_who_hands_in_twice_in_time_is_not_told_that_the_time_was_over(attending, attempt, quiz):
    for _ in range(2):
        response = attending.post(reverse("hand_in", args=[attempt.pk]), sent({}), follow=True)
        assert "The time was over" not in response.content.decode()


def test_saving_too_late_closes_the_attempt(attending, attempt, quiz):
    close(attempt)
    post(attending, "save_answers", attempt, sent({}))
    attempt.refresh_from_db()
    assert attempt.handed_in_at == attempt.closes_at


def test_an_answer_in_practice_closes_what_ran_out_first(attending, attempt, quiz, student):
    item = items_of(quiz)[0]
    post(attending, "save_answers", attempt, sent({item.pk: item.answer}), **HTMX)
    close(attempt)
    card = draw(student, items_of(quiz)[3].fact, now=timezone.now())
    assert send(attending, sign(card), act="give_up").status_code == 303
    attempt.refresh_from_db()
    assert attempt.handed_in_at == attempt.closes_at
    assert [review.origin for review in Review.objects.of(student).order_by("pk")] == ["quiz", "practice"]


def test_an_answer_to_a_card_whose_fact_was_asked_in_what_ran_out_is_given_back(attending, course, facts, student):
    """Its memory has moved on by the answer in the quiz."""
    now = timezone.now()
    quiz = make_quiz(course, facts[:1], opens_at=now - timedelta(hours=1), due_at=now + timedelta(days=1))
    make_study(student, facts[0].bank)
    make_memory(student, facts[0], due=student.local_day(now))
    attempt = start(quiz, student, now=now)
    post(attending, "save_answers", attempt, sent({quiz.items.get().pk: facts[0].answer}), **HTMX)
    close(attempt)
    page = attending.get(reverse("practice"))
    assert page.context["card"].fact == facts[0]
    assert send(attending, signed_in(page), act="give_up").status_code == 409
    assert [review.origin for review in Review.objects.of(student)] == ["quiz"]
