"""A bank of one's own: a request in; it copied, shared, renamed, put in the archive or deleted, out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from questions.authoring.copying import copy_bank, may_copy
from questions.authoring.deleting import NotDeletable, delete_bank, why_kept
from questions.authoring.sharing import archive, share
from questions.models import Bank
from questions.web.forms.banks import BankForm
from questions.web.htmx import see_other

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

COPIED = "Copied. This bank is yours and private; nobody else's changes with it."
ARCHIVED = (
    "In the archive: it is on no list any more. "
    "Whoever studies it goes on with what they met, gets no new facts, and loses no answer."
)
BACK = "Back on the lists."


@require_POST
def copy(request: HttpRequest, key: str) -> HttpResponse:
    found = get_object_or_404(Bank.objects.visible_to(request.user), key=key)
    if not may_copy(request.user):
        raise Http404
    made = copy_bank(found, owner=request.user, now=timezone.now())
    messages.success(request, COPIED)
    return see_other(request, "bank_settings", made.key)


@require_http_methods(["GET", "HEAD", "POST"])
def bank_settings(request: HttpRequest, key: str) -> HttpResponse:
    found = get_object_or_404(Bank.objects.owned_by(request.user), key=key)
    form = BankForm(request.user, request.POST or None, instance=found)
    if not form.is_valid():
        learners = found.studies.exclude(learner=request.user).count()
        context = {"bank": found, "form": form, "learners": learners, "kept": why_kept(found)}
        return render(request, "questions/library/bank_settings.html", context, status=422 if form.is_bound else 200)
    form.save()
    sent = form.cleaned_data
    share(found, by=request.user, visibility=sent["visibility"], courses=sent.get("courses", ()))
    messages.success(request, "Saved.")
    return see_other(request, "bank", found.key)


@require_POST
def archive_bank(request: HttpRequest, key: str) -> HttpResponse:
    found = get_object_or_404(Bank.objects.owned_by(request.user), key=key)
    is_archived = request.POST.get("is_archived") != "0"
    archive(found, is_archived=is_archived, now=timezone.now())
    messages.success(request, ARCHIVED if is_archived else BACK)
    return see_other(request, "bank_settings", found.key)


@require_POST
def delete(request: HttpRequest, key: str) -> HttpResponse:
    found = get_object_or_404(Bank.objects.owned_by(request.user), key=key)
    try:
        delete_bank(found, now=timezone.now())
    except NotDeletable as kept:
        messages.warning(request, str(kept))
        return see_other(request, "bank_settings", found.key)
    messages.success(request, f"“{found.title}” is deleted.")
    return see_other(request, "banks")
