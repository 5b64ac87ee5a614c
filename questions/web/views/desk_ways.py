"""Where one goes after an act at the desk: a request, a bank and what to say in; a redirect out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import HttpResponseRedirect
from django.urls import reverse

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from questions.models import Bank, User

KEPT = ("state", "type", "unit", "reason", "page")


def to_desk(request: HttpRequest, bank: Bank, *, draft: object = None, said: str = "") -> HttpResponse:
    """303 to the desk with the filters that the address carries, on the page that holds `draft`."""
    if said:
        messages.info(request, said)
    query = {name: request.GET[name] for name in KEPT if request.GET.get(name)}
    query |= {"draft": str(draft)} if draft else {}
    response = HttpResponseRedirect(reverse("desk", args=[bank.key], query=query))
    response.status_code = 303
    return response


def is_shared(bank: Bank, person: User) -> bool:
    """Whether somebody else may be at work on the same desk."""
    return bank.owner_id != person.pk or bank.editors.exists()
