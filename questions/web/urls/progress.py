"""Addresses of the progress page."""

from django.urls import path

from questions.web.views import progress

urlpatterns = [
    path("progress/", progress.progress, name="progress"),
    path("progress/statements/<int:pk>/", progress.said, name="said"),
]
