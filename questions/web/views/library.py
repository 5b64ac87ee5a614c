"""Banks, units and what they say: a request in, a page out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from questions.authoring import flags
from questions.authoring.attention import with_waiting
from questions.authoring.copying import may_copy
from questions.models import Bank, Difference, Fact, Statement, Study, Unit
from questions.practice.studies import take_up
from questions.web.forms.library import StudyForm
from questions.web.htmx import see_other
from questions.web.reading import read

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse


@require_GET
def banks(request: HttpRequest) -> HttpResponse:
    shown = Bank.objects.listed_for(request.user).with_counts_for(request.user)
    return render(request, "questions/library/banks.html", {"banks": with_waiting(shown, request.user)})


@require_GET
def bank(request: HttpRequest, key: str) -> HttpResponse:
    found = get_object_or_404(Bank.objects.visible_to(request.user).select_related("document"), key=key)
    study = Study.objects.of(request.user).filter(bank=found).first()
    return render(request, "questions/library/bank.html", bank_page(request, found, StudyForm(found, study)))


@require_POST
def study(request: HttpRequest, key: str) -> HttpResponse:
    found = get_object_or_404(Bank.objects.visible_to(request.user).select_related("document"), key=key)
    form = StudyForm(found, Study.objects.of(request.user).filter(bank=found).first(), request.POST)
    if not form.is_valid():
        return render(request, "questions/library/bank.html", bank_page(request, found, form), status=422)
    take_up(request.user, found, **form.cleaned_data)
    messages.success(request, "Saved. Its facts are in your day now.")
    return see_other(request, "bank", found.key)


def bank_page(request: HttpRequest, found: Bank, form: StudyForm) -> dict[str, object]:
    units, may_edit = found.units.current().with_counts_for(request.user), flags.edits(request.user, found)
    return {
        "bank": found,
        "units": units,
        "not_begun": [one.title for one in units if not one.fact_count],
        "study": form.study,
        "form": form,
        "narrowed": bool(form.initial.get("units")),
        "may_copy": may_copy(request.user),
        "may_edit": may_edit,
        "changes_waiting": Difference.objects.of_bank(found).waiting().count() if may_edit else 0,
        "reports_waiting": flags.waiting(found).count()
        if flags.keeps(request.user, found, may_edit=may_edit)
        else None,
    }


@require_GET
def unit(request: HttpRequest, key: str, unit_key: str) -> HttpResponse:
    found = get_object_or_404(Bank.objects.visible_to(request.user), key=key)
    units = list(found.units.current())
    this = get_object_or_404(Unit, bank=found, key=unit_key, retired_at=None)
    put_away = Fact.objects.in_open_quiz(request.user, timezone.now())
    every = Statement.objects.of_unit(this)
    statements = read(every.without(put_away))
    context = {"bank": found, "unit": this, "statements": statements, "hidden_count": every.count() - len(statements)}
    return render(request, "questions/library/unit.html", context | neighbours(units, this))


def neighbours(units: list[Unit], this: Unit) -> dict[str, Unit | None]:
    place = units.index(this)
    return {
        "previous": units[place - 1] if place else None,
        "next": units[place + 1] if place + 1 < len(units) else None,
    }
