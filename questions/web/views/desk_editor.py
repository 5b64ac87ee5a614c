"""The editor of the desk: a request in; a statement with its blanks and live checks, or the saved draft, out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from questions.authoring.acts import NotPossible, StaleDraft
from questions.authoring.checks import IN_WORDS, check, fault_of_text, without
from questions.authoring.desk import is_number
from questions.authoring.edit import edit, write
from questions.authoring.leaving_out import unit_of
from questions.authoring.pool import facts_in
from questions.models import Bank, Draft, LeftOut
from questions.models.library import AnswerType
from questions.web.drafts import show
from questions.web.forms.desk import EditorForm
from questions.web.htmx import render_page, wants_part
from questions.web.views.desk import WITH_ALL, show_draft
from questions.web.views.desk_ways import to_desk

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse, QueryDict

    from questions.models import DeskAct

PAGE = "questions/authoring/desk_editor.html"


@require_http_methods(["GET", "HEAD", "POST"])
def edit_draft(request: HttpRequest, key: str, pk: int) -> HttpResponse:
    bank = get_object_or_404(Bank.objects.edited_by(request.user), key=key)
    draft = get_object_or_404(Draft.objects.select_related(*WITH_ALL), bank=bank, pk=pk)
    form = EditorForm(bank, draft, request.POST if request.method == "POST" else None)
    if not form.is_bound or "check" in request.POST or not form.is_valid():
        return show_editor(request, bank, form, status=422 if form.is_bound and form.errors else 200)
    try:
        version = form.cleaned_data["version"] or 0
        given = {"by": request.user, "version": version, "change": form.kind_of_change}
        draft = edited(edit(draft, form.written, **given, now=timezone.now()), draft)
    except StaleDraft as stale:
        return show_editor(request, bank, form, theirs=stale, status=409)
    except NotPossible as why:
        return show_editor(request, bank, form, fault=str(why), status=422)
    return show_draft(request, draft, said="Saved.") if wants_part(request) else to_desk(request, bank, draft=draft.pk)


@require_http_methods(["GET", "HEAD", "POST"])
def write_statement(request: HttpRequest, key: str) -> HttpResponse:
    bank = get_object_or_404(Bank.objects.edited_by(request.user), key=key)
    form = EditorForm(bank, None, request.POST if request.method == "POST" else None, **beside(bank, request.GET))
    if not form.is_bound or "check" in request.POST or not form.is_valid():
        return show_editor(request, bank, form, status=422 if form.is_bound and form.errors else 200)
    draft = write(bank, form.written, by=request.user, now=timezone.now(), place=form.place)
    return to_desk(request, bank, draft=draft.pk, said="Written. Accept it to ask it.")


@require_POST
def check_written(request: HttpRequest, key: str) -> HttpResponse:
    bank = get_object_or_404(Bank.objects.edited_by(request.user), key=key)
    form = EditorForm(bank, draft_of(bank, request.GET.get("draft", "")), request.POST)
    part = "findings" if request.POST.get("part") == "findings" else "blanks"
    return render(request, f"questions/authoring/desk_blanks.html#{part}", checks_page(bank, form))


def beside(bank: Bank, asked: QueryDict) -> dict[str, Any]:
    """What the editor needs to know of the sentence left out, or the draft, beside which a statement is written."""
    if is_number(pk := asked.get("left", "")):
        one = get_object_or_404(LeftOut.objects.select_related("passage__document"), bank=bank, pk=int(pk))
        return {"passage": one.passage, "unit": unit_of(one), "of": one}
    draft = draft_of(bank, asked.get("draft", ""))
    return {"passage": draft.passage, "unit": draft.unit_id} if draft else {}


def draft_of(bank: Bank, pk: str) -> Draft | None:
    """The draft of that number, where the bank has one."""
    if not is_number(pk):
        return None
    return Draft.objects.filter(bank=bank, pk=int(pk)).select_related("passage__document").first()


def edited(act: DeskAct, draft: Draft) -> Draft:
    """The draft that says now what was written: the one that was edited, or the one in its place."""
    return Draft.objects.select_related(*WITH_ALL).get(pk=act.made[-1]) if act.made else draft


def show_editor(
    request: HttpRequest,
    bank: Bank,
    form: EditorForm,
    *,
    theirs: StaleDraft | None = None,
    fault: str = "",
    status: int,
) -> HttpResponse:
    """The editor with what was written; after a conflict beside what the other made of the draft."""
    context = checks_page(bank, form) | {"fault": fault, "draft": form.draft, "passage": form.passage}
    context["is_part"] = wants_part(request)
    if theirs:
        context |= {"fault": str(theirs), "theirs": theirs.draft, "version": theirs.draft.version}
    if form.draft:
        show([form.draft])
    return render_page(request, PAGE, context, partial="editor", status=status)


def checks_page(bank: Bank, form: EditorForm) -> dict[str, Any]:
    text = form["text"].value() or ""
    known = facts_in(bank)
    others = without(form.draft, known) if form.draft else tuple(known.values())
    fault = fault_of_text(text) if text.strip() else ""
    checked = [] if fault else check(text, form.blanks, others, tried=form.tried if form.is_bound else {})
    version = form["version"].value() or (form.draft.version if form.draft else "")
    context = {"bank": bank, "form": form, "draft": form.draft, "checked": checked, "text_fault": fault}
    return context | {"version": version, "types": AnswerType.choices, "words": IN_WORDS}
