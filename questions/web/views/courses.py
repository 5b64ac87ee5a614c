"""Courses for those who teach and those who attend: a request in, a page out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from allauth.account.adapter import get_adapter
from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from questions.assignments.joining import CannotJoin, TooManyCodes, find_course, open_course
from questions.assignments.joining import join as take_place
from questions.assignments.overview import quizzes_in
from questions.assignments.practised import practice_in
from questions.models import Course, Membership
from questions.web.forms.courses import CourseForm, EditCourseForm, JoinForm
from questions.web.htmx import see_other

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

require_form = require_http_methods(["GET", "HEAD", "POST"])


@require_safe
def courses(request: HttpRequest) -> HttpResponse:
    return courses_page(request, JoinForm())


def courses_page(request: HttpRequest, form: JoinForm, *, status: int = 200) -> HttpResponse:
    context = {
        "taught": Course.objects.taught_by(request.user).with_counts(),
        "attended": Course.objects.attended_by(request.user),
        "form": form,
    }
    return render(request, "questions/courses/courses.html", context, status=status)


@require_form
def new_course(request: HttpRequest) -> HttpResponse:
    if not request.user.is_instructor:
        raise Http404
    form = CourseForm(request.POST or None, initial={"time_zone": request.user.time_zone})
    if request.method == "POST" and form.is_valid():
        made = open_course(form.save(commit=False), request.user, now=timezone.now())
        messages.success(request, "Your course is open. Give its code to your students.")
        return see_other(request, "course", made.pk)
    context = {"form": form, "title": "New course"}
    return render(request, "questions/courses/course_form.html", context, status=status_of(form))


@require_safe
def course(request: HttpRequest, pk: int) -> HttpResponse:
    found = get_object_or_404(Course.objects.visible_to(request.user), pk=pk)
    place = found.memberships.get(person=request.user)
    if place.role == Membership.Role.INSTRUCTOR:
        return render(request, "questions/courses/taught.html", taught_page(request, found))
    context = {
        "course": found,
        "place": place,
        "quizzes": quizzes_in(found, request.user, now=timezone.now()),
        "banks": found.banks.with_counts_for(request.user),
        "instructors": found.memberships.instructors().present().select_related("person"),
    }
    return render(request, "questions/courses/attended.html", context)


def taught_page(request: HttpRequest, found: Course) -> dict[str, object]:
    now = timezone.now()
    return {
        "course": found,
        "quizzes": found.assignments.with_counts(now),
        "practice": practice_in(found),
        "removed": found.memberships.students().removed().select_related("person"),
        "banks": found.banks.all(),
        "link": request.build_absolute_uri(reverse("join", args=[found.join_code])),
        "now": now,
    }


@require_form
def edit_course(request: HttpRequest, pk: int) -> HttpResponse:
    found = get_object_or_404(Course.objects.taught_by(request.user), pk=pk)
    form = EditCourseForm(request.user, request.POST or None, instance=found)
    if request.method == "POST" and form.is_valid():
        form.save()
        messages.success(request, "Saved.")
        return see_other(request, "course", pk)
    context = {"form": form, "title": "Edit course", "course": get_object_or_404(Course, pk=pk)}
    return render(request, "questions/courses/course_form.html", context, status=status_of(form))


@require_POST
def join_by_code(request: HttpRequest) -> HttpResponse:
    form = JoinForm(request.POST)
    if not form.is_valid():
        return courses_page(request, form, status=422)
    try:
        found = course_by(request, form.cleaned_data["code"])
        take_place(request.user, found, now=timezone.now())
    except CannotJoin as refusal:
        form.add_error("code", str(refusal))
        return courses_page(request, form, status=status_for(refusal))
    messages.success(request, f"Welcome to {found.title}.")
    return see_other(request, "course", found.pk)


@require_form
def join(request: HttpRequest, code: str) -> HttpResponse:
    try:
        found = course_by(request, code)
        if request.method == "POST":
            take_place(request.user, found, now=timezone.now())
            messages.success(request, f"Welcome to {found.title}.")
            return see_other(request, "course", found.pk)
    except CannotJoin as refusal:
        form = JoinForm({"code": code})
        form.add_error("code", str(refusal))
        return courses_page(request, form, status=status_for(refusal))
    place = found.memberships.present().filter(person=request.user).first()
    return render(request, "questions/courses/join.html", {"course": found, "place": place})


def course_by(request: HttpRequest, code: str) -> Course:
    address = get_adapter().get_client_ip(request)
    return find_course(code, person=request.user, address=address, now=timezone.now())


def status_for(refusal: CannotJoin) -> int:
    return 429 if isinstance(refusal, TooManyCodes) else 422


def status_of(form: CourseForm) -> int:
    """422 for a form that was sent with faults."""
    return 422 if form.is_bound and form.errors else 200
