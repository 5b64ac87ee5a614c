"""A request in; a login page, or a private answer, out."""

from __future__ import annotations

from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from django.conf import settings
from django.contrib.auth import logout
from django.contrib.auth.middleware import LoginRequiredMiddleware as DjangoLoginRequiredMiddleware
from django.contrib.auth.views import redirect_to_login
from django.utils import timezone
from django.utils.deprecation import MiddlewareMixin
from django.utils.http import url_has_allowed_host_and_scheme
from django_htmx.http import HttpResponseClientRedirect

from .kept import keep_answer

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.contrib.auth.base_user import AbstractBaseUser
    from django.contrib.auth.models import AnonymousUser
    from django.http import HttpRequest, HttpResponse


class LoginRequiredMiddleware(DjangoLoginRequiredMiddleware):
    """Everyone logs in first. htmx is sent to the login page as a whole, and both ways come back to where they were."""

    def process_view(
        self, request: HttpRequest, view_func: Callable[..., HttpResponse], view_args: object, view_kwargs: object
    ) -> HttpResponse | None:
        if is_refused(request.user):
            logout(request)
        return super().process_view(request, view_func, view_args, view_kwargs)

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


def is_refused(user: AbstractBaseUser | AnonymousUser) -> bool:
    """A demo person who logged in before the site was opened to other machines."""
    return settings.DEMO_LOGIN_REFUSED and user.is_authenticated and user.is_demo


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


class TimeZoneMiddleware:
    """Times on a page are in the learner's own time zone, unless the page names another."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        zone = ZoneInfo(request.user.time_zone) if request.user.is_authenticated else None
        with timezone.override(zone):
            return self.get_response(request)
