"""Quizzes as students meet them: a request in; the quiz's page, its sheet, what was saved, the own result out."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from questions.assignments.hand_in import close, hand_in
from questions.assignments.results import lines_of, score_of, scores_of
from questions.assignments.sit import AttemptClosed, CannotStart, save, sheet, start
from questions.assignments.terms import terms_for
from questions.models import Assignment, Attempt
from questions.web.forms.sitting import AnswersForm
from questions.web.htmx import render_page, see_other, wants_part

if TYPE_CHECKING:
    from datetime import datetime

    from django.http import HttpRequest, HttpResponse

    from questions.assignments.terms import Terms

SHEET = "questions/courses/sit.html"


@require_safe
def quiz(request: HttpRequest, pk: int) -> HttpResponse:
    """The student's page of a quiz; whoever teaches it gets the results, or the builder."""
    if Assignment.objects.taught_by(request.user).filter(pk=pk).exists():
        return redirect("results", pk)
    found = get_object_or_404(Assignment.objects.set_for(request.user).select_related("course"), pk=pk)
    now = timezone.now()
    terms = terms_for(found, request.user)
    context = {"quiz": found, "course": found.course, "terms": terms, "state": terms.state(now)}
    return render(request, "questions/courses/quiz.html", context | own_attempts(found, terms, now))


def own_attempts(found: Assignment, terms: Terms, now: datetime) -> dict[str, object]:
    return {"attempts": scores_of(found, terms.attempts, now=now), "item_count": found.items.counted().count()}


@require_POST
def start_quiz(request: HttpRequest, pk: int) -> HttpResponse:
    found = get_object_or_404(Assignment.objects.set_for(request.user).select_related("course"), pk=pk)
    try:
        attempt = start(found, request.user, now=timezone.now())
    except CannotStart as refusal:
        messages.warning(request, str(refusal))
        return see_other(request, "quiz", pk)
    return see_other(request, "sit", attempt.pk)


def own_attempt(request: HttpRequest, pk: int) -> Attempt:
    attempts = Attempt.objects.sat_by(request.user).select_related("assignment__course", "student")
    return get_object_or_404(attempts, pk=pk)


@require_safe
def sit(request: HttpRequest, pk: int) -> HttpResponse:
    attempt = own_attempt(request, pk)
    if not attempt.is_open_at(timezone.now()):
        return redirect("own_result", pk)
    return render(request, SHEET, sheet_page(attempt))


def sheet_page(attempt: Attempt, form: AnswersForm | None = None) -> dict[str, object]:
    """The sheet as it is saved, or with `form` as it was sent."""
    lines = form.lines if form else sheet(attempt)
    now = timezone.now()
    return {
        "attempt": attempt,
        "quiz": attempt.assignment,
        "course": attempt.assignment.course,
        "lines": lines,
        "form": form,
        "answered": sum(bool(line.given) for line in lines),
        "saved_at": now if form else None,
        "seconds_left": int((attempt.closes_at - now).total_seconds()),
    }


@require_POST
def save_answers(request: HttpRequest, pk: int) -> HttpResponse:
    attempt = own_attempt(request, pk)
    form = AnswersForm(sheet(attempt), request.POST)
    try:
        save(attempt, form.changed, now=timezone.now())
    except AttemptClosed:
        return closed(request, close(attempt, now=timezone.now()))
    if form.errors or wants_part(request):
        status = 422 if form.errors else 200
        return render_page(request, SHEET, sheet_page(attempt, form), partial="saved", status=status)
    messages.success(request, "Your answers are saved.")
    return see_other(request, "sit", pk)


def closed(request: HttpRequest, attempt: Attempt) -> HttpResponse:
    """Someone saves when it is too late: said in the sheet, or on the page of the result."""
    if wants_part(request):
        context = {"attempt": attempt, "is_closed": True}
        return render_page(request, SHEET, context, partial="saved", status=409)
    messages.warning(request, "This attempt is over. What was saved before was handed in.")
    return see_other(request, "own_result", attempt.pk)


@require_POST
def hand_in_attempt(request: HttpRequest, pk: int) -> HttpResponse:
    attempt, now = own_attempt(request, pk), timezone.now()
    form = AnswersForm(sheet(attempt), request.POST)
    with suppress(AttemptClosed):
        save(attempt, form.changed, now=now)
    if form.errors and attempt.is_open_at(now):
        return render(request, SHEET, sheet_page(attempt, form), status=422)
    if hand_in(attempt, now=now).ran_out:
        messages.warning(request, "The time was over. What was saved before then was handed in.")
    return see_other(request, "own_result", pk)


@require_safe
def own_result(request: HttpRequest, pk: int) -> HttpResponse:
    """An attempt that is still open is sat, not shown."""
    attempt, now = own_attempt(request, pk), timezone.now()
    if attempt.is_open_at(now):
        return redirect("sit", pk)
    return render(request, "questions/courses/own_result.html", result_page(attempt, now))


def result_page(attempt: Attempt, now: datetime) -> dict[str, object]:
    quiz, lines = attempt.assignment, lines_of(attempt, now=now)
    terms = terms_for(quiz, attempt.student)
    return {
        "attempt": attempt,
        "over_since": attempt.over_since(now),
        "quiz": quiz,
        "course": quiz.course,
        "terms": terms,
        "state": terms.state(now),
        "shows_answers": terms.shows_answers(now),
        "lines": lines,
        "score": score_of(lines),
    }
