"""Addresses of what the site holds about a person."""

from django.urls import path

from questions.web.views import yours

urlpatterns = [
    path("settings/yours/", yours.yours, name="yours"),
    path("settings/yours/download/", yours.yours_download, name="yours_download"),
    path("settings/yours/leave/", yours.leave_site, name="leave_site"),
]
