"""Addresses of practice: the day, the cards, the facts."""

from django.urls import path

from questions.web.views import facts, practice, today

urlpatterns = [
    path("today/", today.today, name="today"),
    path("practice/", practice.practice, name="practice"),
    path("practice/answer/", practice.answer, name="answer"),
    path("practice/more/", practice.practise_more, name="practise_more"),
    path("practice/reviews/<slug:token>/", practice.review, name="review"),
    path("practice/reviews/<slug:token>/correct/", practice.correct, name="correct"),
    path("practice/reviews/<slug:token>/report/", practice.report, name="report"),
    path("facts/", facts.facts, name="facts"),
    path("facts/<int:pk>/", facts.fact, name="fact"),
    path("facts/<int:pk>/suspend/", facts.suspend, name="suspend"),
    path("facts/<int:pk>/forget/", facts.forget, name="forget"),
]
