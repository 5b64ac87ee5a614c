"""Addresses for those who keep a bank."""

from django.urls import path

from questions.web.views import reports

urlpatterns = [
    path("banks/<slug:key>/reports/", reports.reports, name="reports"),
    path("banks/<slug:key>/reports/<int:pk>/", reports.answer_report, name="answer_report"),
]
