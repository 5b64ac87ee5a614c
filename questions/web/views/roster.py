"""Who is in a course and by which code: a POST of its instructor in, back to the course out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.views.decorators.http import require_POST

from questions.assignments.joining import remove, replace_code, take_back
from questions.models import Course, Membership
from questions.web.htmx import see_other

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse


@require_POST
def new_code(request: HttpRequest, pk: int) -> HttpResponse:
    found = get_object_or_404(Course.objects.taught_by(request.user), pk=pk)
    replace_code(found)
    messages.success(request, "A new code. The old one, and its link, no longer work.")
    return see_other(request, "course", found.pk)


@require_POST
def remove_student(request: HttpRequest, pk: int) -> HttpResponse:
    place = get_object_or_404(Membership.objects.students().taught_by(request.user), pk=pk)
    remove(place, now=timezone.now())
    messages.success(request, f"{place.person} was removed. Results are kept.")
    return see_other(request, "course", place.course_id)


@require_POST
def take_back_student(request: HttpRequest, pk: int) -> HttpResponse:
    place = get_object_or_404(Membership.objects.students().taught_by(request.user), pk=pk)
    take_back(place)
    messages.success(request, f"{place.person} is in the course again.")
    return see_other(request, "course", place.course_id)
