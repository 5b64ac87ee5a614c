"""Results for the instructor: a request in; the matrix, a file, one attempt, or a change to what counts, out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.utils.text import slugify
from django.views.decorators.http import require_POST, require_safe

from questions.assignments.results import lines_of, results_of, score_of
from questions.assignments.results_csv import to_csv
from questions.assignments.terms import terms_for
from questions.assignments.times import extend
from questions.assignments.withdrawal import restore, withdraw
from questions.models import Assignment, Attempt, Item
from questions.web.forms.results import ExtensionForm
from questions.web.htmx import see_other

from .courses import require_form, status_of
from .quizzes import published_of

if TYPE_CHECKING:
    from django.http import HttpRequest


@require_safe
def results(request: HttpRequest, pk: int) -> HttpResponse:
    """The matrix of a published quiz; a draft has its builder instead."""
    quiz = get_object_or_404(Assignment.objects.taught_by(request.user).select_related("course"), pk=pk)
    if quiz.published_at is None:
        return redirect("build_quiz", pk)
    now = timezone.now()
    context = {"quiz": quiz, "course": quiz.course, "results": results_of(quiz, now=now), "now": now}
    return render(request, "questions/courses/results.html", context)


@require_safe
def results_csv(request: HttpRequest, pk: int) -> HttpResponse:
    quiz = published_of(request, pk)
    name = f"{slugify(quiz.title) or 'quiz'}-results.csv"
    disposition = content_disposition_header(as_attachment=True, filename=name)
    headers = {"Content-Disposition": disposition}
    text = to_csv(results_of(quiz, now=timezone.now()))
    return HttpResponse(text, content_type="text/csv; charset=utf-8", headers=headers)


@require_safe
def opened_attempt(request: HttpRequest, pk: int) -> HttpResponse:
    attempts = Attempt.objects.taught_by(request.user).select_related("assignment__course", "student")
    attempt, now = get_object_or_404(attempts, pk=pk), timezone.now()
    lines, quiz = lines_of(attempt, now=now), attempt.assignment
    seen = {"over_since": attempt.over_since(now), "shows_answers": True}
    context = {"attempt": attempt, "quiz": quiz, "course": quiz.course, "lines": lines, "score": score_of(lines)}
    return render(request, "questions/courses/opened_attempt.html", context | seen)


@require_form
def extend_quiz(request: HttpRequest, pk: int) -> HttpResponse:
    quiz = published_of(request, pk)
    initial = {"due_at": quiz.due_at, "student": request.GET.get("student")}
    form = ExtensionForm(quiz, request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        extend(quiz, **form.cleaned_data, now=timezone.now())
        messages.success(request, f"Saved for {form.cleaned_data['student']}.{_used_up(quiz, form)}")
        return see_other(request, "results", pk)
    given = quiz.extensions.select_related("student").order_by("student__username")
    context = {"quiz": quiz, "course": quiz.course, "form": form, "extensions": given}
    return render(request, "questions/courses/extend.html", context, status=status_of(form))


def _used_up(quiz: Assignment, form: ExtensionForm) -> str:
    """What the instructor should know of a student who has no attempt left, so that more time alone is no use."""
    terms = terms_for(quiz, form.cleaned_data["student"])
    if terms.open_attempt or terms.left:
        return ""
    return " All attempts of this student are handed in: give an extra one if they should go on."


@require_POST
def withdraw_item(request: HttpRequest, pk: int) -> HttpResponse:
    item = item_of_published(request, pk)
    withdraw(item, now=timezone.now())
    messages.success(request, "The item is withdrawn. It counts in no score any more.")
    return see_other(request, "results", item.assignment_id)


@require_POST
def restore_item(request: HttpRequest, pk: int) -> HttpResponse:
    item = item_of_published(request, pk)
    restore(item, now=timezone.now())
    messages.success(request, "The item counts again.")
    return see_other(request, "results", item.assignment_id)


def item_of_published(request: HttpRequest, pk: int) -> Item:
    return get_object_or_404(Item.objects.taught_by(request.user).in_published(), pk=pk)
