"""What the keeper of a bank sends: fields in, checked values out."""

from __future__ import annotations

from django import forms


class WordForm(forms.Form):
    """The answer to a report."""

    word = forms.CharField(
        label="A word to the student", max_length=2000, widget=forms.Textarea(attrs={"rows": 2}), strip=True
    )
