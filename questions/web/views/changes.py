"""A fact of an own bank: a request in; its editor, or the fact as changed, out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from questions.authoring.acts import NotPossible
from questions.authoring.change import Change, change_fact
from questions.models import Bank, Fact
from questions.web.forms.changes import ChangeForm
from questions.web.htmx import see_other

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse


@require_http_methods(["GET", "HEAD", "POST"])
def change(request: HttpRequest, key: str, pk: int) -> HttpResponse:
    bank = get_object_or_404(Bank.objects.owned_by(request.user), key=key)
    found = get_object_or_404(Fact.objects.current().with_source(), bank=bank, pk=pk)
    form = ChangeForm(found, request.POST or None)
    if form.is_valid():
        try:
            kind = Change(form.cleaned_data["change"])
            made = change_fact(found, form.written, change=kind, now=timezone.now())
        except NotPossible as why:
            form.add_error(None, str(why))
        else:
            messages.success(request, "Saved.")
            return see_other(request, "fact", made.pk)
    context = {"bank": bank, "fact": found, "form": form}
    return render(request, "questions/library/change.html", context, status=422 if form.is_bound else 200)
