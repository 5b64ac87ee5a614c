"""The units of a bank of one's own: a request in; their list, renamed or in another order, out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from questions.authoring.acts import NotPossible
from questions.authoring.units import StaleUnit, add_unit, move_unit, remove_unit, rename_unit, units_of
from questions.models import Bank, DeskAct
from questions.web.forms.desk_units import UnitForm
from questions.web.htmx import see_other

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from questions.models import Unit


@require_http_methods(["GET", "HEAD", "POST"])
def units(request: HttpRequest, key: str) -> HttpResponse:
    bank = get_object_or_404(Bank.objects.edited_by(request.user), key=key)
    form = UnitForm(bank, request.POST or None)
    if not form.is_bound or not form.is_valid():
        return units_page(request, bank, form, status=422 if form.is_bound else 200)
    try:
        carry_out(request, bank, form)
    except StaleUnit as stale:
        return units_page(request, bank, form, status=409, stale=str(stale))
    except NotPossible as why:
        messages.info(request, str(why))
    return see_other(request, "desk_units", bank.key)


def units_page(request: HttpRequest, bank: Bank, form: UnitForm, *, status: int, stale: str = "") -> HttpResponse:
    context = {"bank": bank, "form": form, "stale": stale, "rows": rows_of(list(units_of(bank, request.user)))}
    context["last"] = DeskAct.objects.standing(bank, request.user).first()
    return render(request, "questions/authoring/desk_units.html", context, status=status)


def rows_of(found: list[Unit]) -> list[tuple[Unit, Unit | None, Unit | None]]:
    """Each unit with the one before it and the one after it."""
    return list(zip(found, [None, *found[:-1]], [*found[1:], None], strict=True))


def carry_out(request: HttpRequest, bank: Bank, form: UnitForm) -> None:
    given = form.cleaned_data
    unit, how = given["unit"], {"by": request.user, "now": timezone.now()}
    if given["act"] == "add":
        add_unit(bank, given["title"], **how)
    elif given["act"] == "rename":
        rename_unit(unit, given["title"], was=given["was"], **how)
    elif given["act"] == "remove":
        remove_unit(unit, was=given["was"], **how)
    else:
        is_up = given["act"] == "up"
        move_unit(unit, up=is_up, past=given["before" if is_up else "after"], **how)
