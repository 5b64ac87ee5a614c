"""One card at a time: a request in; a card, a verdict or the end of the day out, as a part for htmx, else as a page."""

from __future__ import annotations

from functools import wraps
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe
from django_htmx.http import replace_url

from questions.models import Correction, Study
from questions.practice import corrections, reports
from questions.practice.review import Incomplete, StaleAnswer
from questions.web import practising
from questions.web.forms.practice import AnswerForm, CorrectionForm, PracticeForm, ReportForm, first_fault
from questions.web.htmx import render_page, see_other, wants_part
from questions.web.kept import take_answer

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from django.http import HttpRequest, HttpResponse

    from questions.models import Review
    from questions.practice.cards import Card

CARD, DONE, VERDICT = (f"questions/practice/{name}.html" for name in ("card", "done", "verdict"))


def post_or(page: str) -> Callable[[Callable[..., HttpResponse]], Callable[..., HttpResponse]]:
    """POST for the view; GET (a reload, a login in between) goes to `page`, where the form stood."""

    def decorate(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
        @wraps(view)
        @require_http_methods(["GET", "HEAD", "POST"])
        def view_or_page(request: HttpRequest, **named: Any) -> HttpResponse:
            return view(request, **named) if request.method == "POST" else redirect(page, **named)

        return view_or_page

    return decorate


@require_safe
def practice(request: HttpRequest) -> HttpResponse:
    now, wanted, kept = timezone.now(), PracticeForm(request.user, request.GET), take_answer(request)
    if not wanted.is_valid():
        raise Http404
    if card := practising.kept_card(request.user, kept):
        return show_card(request, card, now=now, notice=practising.WELCOME_BACK, text=kept["answer"])
    again = wanted.cleaned_data["again"]
    card = practising.card_to_show(request.user, now=now, extra=wanted.extra, again=again)
    return show_card(request, card, now=now, extra=wanted.extra)


@post_or("practice")
def answer(request: HttpRequest) -> HttpResponse:
    now = timezone.now()
    form = AnswerForm(request.user, request.POST, now=now)
    if not form.is_valid():
        card = form.drawn or practising.card_to_show(request.user, now=now, extra="")
        return show_card(request, card, now=now, status=422, **form.kept())
    if aided := form.aided_card:
        return show_card(request, aided, now=now, **form.kept())
    try:
        review = practising.record(request.user, form, now=now)
    except StaleAnswer as stale:
        return show_card(request, stale.card, now=now, status=409, **form.kept() | {"notice": str(stale)})
    except Incomplete as incomplete:
        return show_card(request, form.card_again, now=now, **form.kept() | {"notice": str(incomplete)})
    return show_review(request, review, now=now, extra=form.drawn.extra)


@require_safe
def review(request: HttpRequest, token: str) -> HttpResponse:
    now = timezone.now()
    found = practising.own_review(request.user, token, now=now)
    return show_verdict(request, found, now=now, extra=extra_of(request))


@post_or("review")
def correct(request: HttpRequest, token: str) -> HttpResponse:
    now, extra, form = timezone.now(), extra_of(request), CorrectionForm(request.POST)
    found = practising.own_review(request.user, token, now=now)
    if not form.is_valid():
        return show_verdict(request, found, now=now, extra=extra, status=422, notice=first_fault(form))
    act = form.cleaned_data["act"]
    try:
        corrections.correct(request.user, found, act, now=now)
    except corrections.NotPossible as refused:
        return show_verdict(request, found, now=now, extra=extra, status=409, notice=str(refused))
    if act == Correction.Act.UNDO:
        return show_again(request, found, now=now, extra=extra)
    return show_review(request, found, now=now, extra=extra)


@post_or("review")
def report(request: HttpRequest, token: str) -> HttpResponse:
    now, extra, form = timezone.now(), extra_of(request), ReportForm(request.POST)
    found = practising.own_review(request.user, token, now=now)
    if not form.is_valid():
        return show_verdict(
            request, found, now=now, extra=extra, status=422, part="report", report_notice=first_fault(form)
        )
    reports.report(request.user, found, **form.cleaned_data, now=now)
    if wants_part(request):
        return show_verdict(request, found, now=now, extra=extra, part="report", reported=True)
    messages.success(request, "Thank you. Your report reaches the people who keep this bank.")
    return see_other(request, practising.review_address(found, extra))


@require_safe
def practise_more(request: HttpRequest) -> HttpResponse:
    studies = Study.objects.of(request.user).with_units()
    return render(request, "questions/practice/more.html", {"studies": studies})


def show_card(
    request: HttpRequest, card: Card | None, *, now: datetime, extra: str = "", status: int = 200, **shown: Any
) -> HttpResponse:
    """The card; without one, the end of the day."""
    if card is None:
        done = practising.done_page(request.user, now=now, extra=extra, **shown)
        return render_page(request, DONE, done, partial="done", status=status)
    page = practising.card_page(request.user, card, now=now, **shown)
    return render_page(request, CARD, page, partial="card", status=status)


def show_review(request: HttpRequest, review: Review, *, now: datetime, extra: str) -> HttpResponse:
    """The verdict at once for htmx, under the address of its page; else the way to that page."""
    address = practising.review_address(review, extra)
    if not wants_part(request):
        return see_other(request, address)
    found = practising.own_review(request.user, review.token, now=now)
    return replace_url(show_verdict(request, found, now=now, extra=extra), address)


def show_verdict(
    request: HttpRequest,
    review: Review,
    *,
    now: datetime,
    extra: str,
    status: int = 200,
    part: str = "verdict",
    **more: Any,
) -> HttpResponse:
    page = practising.verdict_page(request.user, review, now=now, extra=extra) | more
    return render_page(request, VERDICT, page, partial=part, status=status)


def show_again(request: HttpRequest, review: Review, *, now: datetime, extra: str) -> HttpResponse:
    """The card of an answer just undone, under the address that shows it again."""
    address = practising.again_address(review, extra)
    if not wants_part(request):
        return see_other(request, address)
    card = practising.card_to_show(request.user, now=now, extra=extra, again=review.token)
    return replace_url(show_card(request, card, now=now, extra=extra), address)


def extra_of(request: HttpRequest) -> str:
    """The sort of extra practice that an address carries along; nonsense is none."""
    wanted = PracticeForm(request.user, request.GET)
    return wanted.extra if wanted.is_valid() else ""
