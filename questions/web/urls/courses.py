"""Addresses of courses, quizzes and attempts."""

from django.urls import path

from questions.web.views import courses, quizzes, results, roster, sitting

urlpatterns = [
    path("courses/", courses.courses, name="courses"),
    path("courses/new/", courses.new_course, name="new_course"),
    path("courses/join/", courses.join_by_code, name="join_by_code"),
    path("courses/<int:pk>/", courses.course, name="course"),
    path("courses/<int:pk>/edit/", courses.edit_course, name="edit_course"),
    path("courses/<int:pk>/code/", roster.new_code, name="new_code"),
    path("courses/places/<int:pk>/remove/", roster.remove_student, name="remove_student"),
    path("courses/places/<int:pk>/take-back/", roster.take_back_student, name="take_back_student"),
    path("join/<str:code>/", courses.join, name="join"),
    path("courses/<int:pk>/quizzes/new/", quizzes.new_quiz, name="new_quiz"),
    path("quizzes/<int:pk>/build/", quizzes.build_quiz, name="build_quiz"),
    path("quizzes/<int:pk>/settings/", quizzes.quiz_settings, name="quiz_settings"),
    path("quizzes/<int:pk>/add/", quizzes.add_items, name="add_items"),
    path("quizzes/<int:pk>/pick/", quizzes.pick_items, name="pick_items"),
    path("quizzes/<int:pk>/preview/", quizzes.preview_quiz, name="preview_quiz"),
    path("quizzes/<int:pk>/publish/", quizzes.publish_quiz, name="publish_quiz"),
    path("quizzes/<int:pk>/unpublish/", quizzes.unpublish_quiz, name="unpublish_quiz"),
    path("quizzes/<int:pk>/delete/", quizzes.delete_quiz, name="delete_quiz"),
    path("quizzes/items/<int:pk>/kind/", quizzes.change_item_kind, name="change_item_kind"),
    path("quizzes/items/<int:pk>/take-out/", quizzes.take_out_item, name="take_out_item"),
    path("quizzes/items/<int:pk>/withdraw/", results.withdraw_item, name="withdraw_item"),
    path("quizzes/items/<int:pk>/restore/", results.restore_item, name="restore_item"),
    path("quizzes/<int:pk>/results/", results.results, name="results"),
    path("quizzes/<int:pk>/results/csv/", results.results_csv, name="results_csv"),
    path("quizzes/<int:pk>/extend/", results.extend_quiz, name="extend_quiz"),
    path("quizzes/attempts/<int:pk>/opened/", results.opened_attempt, name="opened_attempt"),
    path("quizzes/<int:pk>/", sitting.quiz, name="quiz"),
    path("quizzes/<int:pk>/start/", sitting.start_quiz, name="start_quiz"),
    path("quizzes/attempts/<int:pk>/", sitting.sit, name="sit"),
    path("quizzes/attempts/<int:pk>/save/", sitting.save_answers, name="save_answers"),
    path("quizzes/attempts/<int:pk>/hand-in/", sitting.hand_in_attempt, name="hand_in"),
    path("quizzes/attempts/<int:pk>/result/", sitting.own_result, name="own_result"),
]
