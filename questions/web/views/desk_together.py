"""Several at one desk, several drafts at once: a request in; what others settled meanwhile, or where drafts went."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from questions.authoring.acts import NotPossible
from questions.authoring.desk import changed_of, counts
from questions.authoring.units import move_drafts
from questions.models import Bank
from questions.web.drafts import show
from questions.web.forms.desk import MoveForm
from questions.web.views.desk_ways import to_desk

if TYPE_CHECKING:
    from django.http import HttpRequest


@require_GET
def news(request: HttpRequest, key: str) -> HttpResponse:
    """Of the drafts on the page, each sent as number.version, those that have another version now."""
    bank = get_object_or_404(Bank.objects.edited_by(request.user), key=key)
    changed, gone = changed_of(bank, request.GET.getlist("shown"))
    if not changed and not gone:
        return HttpResponse(status=204)
    reviewed, total = counts(bank)
    context = {"bank": bank, "changed": show(changed), "gone": gone, "reviewed": reviewed, "total": total}
    context |= {"others": [one for one in changed if one.reviewed_by_id != request.user.pk]}
    return render(request, "questions/authoring/desk_news.html", context)


@require_POST
def move(request: HttpRequest, key: str) -> HttpResponse:
    bank = get_object_or_404(Bank.objects.edited_by(request.user), key=key)
    form = MoveForm(bank, request.POST)
    if not form.is_valid():
        return to_desk(request, bank, said="Tick the drafts to move and choose the unit they go to.")
    drafts = list(form.cleaned_data["drafts"])
    try:
        act = move_drafts(drafts, form.cleaned_data["unit"], by=request.user, now=timezone.now())
    except NotPossible as why:
        return to_desk(request, bank, draft=drafts[0].pk, said=str(why))
    return to_desk(request, bank, draft=drafts[0].pk, said=f"{act.said}. U takes it back.")
