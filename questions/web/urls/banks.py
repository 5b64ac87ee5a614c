"""Addresses for those who keep a bank."""

from django.urls import path

from questions.web.views import bank_settings, changes, reports

urlpatterns = [
    path("banks/<slug:key>/reports/", reports.reports, name="reports"),
    path("banks/<slug:key>/reports/<int:pk>/", reports.answer_report, name="answer_report"),
    path("banks/<slug:key>/copy/", bank_settings.copy, name="copy_bank"),
    path("banks/<slug:key>/settings/", bank_settings.bank_settings, name="bank_settings"),
    path("banks/<slug:key>/archive/", bank_settings.archive_bank, name="archive_bank"),
    path("banks/<slug:key>/facts/<int:pk>/change/", changes.change, name="change_fact"),
]
