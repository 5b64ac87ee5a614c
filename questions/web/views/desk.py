"""The review desk: a request in; drafts beside their paragraphs, or what became of one, out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from questions.authoring.accept import accept, accept_above, put_back, reject
from questions.authoring.acts import NotPossible, StaleDraft
from questions.authoring.desk import alike_to, chosen_of, counts, desk_of, is_number
from questions.authoring.leaving_out import IN_WORDS as LEFT_OUT_IN_WORDS
from questions.authoring.leaving_out import left_out_of
from questions.authoring.reshape import merge, split
from questions.authoring.undo import redo, undo
from questions.models import Bank, DeskAct, Draft
from questions.sources.extraction import Why
from questions.web.drafts import marked, show
from questions.web.forms.desk import AboveForm, DecideForm, WishesForm
from questions.web.htmx import render_page, see_other, wants_part
from questions.web.views.desk_ways import is_shared, to_desk

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from questions.models import User

ACTS = {"accept": accept, "reject": reject, "put_back": put_back}
WITH_ALL = ("bank", "passage__document", "unit", "reviewed_by")

OTHER_PAGES = {"units": "desk_units", "facts": "bank_facts"}
"""Pages beside the desk that an act is taken back from."""


@require_GET
def desk(request: HttpRequest, key: str) -> HttpResponse:
    bank = get_object_or_404(Bank.objects.edited_by(request.user), key=key)
    form = WishesForm(bank, request.GET)
    if form.why_left_out is not None:
        return show_left_out(request, bank, form)
    asked = request.GET.get("draft", "")
    holding = int(asked) if is_number(asked) else None
    found = desk_of(bank, form.wishes, page=request.GET.get("page", 1), holding=holding)
    drafts = show(found.drafts)
    chosen = holding if holding in {one.pk for one in drafts} else (drafts[0].pk if drafts else None)
    context = {"bank": bank, "form": form, "desk": found, "drafts": drafts, "chosen": chosen}
    context |= ways_back(bank, request.user) | {"is_shared": is_shared(bank, request.user)}
    return render(request, "questions/authoring/desk.html", context)


@require_GET
def draft(request: HttpRequest, key: str, pk: int) -> HttpResponse:
    bank = get_object_or_404(Bank.objects.edited_by(request.user), key=key)
    found = get_object_or_404(Draft.objects.select_related(*WITH_ALL), bank=bank, pk=pk)
    return show_draft(request, found) if wants_part(request) else to_desk(request, bank, draft=found.pk)


@require_POST
def decide(request: HttpRequest, key: str, pk: int) -> HttpResponse:
    bank = get_object_or_404(Bank.objects.edited_by(request.user), key=key)
    found = get_object_or_404(Draft.objects.select_related(*WITH_ALL), bank=bank, pk=pk)
    form = DecideForm(bank, request.POST)
    if not form.is_valid() or form.cleaned_data["act"] not in ACTS:
        return show_draft(request, found, fault="Choose what to do with it.", status=422)
    try:
        act, version = form.cleaned_data["act"], form.cleaned_data["version"]
        done = ACTS[act](found, by=request.user, version=version, now=timezone.now())
    except StaleDraft as stale:
        return show_draft(request, stale.draft, fault=str(stale), status=409)
    except NotPossible as why:
        return show_draft(request, found, fault=str(why), status=422)
    return show_draft(request, found, said=done.said) if wants_part(request) else to_desk(request, bank, said=done.said)


@require_POST
def reshape(request: HttpRequest, key: str, pk: int) -> HttpResponse:
    bank = get_object_or_404(Bank.objects.edited_by(request.user), key=key)
    found = get_object_or_404(Draft.objects.select_related(*WITH_ALL), bank=bank, pk=pk)
    form = DecideForm(bank, request.POST)
    if not form.is_valid():
        return show_draft(request, found, fault="Choose what to do with it.", status=422)
    try:
        return carry_out(request, bank, found, form)
    except StaleDraft as stale:
        return show_draft(request, stale.draft, fault=str(stale), status=409)
    except NotPossible as why:
        return show_draft(request, found, fault=str(why), status=422)


def carry_out(request: HttpRequest, bank: Bank, found: Draft, form: DecideForm) -> HttpResponse:
    """Split, and go on to edit the second part; or merge with the one chosen, else with all near-duplicates."""
    how = {"by": request.user, "version": form.cleaned_data["version"], "now": timezone.now()}
    if form.cleaned_data["act"] == "split":
        made = split(found, **how)
        messages.info(request, "Split. Say now what the second one asks.")
        return see_other(request, "edit_draft", bank.key, made[-1].pk)
    other = form.cleaned_data["other"]
    done = merge(found, [other] if other and other.pk != found.pk else alike_to(found), **how)
    return to_desk(request, bank, draft=found.pk, said=done.said)


@require_POST
def take_above(request: HttpRequest, key: str) -> HttpResponse:
    bank = get_object_or_404(Bank.objects.edited_by(request.user), key=key)
    form, wishes = AboveForm(request.POST), WishesForm(bank, request.GET).wishes
    if not form.is_valid():
        return to_desk(request, bank, said="Say from which score on they are accepted, such as 0.8.")
    score = form.cleaned_data["score"]
    count = accept_above(chosen_of(bank, wishes), by=request.user, score=score, now=timezone.now())
    said = f"Accepted {count}. U takes it back." if count else "None of the drafts shown can be accepted so."
    return to_desk(request, bank, said=said)


@require_POST
def take_back(request: HttpRequest, key: str) -> HttpResponse:
    bank = get_object_or_404(Bank.objects.edited_by(request.user), key=key)
    is_again = request.POST.get("act") == "redo"
    try:
        act = (redo if is_again else undo)(bank, request.user, now=timezone.now())
    except (NotPossible, StaleDraft) as why:
        first, said = None, str(why)
    else:
        first = next(iter([*act.before, *act.made]), None)
        said = f"{'Done again' if is_again else 'Undone'}: {act.said[0].lower()}{act.said[1:]}."
    if page := OTHER_PAGES.get(request.POST.get("to", "")):
        messages.info(request, said)
        return see_other(request, page, bank.key)
    return to_desk(request, bank, draft=first, said=said)


def show_left_out(request: HttpRequest, bank: Bank, form: WishesForm) -> HttpResponse:
    """The sentences of which nothing was proposed, each with its reason and the way to write a statement of it."""
    page = left_out_of(bank, form.why_left_out or "", page=request.GET.get("page", 1))
    reviewed, total = counts(bank)
    context = {"bank": bank, "form": form, "page": page, "reviewed": reviewed, "total": total}
    context |= {"sentences": [(one, LEFT_OUT_IN_WORDS[Why(one.why)], marked(one)) for one in page]}
    return render(request, "questions/authoring/desk_left_out.html", context)


def ways_back(bank: Bank, person: User) -> dict[str, DeskAct | None]:
    """What undoing and doing again would touch."""
    acts = DeskAct.objects
    return {"last": acts.standing(bank, person).first(), "next": acts.undone(bank, person).first()}


def show_draft(
    request: HttpRequest, found: Draft, *, said: str = "", fault: str = "", status: int = 200
) -> HttpResponse:
    """One draft as it is now, with the progress; for a browser without htmx a page of its own."""
    reviewed, total = counts(found.bank)
    [shown] = show([found])
    context = {"bank": found.bank, "draft": shown, "said": said, "fault": fault, "reviewed": reviewed, "total": total}
    context |= {"is_part": True, "last_said": said, "units": found.bank.units.current()}
    if wants_part(request):
        context |= ways_back(found.bank, request.user)
    return render_page(request, "questions/authoring/desk_draft.html", context, partial="draft", status=status)
