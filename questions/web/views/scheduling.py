"""What remembering costs, and parameters of one's own: a request in, a page out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from questions.practice.fits import NotNow, ask_for_fit
from questions.practice.parameters import forget_parameters
from questions.practice.wishes import choose_retention
from questions.web.costing import costing, own_parameters
from questions.web.forms.scheduling import RetentionForm
from questions.web.htmx import refresh, render_page, see_other, wants_part

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

PAGE = "questions/people/scheduling.html"


@require_safe
def scheduling(request: HttpRequest) -> HttpResponse:
    if not wants_part(request):
        return render_page(request, PAGE, costing(request.user), partial="fit")
    context = own_parameters(request.user)
    under_way = context["last_fit"] and context["last_fit"].is_under_way
    return render_page(request, PAGE, context, partial="fit") if under_way else refresh()


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
    try:
        ask_for_fit(request.user, now=timezone.now())
    except NotNow as refused:
        messages.warning(request, str(refused))
    else:
        messages.success(request, "Your answers are being learnt from. You can leave this page.")
    return see_other(request, "scheduling")


@require_POST
def forget_own(request: HttpRequest) -> HttpResponse:
    forget_parameters(request.user, now=timezone.now())
    messages.success(request, "The default parameters are used again.")
    return see_other(request, "scheduling")
