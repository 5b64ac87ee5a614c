"""What there is to do today: a request in, a page out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from questions.assignments.overview import quizzes_for
from questions.authoring.attention import waiting_for
from questions.authoring.flags import news_for
from questions.web.todays import practice_today

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse


@require_safe
def today(request: HttpRequest) -> HttpResponse:
    now, learner = timezone.now(), request.user
    set_for = {"quizzes": quizzes_for(learner, now=now), "news": news_for(learner, now=now)}
    set_for["waiting"] = waiting_for(learner)
    return render(request, "questions/practice/today.html", practice_today(learner, now=now) | set_for)
