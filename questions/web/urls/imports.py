"""Addresses of imports."""

from django.urls import path

from questions.web.views import imports

urlpatterns = [
    path("imports/new/", imports.new_import, name="new_import"),
    path("imports/<int:pk>/", imports.show_import, name="import"),
    path("imports/<int:pk>/cancel/", imports.cancel_import, name="cancel_import"),
    path("imports/<int:pk>/retry/", imports.retry_import, name="retry_import"),
]
