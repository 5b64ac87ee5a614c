"""A template and a context in, a page or one part of it out. The only place that asks whether htmx is calling."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.cache import patch_vary_headers
from django_htmx.http import HttpResponseClientRefresh

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse


def wants_part(request: HttpRequest) -> bool:
    """Boosted and history-restoring requests get the whole page."""
    return bool(request.htmx) and not request.htmx.boosted and not request.htmx.history_restore_request


def render_page(
    request: HttpRequest, template: str, context: dict[str, Any], *, partial: str, status: int = 200
) -> HttpResponse:
    """The part named `partial` for htmx, the page for everyone else."""
    name = f"{template}#{partial}" if wants_part(request) else template
    response = render(request, name, context, status=status)
    patch_vary_headers(response, ["HX-Request"])
    return response


def part_or_see_other(
    request: HttpRequest, template: str, context: dict[str, Any], *, partial: str, said: str, to: str
) -> HttpResponse:
    """After a POST: for htmx the changed part, with `said` in it; for everyone else the address `to`, said there."""
    if wants_part(request):
        return render_page(request, template, context | {"said": said}, partial=partial)
    messages.info(request, said)
    return see_other(request, to)


def refresh() -> HttpResponse:
    """For htmx, when the part it asks for is no more: the page around it has changed and is fetched anew."""
    response = HttpResponseClientRefresh()
    patch_vary_headers(response, ["HX-Request"])
    return response


def see_other(request: HttpRequest, to: str, *args: object) -> HttpResponse:
    """303 after a POST, so that a reload repeats nothing."""
    response = redirect(to, *args)
    response.status_code = 303
    return response
