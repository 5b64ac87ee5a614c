"""Addresses for those who keep a bank."""

from django.urls import path

from questions.web.views import bank_facts, bank_settings, changes, reports, versions

urlpatterns = [
    path("banks/<slug:key>/reports/", reports.reports, name="reports"),
    path("banks/<slug:key>/reports/<int:pk>/", reports.answer_report, name="answer_report"),
    path("banks/<slug:key>/copy/", bank_settings.copy, name="copy_bank"),
    path("banks/<slug:key>/settings/", bank_settings.bank_settings, name="bank_settings"),
    path("banks/<slug:key>/archive/", bank_settings.archive_bank, name="archive_bank"),
    path("banks/<slug:key>/delete/", bank_settings.delete, name="delete_bank"),
    path("banks/<slug:key>/facts/", bank_facts.bank_facts, name="bank_facts"),
    path("banks/<slug:key>/facts/move/", bank_facts.move_facts, name="move_facts"),
    path("banks/<slug:key>/facts/<int:pk>/change/", changes.change, name="change_fact"),
    path("banks/<slug:key>/documents/<int:pk>/new-version/", versions.new_version, name="new_version"),
    path("banks/<slug:key>/changes/", versions.what_changed, name="what_changed"),
    path("banks/<slug:key>/changes/reworded/", versions.take_rewordings, name="take_rewordings"),
    path("banks/<slug:key>/changes/<int:pk>/decide/", versions.decide_change, name="decide_change"),
    path("banks/<slug:key>/changes/<int:pk>/undo/", versions.undo_change, name="undo_change"),
]
