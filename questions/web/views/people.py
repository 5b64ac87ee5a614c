"""People: the door, the settings, and a new password by an instructor's link. A request in, a page out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from allauth.account.views import password_reset
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from questions.models import Course
from questions.web.forms.people import NewPasswordForm, SettingsForm
from questions.web.htmx import see_other
from questions.web.reset_links import holds_no_other_rights, members_of, student_of, token_for

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse


@login_not_required
@require_safe
def home(request: HttpRequest) -> HttpResponse:
    if request.user.is_authenticated:
        return redirect("today")
    return render(request, "questions/people/home.html")


@require_http_methods(["GET", "HEAD", "POST"])
def own_settings(request: HttpRequest) -> HttpResponse:
    form = SettingsForm(request.POST or None, instance=request.user)
    if request.method != "POST" or not form.is_valid():
        status = 422 if request.method == "POST" else 200
        return render(request, "questions/people/settings.html", {"form": form}, status=status)
    form.save()
    messages.success(request, "Your settings are saved.")
    return see_other(request, "settings")


@login_not_required
@never_cache
def forgotten(request: HttpRequest) -> HttpResponse:
    """By mail where the site can send some; otherwise the page says who can help."""
    if settings.HAS_MAIL:
        return password_reset(request)
    return render(request, "questions/people/forgotten.html")


@require_POST
def reset_link_for(request: HttpRequest, pk: int, user_pk: int) -> HttpResponse:
    """Shown once, in the answer to the POST: it is stored nowhere."""
    course = get_object_or_404(Course.objects.taught_by(request.user), pk=pk)
    student = get_object_or_404(members_of(course), person__pk=user_pk).person
    if not holds_no_other_rights(student):
        messages.error(request, f"{student} is more than a student here. An administrator can set a new password.")
        return see_other(request, "course", course.pk)
    link = settings.SITE_URL + reverse("reset_link", args=[token_for(student)])
    return render(request, "questions/people/reset_link_for.html", {"course": course, "student": student, "link": link})


@login_not_required
@never_cache
@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def reset_link(request: HttpRequest, token: str) -> HttpResponse:
    student = student_of(token)
    if student is None:
        return render(request, "questions/people/reset_link_dead.html", status=410)
    form = NewPasswordForm(student, request.POST or None)
    if request.method != "POST" or not form.is_valid():
        status = 422 if request.method == "POST" else 200
        return render(request, "questions/people/reset_link.html", {"form": form, "student": student}, status=status)
    form.save()
    messages.success(request, "Your new password is set. Log in with it.")
    return see_other(request, "account_login")
