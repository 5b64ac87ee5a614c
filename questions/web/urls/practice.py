"""Addresses of practice: the day, the cards, the facts."""

from django.urls import path

from questions.web.views import days, facts, practice, today

urlpatterns = [
    path("today/", today.today, name="today"),
    path("today/limits/", days.change_limits, name="change_limits"),
    path("today/round/", days.begin_round, name="begin_round"),
    path("settings/break/", days.planned_break, name="planned_break"),
    path("settings/break/call-off/", days.call_off_break, name="call_off_break"),
    path("practice/", practice.practice, name="practice"),
    path("practice/answer/", practice.answer, name="answer"),
    path("practice/more/", practice.practise_more, name="practise_more"),
    path("practice/reviews/<slug:token>/", practice.review, name="review"),
    path("practice/reviews/<slug:token>/correct/", practice.correct, name="correct"),
    path("practice/reviews/<slug:token>/report/", practice.report, name="report"),
    path("facts/", facts.facts, name="facts"),
    path("facts/<int:pk>/", facts.fact, name="fact"),
    path("facts/<int:pk>/suspend/", facts.suspend, name="suspend"),
    path("facts/<int:pk>/bury/", facts.bury, name="bury"),
    path("facts/<int:pk>/rewrite/", facts.rewrite, name="rewrite"),
    path("facts/<int:pk>/forget/", facts.forget, name="forget"),
]
