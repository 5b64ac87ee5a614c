"""What the site holds about a person: a request in; the archive, or the way out, out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.contrib.auth import logout
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST, require_safe

from questions.exchange.departure import leave
from questions.exchange.personal import personal_archive
from questions.web.forms.yours import LeaveForm
from questions.web.htmx import see_other

if TYPE_CHECKING:
    from django.http import HttpRequest

PAGE = "questions/people/yours.html"


@require_safe
def yours(request: HttpRequest) -> HttpResponse:
    return render(request, PAGE, {"form": LeaveForm(request.user)})


@require_safe
def yours_download(request: HttpRequest) -> HttpResponse:
    disposition = content_disposition_header(as_attachment=True, filename=f"recollect-{request.user.username}.zip")
    archive = personal_archive(request.user)
    return HttpResponse(archive, content_type="application/zip", headers={"Content-Disposition": disposition})


@sensitive_post_parameters("password")
@require_POST
def leave_site(request: HttpRequest) -> HttpResponse:
    form = LeaveForm(request.user, request.POST)
    if not form.is_valid():
        return render(request, PAGE, {"form": form}, status=422)
    person = request.user
    logout(request)
    leave(person, heir=form.cleaned_data["heir"], now=timezone.now())
    messages.success(request, "You have left. The site no longer knows who you were.")
    return see_other(request, "home")
