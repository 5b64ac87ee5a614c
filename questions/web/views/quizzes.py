"""Quizzes in the making: a request of the course's instructor in; the builder, a part of it, or a redirect out."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import SimpleLazyObject
from django.views.decorators.http import require_POST, require_safe

from questions.assignments import build
from questions.assignments.asked import KINDS
from questions.assignments.build import CannotBuild
from questions.assignments.publish import NotPublishable, NotTakenBack, examine, items_to_ask, publish, take_back
from questions.assignments.sit import preview
from questions.assignments.times import reschedule
from questions.models import Assignment, Course, Item
from questions.web.forms.quizzes import AddForm, KindForm, PickForm, QuizForm, SearchForm, first_complaint, in_a_week
from questions.web.htmx import part_or_see_other, render_page, see_other

from .courses import require_form, status_of

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse, QueryDict

BUILDER = "questions/courses/build.html"


def draft_of(request: HttpRequest, pk: int) -> Assignment:
    drafts = Assignment.objects.taught_by(request.user).drafts().select_related("course")
    return get_object_or_404(drafts, pk=pk)


def published_of(request: HttpRequest, pk: int) -> Assignment:
    published = Assignment.objects.taught_by(request.user).published().select_related("course")
    return get_object_or_404(published, pk=pk)


@require_form
def new_quiz(request: HttpRequest, pk: int) -> HttpResponse:
    course = get_object_or_404(Course.objects.taught_by(request.user), pk=pk)
    quiz = Assignment(course=course, created_by=request.user)
    form = QuizForm(request.POST or None, instance=quiz, initial=in_a_week(timezone.now(), course.time_zone))
    if request.method == "POST" and form.is_valid():
        return see_other(request, "build_quiz", form.save().pk)
    context = {"form": form, "course": course, "title": "New quiz"}
    return render(request, "questions/courses/quiz_form.html", context, status=status_of(form))


@require_form
def quiz_settings(request: HttpRequest, pk: int) -> HttpResponse:
    quiz = get_object_or_404(Assignment.objects.taught_by(request.user).select_related("course"), pk=pk)
    form = QuizForm(request.POST or None, instance=quiz)
    if request.method == "POST" and form.is_valid():
        reschedule(form.save(commit=False), now=timezone.now())
        messages.success(request, "Saved.")
        return see_other(request, "results" if quiz.published_at else "build_quiz", pk)
    context = {"form": form, "course": quiz.course, "quiz": quiz, "title": "Quiz settings"}
    return render(request, "questions/courses/quiz_form.html", context, status=status_of(form))


@require_safe
def build_quiz(request: HttpRequest, pk: int) -> HttpResponse:
    """The builder of a draft; a published quiz has results instead."""
    quiz = get_object_or_404(Assignment.objects.taught_by(request.user).select_related("course"), pk=pk)
    if quiz.published_at:
        return redirect("results", pk)
    return render_page(request, BUILDER, builder(quiz, request.GET), partial="found")


def builder(quiz: Assignment, searched: QueryDict) -> dict[str, object]:
    """All that the builder shows; what a part of it does not print is never looked up."""
    search, now = SearchForm(quiz.course, searched), timezone.now()
    return {
        "quiz": quiz,
        "course": quiz.course,
        "search": search,
        "found": SimpleLazyObject(lambda: build.search(quiz, **search.wanted)),
        "pick": PickForm(quiz.course),
        "findings": SimpleLazyObject(lambda: examine(quiz, now=now)),
        "kinds": KINDS,
        "most_shown": build.SHOWN,
    }


def changed(request: HttpRequest, quiz: Assignment, said: str, *, partial: str = "items") -> HttpResponse:
    """The items after a change, with what happened said once; the search stays."""
    searched = {name: request.POST.get(name, "") for name in ("q", "unit")}
    to = reverse("build_quiz", args=[quiz.pk], query={name: text for name, text in searched.items() if text})
    return part_or_see_other(request, BUILDER, builder(quiz, request.POST), partial=partial, said=said, to=to)


@require_POST
def add_items(request: HttpRequest, pk: int) -> HttpResponse:
    quiz = draft_of(request, pk)
    form = AddForm(quiz.course, request.POST)
    if not form.is_valid():
        return changed(request, quiz, first_complaint(form), partial="builder")
    try:
        count = build.add(quiz, form.cleaned_data["facts"], kind=form.cleaned_data["kind"])
    except CannotBuild as refusal:
        return changed(request, quiz, str(refusal), partial="builder")
    return changed(request, quiz, f"Items added: {count}.", partial="builder")


@require_POST
def pick_items(request: HttpRequest, pk: int) -> HttpResponse:
    quiz = draft_of(request, pk)
    form = PickForm(quiz.course, request.POST)
    if not form.is_valid():
        return changed(request, quiz, first_complaint(form), partial="builder")
    wanted, kind, rng = form.cleaned_data["count"], form.cleaned_data["kind"], secrets.SystemRandom()
    try:
        count = build.pick(quiz, form.chosen_units, count=wanted, kind=kind, rng=rng)
    except CannotBuild as refusal:
        return changed(request, quiz, str(refusal), partial="builder")
    less = "" if count == wanted else " No more can be asked like that without giving another away."
    return changed(request, quiz, f"Items picked: {count}.{less}", partial="builder")


@require_POST
def change_item_kind(request: HttpRequest, pk: int) -> HttpResponse:
    item, form = item_of_draft(request, pk), KindForm(request.POST)
    if not form.is_valid():
        return changed(request, item.assignment, first_complaint(form))
    try:
        build.change_kind(item, form.cleaned_data["kind"])
    except CannotBuild as refusal:
        return changed(request, item.assignment, str(refusal))
    return changed(request, item.assignment, f"Asked as {item.get_kind_display()} now.")


@require_POST
def take_out_item(request: HttpRequest, pk: int) -> HttpResponse:
    item = item_of_draft(request, pk)
    try:
        build.take_out(item)
    except CannotBuild as refusal:
        return changed(request, item.assignment, str(refusal))
    return changed(request, item.assignment, "Taken out.")


def item_of_draft(request: HttpRequest, pk: int) -> Item:
    items = Item.objects.taught_by(request.user).in_drafts().select_related("assignment__course", "fact")
    return get_object_or_404(items, pk=pk)


@require_safe
def preview_quiz(request: HttpRequest, pk: int) -> HttpResponse:
    quiz = get_object_or_404(Assignment.objects.taught_by(request.user).select_related("course"), pk=pk)
    context = {"quiz": quiz, "course": quiz.course, "lines": preview(items_to_ask(quiz, now=timezone.now()))}
    return render(request, "questions/courses/preview.html", context)


@require_POST
def publish_quiz(request: HttpRequest, pk: int) -> HttpResponse:
    quiz = draft_of(request, pk)
    try:
        publish(quiz, now=timezone.now())
    except NotPublishable as refusal:
        context = builder(quiz, {}) | {"refused": refusal.objections}
        return render(request, BUILDER, context, status=422)
    except CannotBuild as refusal:
        messages.warning(request, str(refusal))
    else:
        messages.success(request, "Published. Your students now see it under “Today”.")
    return see_other(request, "results", pk)


@require_POST
def unpublish_quiz(request: HttpRequest, pk: int) -> HttpResponse:
    quiz = published_of(request, pk)
    try:
        take_back(quiz)
    except NotTakenBack as refusal:
        messages.warning(request, str(refusal))
        return see_other(request, "results", pk)
    messages.success(request, "The quiz is a draft again; students no longer see it.")
    return see_other(request, "build_quiz", pk)


@require_POST
def delete_quiz(request: HttpRequest, pk: int) -> HttpResponse:
    quiz = draft_of(request, pk)
    try:
        build.delete_draft(quiz)
    except CannotBuild as refusal:
        messages.warning(request, str(refusal))
        return see_other(request, "results", pk)
    messages.success(request, f"The draft “{quiz.title}” was deleted.")
    return see_other(request, "course", quiz.course_id)
