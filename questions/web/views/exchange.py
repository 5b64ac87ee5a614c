"""Banks on their way out: a request in; the form, or the file, out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from questions.exchange.anki_export import export_bank
from questions.models import Bank
from questions.web.forms.exchange import AnkiForm

if TYPE_CHECKING:
    from django.http import HttpRequest

    from questions.models import User

APKG = "application/vnd.anki"


@require_safe
def anki(request: HttpRequest, key: str) -> HttpResponse:
    bank = get_object_or_404(Bank.objects.visible_to(request.user), key=key)
    ticked = {"units": request.GET.getlist("units")}
    return show_form(request, bank, AnkiForm(bank, request.user, initial=ticked))


@require_safe
def anki_download(request: HttpRequest, key: str) -> HttpResponse:
    bank = get_object_or_404(Bank.objects.visible_to(request.user).select_related("document"), key=key)
    form = AnkiForm(bank, request.user, request.GET)
    if not form.is_valid():
        return show_form(request, bank, form, status=422)
    package = export_bank(bank, **form.choices, without=put_away(request.user, bank), now=timezone.now())
    disposition = content_disposition_header(as_attachment=True, filename=package.file_name)
    return HttpResponse(package.content, content_type=APKG, headers={"Content-Disposition": disposition})


def show_form(request: HttpRequest, bank: Bank, form: AnkiForm, *, status: int = 200) -> HttpResponse:
    context = {"bank": bank, "form": form, "hidden_count": len(put_away(request.user, bank))}
    return render(request, "questions/library/anki.html", context, status=status)


def put_away(person: User, bank: Bank) -> set[int]:
    """The facts of a quiz that `person` is sitting: their answers stay here until it is handed in."""
    return set(bank.facts.in_open_quiz(person, timezone.now()).values_list("pk", flat=True))
