"""What people write about a course, and the code they join by: fields in, checked values out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms

from questions.assignments.joining import tidy_code
from questions.models import Bank, Course

from .quizzes import Plain
from .rows import RowsField
from .time_zones import TimeZoneField

if TYPE_CHECKING:
    from questions.models import User


class CourseForm(Plain, forms.ModelForm):
    """Title, description and time zone of a course."""

    time_zone = TimeZoneField(help_text="Opening and due times of its quizzes are written in this zone.")

    class Meta:
        model = Course
        fields = ["title", "description", "time_zone"]
        widgets = {"description": forms.Textarea({"rows": 3})}


class EditCourseForm(CourseForm):
    """A course that exists, with the banks shared with it."""

    banks = RowsField(
        Bank.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        label="Banks shared with the course",
        help_text="The course page offers them to your students.",
    )

    class Meta(CourseForm.Meta):
        fields = [*CourseForm.Meta.fields, "banks"]

    def __init__(self, instructor: User, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["banks"].queryset = Bank.objects.shareable_by(instructor, self.instance)


class JoinForm(Plain, forms.Form):
    """The code of a course, in whatever case and with whatever spaces it was copied."""

    code = forms.CharField(
        max_length=40,
        label="Course code",
        widget=forms.TextInput(
            {"autocomplete": "off", "autocapitalize": "characters", "autocorrect": "off", "spellcheck": "false"}
        ),
    )

    def clean_code(self) -> str:
        return tidy_code(self.cleaned_data["code"])
