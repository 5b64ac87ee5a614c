"""Addresses of the review desk."""

from django.urls import path

from questions.web.views import desk, desk_editor, desk_together, desk_units, editors

urlpatterns = [
    path("banks/<slug:key>/desk/", desk.desk, name="desk"),
    path("banks/<slug:key>/desk/accept-above/", desk.take_above, name="accept_above"),
    path("banks/<slug:key>/desk/undo/", desk.take_back, name="undo_desk"),
    path("banks/<slug:key>/desk/news/", desk_together.news, name="desk_news"),
    path("banks/<slug:key>/desk/move/", desk_together.move, name="move_drafts"),
    path("banks/<slug:key>/editors/", editors.editors, name="editors"),
    path("banks/<slug:key>/desk/write/", desk_editor.write_statement, name="write_statement"),
    path("banks/<slug:key>/desk/check/", desk_editor.check_written, name="check_written"),
    path("banks/<slug:key>/desk/units/", desk_units.units, name="desk_units"),
    path("banks/<slug:key>/desk/<int:pk>/", desk.draft, name="draft"),
    path("banks/<slug:key>/desk/<int:pk>/decide/", desk.decide, name="decide_draft"),
    path("banks/<slug:key>/desk/<int:pk>/reshape/", desk.reshape, name="reshape_draft"),
    path("banks/<slug:key>/desk/<int:pk>/edit/", desk_editor.edit_draft, name="edit_draft"),
]
