"""Who edits a bank beside its owner: a request in; the list, somebody invited, or an invitation withdrawn, out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from questions.authoring.desk import is_number
from questions.authoring.sharing import invite, withdraw
from questions.models import Bank
from questions.web.forms.banks import EditorForm
from questions.web.htmx import see_other

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse


@require_http_methods(["GET", "HEAD", "POST"])
def editors(request: HttpRequest, key: str) -> HttpResponse:
    bank = get_object_or_404(Bank.objects.owned_by(request.user), key=key)
    if is_number(gone := request.POST.get("withdraw", "")):
        messages.info(request, withdraw(bank, int(gone), now=timezone.now()))
        return see_other(request, "editors", bank.key)
    form = EditorForm(bank, request.POST or None)
    if not form.is_valid():
        context = {"bank": bank, "form": form, "editors": bank.editors.select_related("person")}
        return render(request, "questions/library/editors.html", context, status=422 if form.is_bound else 200)
    invite(form.person, to=bank, now=timezone.now())
    messages.success(request, f"{form.person} edits this bank with you now. They find it under Banks.")
    return see_other(request, "editors", bank.key)
