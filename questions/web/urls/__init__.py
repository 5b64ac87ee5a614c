"""Addresses by area; each file holds one area's paths."""

from . import banks, courses, desk, imports, library, people, practice, progress, scheduling, yours

urlpatterns = [
    *people.urlpatterns,
    *practice.urlpatterns,
    *banks.urlpatterns,
    *library.urlpatterns,
    *imports.urlpatterns,
    *desk.urlpatterns,
    *courses.urlpatterns,
    *progress.urlpatterns,
    *scheduling.urlpatterns,
    *yours.urlpatterns,
]
