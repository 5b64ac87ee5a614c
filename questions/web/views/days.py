"""How much a day holds: its limits, a round of some minutes, a planned break. A request in, the way back out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.forms import model_to_dict
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from questions.models import Study
from questions.practice import breaks, wishes
from questions.web import lateness, rounds
from questions.web.forms.days import BreakForm, LimitsForm, RoundForm
from questions.web.forms.practice import first_fault
from questions.web.htmx import see_other
from questions.web.lateness import say_back, say_cost

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

BREAK = ("away_from", "away_until")


@require_POST
def begin_round(request: HttpRequest) -> HttpResponse:
    form = RoundForm(request.POST)
    rounds.begin(request, form.cleaned_data["minutes"] if form.is_valid() else 0, now=timezone.now())
    return see_other(request, "practice")


@require_POST
def change_limits(request: HttpRequest) -> HttpResponse:
    form = LimitsForm(request.user, Study.objects.of(request.user).select_related("bank"), request.POST)
    if form.is_valid():
        wishes.limit(request.user, form.cleaned_data["due_per_day"], form.new_per_day)
        messages.success(request, "Saved. It counts from now on.")
    else:
        messages.error(request, f"Nothing was changed. {first_fault(form)}")
    return see_other(request, "today")


@require_http_methods(["GET", "HEAD", "POST"])
def planned_break(request: HttpRequest) -> HttpResponse:
    now, form = timezone.now(), BreakForm(request.POST or None, initial=model_to_dict(request.user, BREAK))
    if request.method == "POST" and form.is_valid():
        try:
            cost = breaks.plan_break(request.user, *(form.cleaned_data[name] for name in BREAK), now=now)
        except breaks.NoBreak as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, f"Your break is planned. {say_cost(cost)}")
            return see_other(request, "planned_break")
    context = {"form": form} | lateness.break_page(request.user, now=now)
    return render(request, "questions/practice/break.html", context, status=422 if form.errors else 200)


@require_POST
def call_off_break(request: HttpRequest) -> HttpResponse:
    moved = breaks.call_off(request.user, now=timezone.now())
    messages.success(request, f"The break is called off. {say_back(moved)}")
    return see_other(request, "planned_break")
