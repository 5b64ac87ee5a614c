"""A learner's progress page: a request in, figures drawn and written out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_GET

from questions.models import Fact, Statement
from questions.progress.figures import figures
from questions.web.drawing import drawn
from questions.web.htmx import render_page
from questions.web.reading import read

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse


@require_GET
def progress(request: HttpRequest) -> HttpResponse:
    found = figures(request.user, now=timezone.now())
    return render(request, "questions/progress/progress.html", drawn(found))


@require_GET
def said(request: HttpRequest, pk: int) -> HttpResponse:
    """One statement of the map, for who looks closer."""
    put_away = Fact.objects.in_open_quiz(request.user, timezone.now())
    shown = Statement.objects.visible_to(request.user).without(put_away)
    [row] = read([get_object_or_404(shown.select_related("unit__bank").prefetch_related("passages"), pk=pk)])
    return render_page(request, "questions/progress/said.html", {"row": row}, partial="said")
