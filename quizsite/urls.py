"""Addresses: the site's own pages, accounts, and the administrator's."""

from allauth.account.decorators import secure_admin_login
from django.contrib import admin
from django.urls import include, path

# One door for everybody, with its rate limits; who is logged in without being staff is told so.
admin.site.login = secure_admin_login(admin.site.login)

urlpatterns = [
    path("", include("questions.web.urls")),
    path("accounts/", include("questions.web.urls.accounts")),
    path("admin/", admin.site.urls),
]
