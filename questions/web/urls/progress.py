"""Address of the progress page."""

from django.urls import path

from questions.web.views import progress

urlpatterns = [path("progress/", progress.progress, name="progress")]
