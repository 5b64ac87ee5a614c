"""The least a page of this kind can cost: session, CSRF, one select, one insert, one update, a small template."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.middleware.csrf import get_token
from django.template import engines
from django.urls import include, path
from django.utils import timezone

from questions.models import KindEase, User

if TYPE_CHECKING:
    from django.http import HttpRequest

TEMPLATE = "<!doctype html><title>{{ name }}</title><p>{{ name }}, {{ when }}</p><form method=post>{{ token }}</form>"


def bare(request: HttpRequest) -> HttpResponse:
    """One select, one insert, one update and a small template for a logged-in person."""
    person = User.objects.get(pk=request.user.pk)
    now = timezone.now()
    KindEase.objects.filter(kind="bench").delete()
    KindEase.objects.create(kind="bench", ease=0, answers=0, learnt_at=now)
    User.objects.filter(pk=person.pk).update(first_name="bench")
    page = engines["django"].from_string(TEMPLATE)
    return HttpResponse(page.render({"name": person.username, "when": now, "token": get_token(request)}, request))


def glance(request: HttpRequest) -> HttpResponse:
    """One select and a small template: the floor of a page that only shows."""
    page = engines["django"].from_string(TEMPLATE)
    return HttpResponse(page.render({"name": User.objects.get(pk=request.user.pk).username}, request))


urlpatterns = [path("bench/bare/", bare), path("bench/glance/", glance), path("", include("quizsite.urls"))]
