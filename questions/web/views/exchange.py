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

APKG = "application/vnd.anki"


@require_safe
def anki(request: HttpRequest, key: str) -> HttpResponse:
    bank = get_object_or_404(Bank.objects.visible_to(request.user), key=key)
    return render(request, "questions/library/anki.html", {"bank": bank, "form": AnkiForm(bank)})


@require_safe
def anki_download(request: HttpRequest, key: str) -> HttpResponse:
    bank = get_object_or_404(Bank.objects.visible_to(request.user).select_related("document"), key=key)
    form = AnkiForm(bank, request.GET)
    if not form.is_valid():
        return render(request, "questions/library/anki.html", {"bank": bank, "form": form}, status=422)
    wanted = form.cleaned_data
    learner = request.user if wanted["schedule"] else None
    package = export_bank(bank, units=form.chosen_units, style=wanted["style"], learner=learner, now=timezone.now())
    disposition = content_disposition_header(as_attachment=True, filename=package.file_name)
    return HttpResponse(package.content, content_type=APKG, headers={"Content-Disposition": disposition})
