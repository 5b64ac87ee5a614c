"""What a learner has met: a request in; the list of facts, one fact with its history, or a change to it, out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import render
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST, require_safe

from questions.practice import facts as kept
from questions.practice.corrections import NotPossible
from questions.practice.learner import day_of
from questions.web import remembering
from questions.web.forms.practice import FactsForm, SuspendForm
from questions.web.htmx import render_page, see_other

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

A_PAGE = 50


@require_safe
def facts(request: HttpRequest) -> HttpResponse:
    now, form = timezone.now(), FactsForm(request.GET)
    wanted = form.cleaned_data if form.is_valid() else {}
    day = day_of(request.user, now)
    found = remembering.facts_shown(request.user, now=now, day=day, **wanted)
    page = Paginator(found, A_PAGE).get_page(request.GET.get("page"))
    context = {"form": form, "page": page, "rows": remembering.rows(page.object_list, day), "day": day}
    return render_page(request, "questions/practice/facts.html", context, partial="facts")


@require_safe
def fact(request: HttpRequest, pk: int) -> HttpResponse:
    now = timezone.now()
    found = remembering.own_fact(request.user, pk, now=now)
    return render(request, "questions/practice/fact.html", remembering.fact_page(request.user, found, now=now))


@require_POST
def suspend(request: HttpRequest, pk: int) -> HttpResponse:
    found = remembering.own_fact(request.user, pk, now=timezone.now())
    form = SuspendForm(request.POST)
    is_suspended = form.cleaned_data["is_suspended"] if form.is_valid() else True
    kept.suspend(request.user, found, is_suspended=is_suspended)
    messages.success(request, remembering.SUSPENDED if is_suspended else remembering.ASKED_AGAIN)
    to = form.cleaned_data.get("next", "")
    if to.startswith("/") and url_has_allowed_host_and_scheme(to, {request.get_host()}, request.is_secure()):
        return see_other(request, to)
    return see_other(request, "fact", found.pk)


@require_POST
def forget(request: HttpRequest, pk: int) -> HttpResponse:
    now = timezone.now()
    found = remembering.own_fact(request.user, pk, now=now)
    try:
        kept.forget(request.user, found, now=now)
    except NotPossible as refused:
        messages.warning(request, str(refused))
    else:
        messages.success(request, remembering.FORGOTTEN)
    return see_other(request, "fact", found.pk)
