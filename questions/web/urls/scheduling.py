"""Addresses of what remembering costs."""

from django.urls import path

from questions.web.views import scheduling

urlpatterns = [
    path("settings/scheduling/", scheduling.scheduling, name="scheduling"),
    path("settings/scheduling/share/", scheduling.choose_share, name="choose_share"),
    path("settings/scheduling/fit/", scheduling.fit_own, name="fit_own"),
    path("settings/scheduling/defaults/", scheduling.forget_own, name="forget_own"),
]
