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
from questions.practice.queue import look_at, next_card
from questions.practice.review import Incomplete, StaleAnswer
from questions.web import practising
from questions.web.forms.practice import AnswerForm, CorrectionForm, Handback, PracticeForm, ReportForm, first_fault
from questions.web.htmx import render_page, see_other, wants_part
from questions.web.kept import take_answer
from questions.web.rounds import SECONDS_LEFT, round_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from django.http import HttpRequest, HttpResponse

    from questions.models import Review
    from questions.practice.cards import Card

NOTHING = Handback()
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
        return show_card(request, card, practising.given_back(card, kept["answer"]), now=now)
    return show_next(request, now=now, extra=wanted.extra)


@post_or("practice")
def answer(request: HttpRequest) -> HttpResponse:
    now = timezone.now()
    form = AnswerForm(request.user, request.POST, now=now)
    if not form.is_valid():
        card = form.drawn or next_card(request.user, now=now)
        return show_card(request, card, form.handback(), now=now, status=422)
    if aided := form.aided_card:
        return show_card(request, aided, form.handback(), now=now)
    try:
        review = practising.record(request.user, form, now=now)
    except StaleAnswer as stale:
        return show_card(request, stale.card, form.handback(str(stale)), now=now, status=409)
    except Incomplete as incomplete:
        return show_card(request, form.card_again, form.handback(str(incomplete)), now=now)
    return show_answered(request, review, form, now=now)


@require_safe
def review(request: HttpRequest, token: str) -> HttpResponse:
    now = timezone.now()
    return show_verdict(request, practising.own_review(request.user, token, now=now), now=now)


@post_or("review")
def correct(request: HttpRequest, token: str) -> HttpResponse:
    now, form = timezone.now(), CorrectionForm(request.POST)
    found = practising.own_review(request.user, token, now=now)
    if not form.is_valid():
        return show_verdict(request, found, now=now, status=422, notice=first_fault(form))
    act = form.cleaned_data["act"]
    try:
        corrections.correct(request.user, found, act, now=now)
    except corrections.NotPossible as refused:
        return show_verdict(request, found, now=now, status=409, notice=str(refused))
    show = show_undone if act == Correction.Act.UNDO else show_review
    return show(request, found, now=now, extra=extra_of(request))


@post_or("review")
def report(request: HttpRequest, token: str) -> HttpResponse:
    now, form = timezone.now(), ReportForm(request.POST)
    found = practising.own_review(request.user, token, now=now)
    if not form.is_valid():
        return show_verdict(request, found, now=now, status=422, part="report", report_notice=first_fault(form))
    reports.report(request.user, found, **form.cleaned_data, now=now)
    if wants_part(request):
        return show_verdict(request, found, now=now, part="report", reported=True)
    messages.success(request, "Thank you. Your report reaches the people who keep this bank.")
    return see_other(request, practising.review_address(found, extra_of(request)))


@require_safe
def practise_more(request: HttpRequest) -> HttpResponse:
    studies = Study.objects.of(request.user).with_units()
    return render(request, "questions/practice/more.html", {"studies": studies})


def show_next(request: HttpRequest, *, now: datetime, extra: str) -> HttpResponse:
    look = look_at(request.user, now=now)
    card = next_card(request.user, now=now, extra=extra, look=look)
    of_minutes = None if extra else round_of(request, now=now)
    if card and of_minutes and of_minutes.is_over(now) and not look.shown.reopened:
        done = practising.done_page(request.user, now=now, back=NOTHING, look=look, over=of_minutes)
        return render_page(request, DONE, done, partial="done")
    page = show_card(request, card, now=now, extra=extra, look=look)
    if of_minutes:
        page.headers[SECONDS_LEFT] = of_minutes.seconds_left(now)
    return page


def show_card(
    request: HttpRequest, card: Card | None, back: Handback = NOTHING, *, now: datetime, status: int = 200, **seen: Any
) -> HttpResponse:
    """The card; without one, the end of the day. `seen` may hold `extra`, the sort of practice, and `look`, the day."""
    if card is None:
        done = practising.done_page(request.user, now=now, back=back, **seen)
        return render_page(request, DONE, done, partial="done", status=status)
    page = practising.card_page(request.user, card, now=now, back=back, look=seen.get("look"))
    return render_page(request, CARD, page, partial="card", status=status)


def show_answered(request: HttpRequest, review: Review, form: AnswerForm, *, now: datetime) -> HttpResponse:
    """As `show_review`, from what the answer brought along, without a second look at the day."""
    extra, left = form.drawn.extra, form.left_after(is_right=review.is_right)
    if left is None or not wants_part(request):
        return show_review(request, review, now=now, extra=extra)
    address = practising.review_address(review, extra)
    return replace_url(show_verdict(request, review, now=now, extra=extra, left=left), address)


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
    extra: str | None = None,
    status: int = 200,
    part: str = "verdict",
    **more: Any,
) -> HttpResponse:
    """`extra` goes on as the address says, unless it is given."""
    extra = extra_of(request) if extra is None else extra
    page = practising.verdict_page(request.user, review, now=now, extra=extra, left=more.pop("left", None)) | more
    return render_page(request, VERDICT, page, partial=part, status=status)


def show_undone(request: HttpRequest, _review: Review, *, now: datetime, extra: str) -> HttpResponse:
    """The card of the answer just undone, which is the next one again."""
    address = practising.practice_address(extra)
    if not wants_part(request):
        return see_other(request, address)
    return replace_url(show_next(request, now=now, extra=extra), address)


def extra_of(request: HttpRequest) -> str:
    """The sort of extra practice that an address carries along; nonsense is none."""
    wanted = PracticeForm(request.user, request.GET)
    return wanted.extra if wanted.is_valid() else ""
