"""Documents on their way in: a request in; the form, the progress of an import, or the way to it, out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from questions.authoring.import_document import AlreadyImported, cancel, import_document, retry
from questions.models import Import
from questions.web.forms.imports import ImportForm
from questions.web.htmx import refresh, render_page, see_other, wants_part
from questions.web.uploads import too_large

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

SHOWN = 10


@require_http_methods(["GET", "HEAD", "POST"])
def new_import(request: HttpRequest) -> HttpResponse:
    if request.method != "POST":
        return show_form(request, ImportForm(request.user, initial={"bank": request.GET.get("bank")}))
    form = ImportForm(request.user, request.POST, request.FILES, too_large=too_large(request))
    if not form.is_valid():
        return show_form(request, form, status=422)
    given, now = form.cleaned_data, timezone.now()
    where = {"bank": given["bank"], "bank_title": given["bank_title"], "again": given["again"]}
    try:
        made = import_document(form.source, owner=request.user, now=now, **where)
    except AlreadyImported as already:
        form.earlier = already.earlier
        return show_form(request, form, status=409)
    return show_begun(request, form, made)


def show_begun(request: HttpRequest, form: ImportForm, made: Import) -> HttpResponse:
    if form.remark:
        messages.info(request, form.remark)
    return see_other(request, "import", made.pk)


def show_form(request: HttpRequest, form: ImportForm, *, status: int = 200) -> HttpResponse:
    context = {"form": form, "imports": Import.objects.of(request.user).select_related("bank")[:SHOWN]}
    return render(request, "questions/authoring/import_new.html", context, status=status)


@require_GET
def show_import(request: HttpRequest, pk: int) -> HttpResponse:
    found = get_object_or_404(Import.objects.of(request.user).select_related("bank"), pk=pk)
    if wants_part(request) and not found.is_under_way:
        return refresh()
    return render_page(request, "questions/authoring/import.html", {"import": found}, partial="progress")


@require_POST
def cancel_import(request: HttpRequest, pk: int) -> HttpResponse:
    found = get_object_or_404(Import.objects.of(request.user), pk=pk)
    if not cancel(found, now=timezone.now()):
        messages.info(request, "It had ended already.")
    return see_other(request, "import", found.pk)


@require_POST
def retry_import(request: HttpRequest, pk: int) -> HttpResponse:
    found = get_object_or_404(Import.objects.of(request.user), pk=pk)
    if not retry(found):
        messages.info(request, "This import cannot be tried again. Begin a new one.")
    return see_other(request, "import", found.pk)
