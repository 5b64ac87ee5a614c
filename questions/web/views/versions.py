"""A newer version of a bank's document: a request in; its upload, what changed, or what was decided of it, out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from questions.authoring.acts import NotPossible
from questions.authoring.import_document import AlreadyImported, import_version
from questions.authoring.versions import decide, listing
from questions.models import Bank, Difference
from questions.web import revising
from questions.web.forms.versions import DecisionForm, UndoForm, VersionForm
from questions.web.htmx import render_page, see_other, wants_part
from questions.web.uploads import too_large
from questions.web.views.imports import show_begun

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

ITEM = "questions/authoring/change_item.html"
CHOOSE = "Choose what becomes of it."
TAKEN = "The new wording of {} is taken. Each can be undone below."
NONE_LEFT = "No new wording was left to take. What still waits is decided one by one."


@require_http_methods(["GET", "HEAD", "POST"])
def new_version(request: HttpRequest, key: str, pk: int) -> HttpResponse:
    bank = get_object_or_404(Bank.objects.edited_by(request.user), key=key)
    document = next((one for one in listing.current_documents(bank) if one.pk == pk), None)
    if document is None:
        raise Http404
    form = VersionForm(request.user, request.POST or None, request.FILES or None, too_large=too_large(request))
    context, status = {"bank": bank, "document": document, "form": form}, 422 if form.is_bound else 200
    if not form.is_valid():
        return render(request, "questions/authoring/version_new.html", context, status=status)
    try:
        given, now = form.cleaned_data, timezone.now()
        made = import_version(form.source, of=document, bank=bank, by=request.user, now=now, again=given["again"])
    except AlreadyImported as already:
        form.earlier = already.earlier
        return render(request, "questions/authoring/version_new.html", context, status=409)
    return show_begun(request, form, made)


@require_safe
def what_changed(request: HttpRequest, key: str) -> HttpResponse:
    bank = get_object_or_404(Bank.objects.edited_by(request.user), key=key)
    page = revising.page_of(bank, request.GET.get("page", "1"))
    return render(request, "questions/authoring/changes.html", page)


@require_POST
def decide_change(request: HttpRequest, key: str, pk: int) -> HttpResponse:
    one, form = find(request, key, pk), DecisionForm(request.POST)
    if not form.is_valid():
        return show_item(request, one, fault=CHOOSE, status=422)
    sent, how = form.cleaned_data, {"by": request.user, "now": timezone.now()}
    try:
        decide.decide_all(listing.beside(one), sent["decision"], turns=sent["turns"], **how)
    except decide.StaleDifference as stale:
        return show_item(request, one, fault=str(stale), status=409)
    except NotPossible as why:
        return show_item(request, one, fault=str(why), status=422)
    return show_done(request, one, said=f"Decided: {revising.WAYS[sent['decision']][0].lower()}.")


@require_POST
def undo_change(request: HttpRequest, key: str, pk: int) -> HttpResponse:
    one, form = find(request, key, pk), UndoForm(request.POST)
    if not form.is_valid():
        return show_item(request, one, fault=CHOOSE, status=422)
    try:
        turns, now = form.cleaned_data["turns"], timezone.now()
        decide.undo_all(listing.beside(one), by=request.user, turns=turns, now=now)
    except decide.StaleDifference as stale:
        return show_item(request, one, fault=str(stale), status=409)
    except NotPossible as why:
        return show_item(request, one, fault=str(why), status=422)
    return show_done(request, one, said="Undone.")


@require_POST
def take_rewordings(request: HttpRequest, key: str) -> HttpResponse:
    bank = get_object_or_404(Bank.objects.edited_by(request.user), key=key)
    count = decide.take_rewordings(bank, by=request.user, now=timezone.now())
    messages.info(request, TAKEN.format(count) if count else NONE_LEFT)
    return see_other(request, "what_changed", bank.key)


def find(request: HttpRequest, key: str, pk: int) -> Difference:
    bank = get_object_or_404(Bank.objects.edited_by(request.user), key=key)
    return get_object_or_404(listing.with_all(Difference.objects.of_bank(bank).standing()), pk=pk)


def show_done(request: HttpRequest, one: Difference, *, said: str) -> HttpResponse:
    if wants_part(request):
        return show_item(request, one, said=said)
    messages.info(request, said)
    return see_other(request, reverse("what_changed", args=[one.version.bank.key]) + f"#change-{one.pk}")


def show_item(
    request: HttpRequest, one: Difference, *, said: str = "", fault: str = "", status: int = 200
) -> HttpResponse:
    """The sentence as it is now, with how far the whole is; for a browser without scripts a page of its own."""
    bank = one.version.bank
    [sentence] = listing.read(list(listing.beside(one)))
    context = {"bank": bank, "item": revising.item_of(sentence), "said": said, "fault": fault, "is_part": True}
    return render_page(request, ITEM, context | revising.progress_of(bank), partial="item", status=status)
