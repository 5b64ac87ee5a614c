"""The units of a bank of one's own: a request in; their list, renamed or in another order, out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from questions.authoring.acts import NotPossible
from questions.authoring.units import add_unit, move_unit, remove_unit, rename_unit, units_of
from questions.models import Bank, DeskAct
from questions.web.forms.desk_units import UnitForm
from questions.web.htmx import see_other

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse


@require_http_methods(["GET", "HEAD", "POST"])
def units(request: HttpRequest, key: str) -> HttpResponse:
    bank = get_object_or_404(Bank.objects.edited_by(request.user), key=key)
    form = UnitForm(bank, request.POST or None)
    if not form.is_bound or not form.is_valid():
        context = {"bank": bank, "form": form, "units": units_of(bank, request.user)}
        context["last"] = DeskAct.objects.standing(bank, request.user).first()
        return render(request, "questions/authoring/desk_units.html", context, status=422 if form.is_bound else 200)
    try:
        carry_out(request, bank, form)
    except NotPossible as why:
        messages.info(request, str(why))
    return see_other(request, "desk_units", bank.key)


def carry_out(request: HttpRequest, bank: Bank, form: UnitForm) -> None:
    given = form.cleaned_data
    how = {"by": request.user, "now": timezone.now()}
    if given["act"] == "add":
        add_unit(bank, given["title"], **how)
    elif given["act"] == "rename":
        rename_unit(given["unit"], given["title"], **how)
    elif given["act"] == "remove":
        remove_unit(given["unit"], **how)
    else:
        move_unit(given["unit"], up=given["act"] == "up", **how)
