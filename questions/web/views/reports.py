"""What learners report about a bank's questions: a request in; the queue, or an answer to one of them, out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from questions.authoring.flags import edits, reports_of, resolve
from questions.models import Bank
from questions.web.flagged import flag, page_of
from questions.web.forms.banks import WordForm
from questions.web.htmx import part_or_see_other, render_page, wants_part

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

PAGE = "questions/library/reports.html"
SENT = "Answered. The student sees it on the page of the day."
ANSWERED_BEFORE = "This report had been answered already; that answer stays."


@require_safe
def reports(request: HttpRequest, key: str) -> HttpResponse:
    bank = get_object_or_404(Bank.objects.kept_by(request.user), key=key)
    page = page_of(bank, mended_for=request.GET.get("mended", ""))
    return render(request, PAGE, page | {"may_edit": edits(request.user, bank)})


@require_POST
def answer_report(request: HttpRequest, key: str, pk: int) -> HttpResponse:
    bank = get_object_or_404(Bank.objects.kept_by(request.user), key=key)
    found = get_object_or_404(reports_of(bank), pk=pk)
    form = WordForm(request.POST, auto_id=f"%s-{pk}")
    context = {"bank": bank, "flag": flag(found, form), "may_edit": edits(request.user, bank)}
    if not form.is_valid():
        context |= {} if wants_part(request) else page_of(bank, refused=context["flag"])
        return render_page(request, PAGE, context, partial="flag", status=422)
    said = SENT if resolve(found, form.cleaned_data["word"], now=timezone.now()) else ANSWERED_BEFORE
    to = request.path.removesuffix(f"{pk}/")
    return part_or_see_other(request, PAGE, context, partial="flag", said=said, to=to)
