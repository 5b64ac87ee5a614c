"""The least a page of this kind can cost: session, CSRF, one select, one insert, one update, a small template.

Written as anyone would write it: through the ORM, in one transaction as every answer is, its template parsed once and
kept. It passes the same middleware, with the same session, as the pages it is the floor of.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from django.http import HttpResponse
from django.template import engines
from django.urls import include, path
from django.utils import timezone

from questions.models import Bank, Report, User

if TYPE_CHECKING:
    from django.http import HttpRequest
    from django.template.backends.django import Template

TEXT = "<!doctype html><title>{{ name }}</title><p>{{ name }}, {{ when }}</p><form method=post>{% csrf_token %}</form>"
PAGE: Template = engines["django"].from_string(TEXT)


def bare(request: HttpRequest) -> HttpResponse:
    """One select, one insert, one update and a small template for a logged-in person."""
    bank, now = Bank.objects.get(key=request.POST["bank"]), timezone.now()
    with transaction.atomic():
        Report.objects.create(learner=request.user, question_id=request.POST["question"], reason="other", made_at=now)
        User.objects.filter(pk=request.user.pk).update(first_name="bench")
    return HttpResponse(PAGE.render({"name": bank.title, "when": now}, request))


def glance(request: HttpRequest) -> HttpResponse:
    """One select and a small template: the floor of a page that only shows."""
    return HttpResponse(PAGE.render({"name": User.objects.get(pk=request.user.pk).username}, request))


urlpatterns = [path("bench/bare/", bare), path("bench/glance/", glance), path("", include("quizsite.urls"))]
