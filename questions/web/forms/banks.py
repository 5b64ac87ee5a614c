"""What the keeper of a bank sends: fields in, checked values out."""

from __future__ import annotations

from typing import Any

from django import forms

from questions.models import Bank, Course, User
from questions.web.forms.rows import RowsField

NO_INSTRUCTOR = "There is no instructor called “{}” here. Ask for the name they log in with."


class WordForm(forms.Form):
    """The answer to a report."""

    word = forms.CharField(
        label="A word to the student", max_length=2000, widget=forms.Textarea(attrs={"rows": 2}), strip=True
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"label_suffix": ""} | kwargs)


class BankForm(forms.ModelForm):
    """What an own bank is called and who sees it."""

    courses = RowsField(
        Course.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        label="Courses it is shared with",
        help_text="Their students see it, and you can set quizzes from it.",
    )

    class Meta:
        model = Bank
        fields = ["title", "description", "visibility"]
        labels = {"visibility": "Who sees it"}
        help_texts = {"visibility": "People who may not see it any more keep what they answered."}
        widgets = {"description": forms.Textarea(attrs={"rows": 3}), "visibility": forms.RadioSelect}

    def __init__(self, owner: User, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"label_suffix": ""} | kwargs)
        taught = Course.objects.taught_by(owner)
        self.fields["courses"].queryset = taught
        self.initial["courses"] = list(taught.filter(banks=self.instance).values_list("pk", flat=True))
        if not taught.exists():
            del self.fields["courses"]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if cleaned.get("courses") and cleaned.get("visibility") == Bank.Visibility.PRIVATE:
            cleaned["visibility"] = Bank.Visibility.COURSE  # whoever ticks a course means its people to see the bank
        return cleaned


class EditorForm(forms.Form):
    """The instructor who is to edit a bank too, by user name."""

    username = forms.CharField(
        label="User name of an instructor",
        max_length=150,
        strip=True,
        widget=forms.TextInput(attrs={"autocapitalize": "none", "spellcheck": "false", "autocomplete": "off"}),
    )

    def __init__(self, bank: Bank, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.bank = bank

    def clean_username(self) -> str:
        name = self.cleaned_data["username"].replace("\0", "")
        found = User.objects.filter(username=name, is_instructor=True, is_active=True).first()
        if found is None:
            raise forms.ValidationError(NO_INSTRUCTOR.format(name))
        if found.pk == self.bank.owner_id:
            raise forms.ValidationError("You own this bank, so you edit it already.")
        self.person = found
        return name
