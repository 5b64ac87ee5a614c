"""A request in; a login page, or a private answer, out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib.auth.middleware import LoginRequiredMiddleware as DjangoLoginRequiredMiddleware
from django.contrib.auth.views import redirect_to_login
from django.utils.deprecation import MiddlewareMixin
from django.utils.http import url_has_allowed_host_and_scheme
from django_htmx.http import HttpResponseClientRedirect

from .kept import keep_answer

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse


class LoginRequiredMiddleware(DjangoLoginRequiredMiddleware):
    """Everyone logs in first. htmx is sent to the login page as a whole, and both ways come back to where they were."""

    def handle_no_permission(self, request: HttpRequest, view_func: object) -> HttpResponse:
        keep_answer(request)
        response = redirect_to_login(way_back(request), self.get_login_url(view_func), "next")
        if request.htmx:
            return HttpResponseClientRedirect(response.url)
        return response


def way_back(request: HttpRequest) -> str:
    """The page the person sees: for htmx and for posts the page that asked, else the address itself."""
    if request.htmx and request.htmx.current_url_abs_path:
        return request.htmx.current_url_abs_path
    referer = request.headers.get("Referer", "")
    if request.method == "POST" and url_has_allowed_host_and_scheme(referer, {request.get_host()}):
        return referer
    return request.get_full_path() if request.method == "GET" else "/"


class PersonalPageMiddleware(MiddlewareMixin):
    """Pages of a logged-in person are never stored by a browser or a proxy."""

    def process_response(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        if (
            getattr(request, "user", None)
            and request.user.is_authenticated
            and not response.has_header("Cache-Control")
        ):
            response["Cache-Control"] = "no-store, private"
        return response
