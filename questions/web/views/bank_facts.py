"""The facts of a bank that one edits: a request in; their list, or they in another unit, out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from questions.authoring.acts import NotPossible
from questions.authoring.moving import move_statements
from questions.models import Bank, DeskAct
from questions.web.forms.bank_facts import FoundForm, MoveStatementsForm
from questions.web.reading import read

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

A_PAGE = 100
SAY_WHAT = "Tick the statements to move and choose the unit they go to."


@require_safe
def bank_facts(request: HttpRequest, key: str) -> HttpResponse:
    bank = get_object_or_404(Bank.objects.edited_by(request.user), key=key)
    form = FoundForm(bank, request.GET)
    page = Paginator(form.found, A_PAGE).get_page(request.GET.get("page"))
    context = {"bank": bank, "form": form, "page": page, "rows": read(page.object_list)}
    context |= {"units": bank.units.current(), "last": DeskAct.objects.standing(bank, request.user).first()}
    return render(request, "questions/library/bank_facts.html", context)


@require_POST
def move_facts(request: HttpRequest, key: str) -> HttpResponse:
    bank = get_object_or_404(Bank.objects.edited_by(request.user), key=key)
    form = MoveStatementsForm(FoundForm(bank, request.GET), request.POST)
    try:
        said = f"{moved(request, form)}. Undo takes it back."
    except NotPossible as why:
        said = str(why)
    messages.info(request, said)
    address = reverse("bank_facts", args=[bank.key])
    return HttpResponseRedirect(f"{address}?{request.GET.urlencode()}", status=303)


def moved(request: HttpRequest, form: MoveStatementsForm) -> str:
    """What was done, in words; raise `NotPossible` where nothing could be."""
    if not form.is_valid():
        raise NotPossible(SAY_WHAT)
    given = form.cleaned_data
    return move_statements(given["statements"], given["unit"], by=request.user, now=timezone.now()).said
