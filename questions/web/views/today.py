"""What there is to do today: a request in, a page out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from questions.assignments.hand_in import close_overdue
from questions.assignments.overview import quizzes_for
from questions.authoring.flags import news_for
from questions.models import Study
from questions.practice import queue

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse


@require_safe
def today(request: HttpRequest) -> HttpResponse:
    now, learner = timezone.now(), request.user
    close_overdue(now=now, student=learner)
    look = queue.look_at(learner, now=now)
    work, (next_day, _) = queue.today(learner, now=now, look=look), queue.next_due(learner, now=now, look=look)
    context = {"today": work, "next_day": next_day, "studies": Study.objects.of(learner).with_counts_for(learner)}
    set_for = {"quizzes": quizzes_for(learner, now=now), "day": look.shown.day, "news": news_for(learner, now=now)}
    return render(request, "questions/practice/today.html", context | set_for)
