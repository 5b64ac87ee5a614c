"""A fact of an own bank: a request in; its editor, or the fact as changed, out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from questions.authoring.acts import NotPossible
from questions.authoring.change import Change, ChangedMeanwhile, Log, change_fact
from questions.models import Bank, Fact
from questions.web.changing import meanwhile
from questions.web.forms.changes import ChangeForm
from questions.web.htmx import see_other

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse


@require_http_methods(["GET", "HEAD", "POST"])
def change(request: HttpRequest, key: str, pk: int) -> HttpResponse:
    bank = get_object_or_404(Bank.objects.edited_by(request.user), key=key)
    found = get_object_or_404(Fact.objects.current().with_source(), bank=bank, pk=pk)
    form = ChangeForm(found, request.POST or None)
    if not form.is_valid():
        return show_editor(request, bank, form, status=422 if form.is_bound else 200)
    try:
        made = save(request, found, form)
    except NotPossible as why:
        form.add_error(None, str(why))
        return show_editor(request, bank, form, status=422)
    except ChangedMeanwhile as changed:
        form.meets(changed.fact)
        return show_editor(request, bank, form, status=409, meanwhile=meanwhile(changed.fact, form.written))
    messages.success(request, "Saved.")
    return see_other(request, "fact", made.pk)


def save(request: HttpRequest, found: Fact, form: ChangeForm) -> Fact:
    given, log = form.cleaned_data, Log(by=request.user, why=form.cleaned_data["why"])
    kind, stamp = Change(given["change"]), given["stamp"]
    return change_fact(found, form.written, change=kind, now=timezone.now(), log=log, stamp=stamp)


def show_editor(request: HttpRequest, bank: Bank, form: ChangeForm, *, status: int, **more: object) -> HttpResponse:
    context = {"bank": bank, "fact": form.fact, "form": form} | more
    return render(request, "questions/library/change.html", context, status=status)
