"""Addresses: the site's own pages, accounts, and the administrator's."""

from django.contrib import admin
from django.urls import include, path

urlpatterns = [
    path("", include("questions.web.urls")),
    path("accounts/", include("allauth.account.urls")),
    path("admin/", admin.site.urls),
]
