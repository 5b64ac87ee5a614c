"""Addresses of people."""

from django.urls import path

from questions.web.views import people

urlpatterns = [
    path("", people.home, name="home"),
    path("settings/", people.own_settings, name="settings"),
    path("reset/<str:token>/", people.reset_link, name="reset_link"),
    path("courses/<int:pk>/people/<int:user_pk>/reset-link/", people.reset_link_for, name="reset_link_for"),
]
