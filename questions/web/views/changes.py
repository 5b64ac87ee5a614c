"""A fact of an own bank: a request in; its editor, or the fact as changed, out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from questions.authoring.acts import NotPossible
from questions.authoring.change import Change, ChangedMeanwhile, Log, change_fact
from questions.authoring.desk import is_number
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
    form = ChangeForm(found, request.POST or None, accept=request.GET.get("accept", ""))
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
    return saved(request, bank, made)


def saved(request: HttpRequest, bank: Bank, made: Fact) -> HttpResponse:
    """On to the fact; whoever came from a student's report, back to it, with a word to send."""
    asked = request.GET.get("report", "")
    if not is_number(asked):
        messages.success(request, "Saved.")
        return see_other(request, "fact", made.pk)
    messages.success(request, "Saved. Send a word to the student who reported it.")
    return HttpResponseRedirect(f"{reverse('reports', args=[bank.key])}?mended={asked}#report-{asked}", status=303)


def save(request: HttpRequest, found: Fact, form: ChangeForm) -> Fact:
    given, log = form.cleaned_data, Log(by=request.user, why=form.cleaned_data["why"])
    kind, stamp = Change(given["change"]), given["stamp"]
    return change_fact(found, form.written, change=kind, now=timezone.now(), log=log, stamp=stamp)


def show_editor(request: HttpRequest, bank: Bank, form: ChangeForm, *, status: int, **more: object) -> HttpResponse:
    context = {"bank": bank, "fact": form.fact, "form": form} | more
    return render(request, "questions/library/change.html", context, status=status)
