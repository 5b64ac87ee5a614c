"""What remembering costs, and parameters of one's own: a request in, a page out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from questions.practice import fitting
from questions.practice.parameters import fit_parameters, forget_parameters
from questions.practice.wishes import choose_retention
from questions.web.costing import costing
from questions.web.forms.scheduling import RetentionForm
from questions.web.htmx import see_other

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

PAGE = "questions/people/scheduling.html"


@require_safe
def scheduling(request: HttpRequest) -> HttpResponse:
    return render(request, PAGE, costing(request.user))


@require_POST
def choose_share(request: HttpRequest) -> HttpResponse:
    form = RetentionForm(request.POST)
    if not form.is_valid():
        return render(request, PAGE, costing(request.user) | {"form": form}, status=422)
    choose_retention(request.user, form.cleaned_data["share"])
    messages.success(request, "Saved. It counts for each fact from its next answer on; no due day moves.")
    return see_other(request, "scheduling")


@require_POST
def fit_own(request: HttpRequest) -> HttpResponse:
    if not fitting.is_available():
        messages.error(request, f"This site cannot fit parameters yet. {fitting.HOW_TO_GET_IT}")
        return see_other(request, "scheduling")
    try:
        done = fit_parameters(request.user, now=timezone.now())
    except fitting.TooFewAnswers as few:
        messages.warning(request, f"Not yet: {few}")
    else:
        kept = "They predict you better and are used from now on." if done.is_kept else "Yours so far predict as well."
        messages.success(request, f"Fitted to {done.answers} answers. {kept}")
    return see_other(request, "scheduling")


@require_POST
def forget_own(request: HttpRequest) -> HttpResponse:
    forget_parameters(request.user, now=timezone.now())
    messages.success(request, "The default parameters are used again.")
    return see_other(request, "scheduling")
