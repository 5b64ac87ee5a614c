"""An answer typed after the login had expired: kept in the anonymous session, given back after logging in."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from django.http import HttpRequest

KEPT = "kept_answer"
LONGEST_CARD = 8_000
LONGEST_KEPT = 2_000


def keep_answer(request: HttpRequest) -> None:
    """Keep the signed card and the typed text of a refused POST; anything else leaves no session behind."""
    card, answer = request.POST.get("card", ""), request.POST.get("written") or request.POST.get("answer", "")
    if request.method == "POST" and card and answer and len(card) <= LONGEST_CARD:
        request.session[KEPT] = {"card": card, "answer": answer[:LONGEST_KEPT]}


def take_answer(request: HttpRequest) -> dict[str, str] | None:
    """What was kept, once; the caller compares the card's learner and fact before showing it."""
    return request.session.pop(KEPT, None)
