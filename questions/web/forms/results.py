"""More time or more attempts for one student: fields in, checked values out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms

from questions.models import User

from .quizzes import MOST_ATTEMPTS, CourseTimeField, Plain

if TYPE_CHECKING:
    from datetime import datetime

    from questions.models import Assignment


class ExtensionForm(Plain, forms.Form):
    """For whom, until when, how many attempts more, and why. The new time is not before the time of the others."""

    student = forms.ModelChoiceField(User.objects.none(), empty_label="Choose a student")
    due_at = CourseTimeField(label="Due for this student")
    extra_attempts = forms.IntegerField(label="Extra attempts", min_value=0, max_value=MOST_ATTEMPTS, initial=0)
    reason = forms.CharField(max_length=300, label="Reason", help_text="Only the instructors of this course see it.")

    def __init__(self, quiz: Assignment, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.quiz = quiz
        self.fields["student"].queryset = User.objects.filter(
            memberships__in=quiz.course.memberships.students().present()
        ).order_by("username")
        self.fields["due_at"].use(quiz.course.time_zone)

    def clean_due_at(self) -> datetime:
        due = self.cleaned_data["due_at"]
        if due < self.quiz.due_at:
            raise forms.ValidationError("This is before the due time of everyone. An extension only gives time.")
        return due
