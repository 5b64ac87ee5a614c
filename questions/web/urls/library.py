"""Addresses of the banks."""

from django.urls import path

from questions.web.views import exchange, library

urlpatterns = [
    path("banks/", library.banks, name="banks"),
    path("banks/<slug:key>/", library.bank, name="bank"),
    path("banks/<slug:key>/study/", library.study, name="study"),
    path("banks/<slug:key>/units/<slug:unit_key>/", library.unit, name="unit"),
    path("banks/<slug:key>/anki/", exchange.anki, name="anki"),
    path("banks/<slug:key>/anki/download/", exchange.anki_download, name="anki_download"),
]
