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
from questions.practice.leeches import propose_rewrite
from questions.web import remembering
from questions.web.forms.practice import BuryForm, FactsForm, RewriteForm, SuspendForm
from questions.web.htmx import render_page, see_other

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from questions.models import Fact

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
    found, is_open = remembering.fact_met(request.user, pk, now=now)
    if not is_open:
        return render(request, "questions/practice/fact_closed.html", remembering.closed_page(request.user, found))
    return render(request, "questions/practice/fact.html", remembering.fact_page(request.user, found, now=now))


@require_POST
def suspend(request: HttpRequest, pk: int) -> HttpResponse:
    found = remembering.own_fact(request.user, pk, now=timezone.now())
    form = SuspendForm(request.POST)
    is_suspended = form.cleaned_data["is_suspended"] if form.is_valid() else True
    kept.suspend(request.user, found, is_suspended=is_suspended)
    messages.success(request, remembering.SUSPENDED if is_suspended else remembering.ASKED_AGAIN)
    return _back(request, form, found)


@require_POST
def bury(request: HttpRequest, pk: int) -> HttpResponse:
    now, form = timezone.now(), BuryForm(request.POST)
    found = remembering.own_fact(request.user, pk, now=now)
    is_buried = form.cleaned_data["is_buried"] if form.is_valid() else True
    kept.bury(request.user, found, now=now, is_buried=is_buried)
    messages.success(request, remembering.BURIED if is_buried else remembering.DUG_UP)
    return _back(request, form, found)


@require_POST
def rewrite(request: HttpRequest, pk: int) -> HttpResponse:
    now, form = timezone.now(), RewriteForm(request.POST)
    found = remembering.own_fact(request.user, pk, now=now)
    note = form.cleaned_data["note"] if form.is_valid() else ""
    if propose_rewrite(request.user, found, note=note, now=now):
        messages.success(request, remembering.PROPOSED)
    else:
        messages.warning(request, remembering.NEVER_ANSWERED)
    return _back(request, form, found)


def _back(request: HttpRequest, form: SuspendForm | BuryForm | RewriteForm, found: Fact) -> HttpResponse:
    """To where the person came from, on this site; else to the page of the fact."""
    to = getattr(form, "cleaned_data", {}).get("next", "")
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
