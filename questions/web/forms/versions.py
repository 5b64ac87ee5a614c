"""A newer file of a document, and what its author decides about a difference: fields in, checked values out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms

from questions.models import Difference

from .imports import ImportForm

if TYPE_CHECKING:
    from questions.models import User

OF_NEW_BANKS = ("bank", "bank_title", "title", "author")
DECISIONS = [choice for choice in Difference.Decision.choices if choice[0] != Difference.Decision.OVERTAKEN]


class VersionForm(ImportForm):
    """As an import; title and author stay those of the document."""

    def __init__(self, person: User, *args: Any, **kwargs: Any) -> None:
        super().__init__(person, *args, **kwargs)
        for name in OF_NEW_BANKS:
            del self.fields[name]


class Turns(forms.CharField):
    """`5:1,8:2`: by the ids of differences, how often each had been decided when it was shown."""

    def clean(self, value: Any) -> dict[int, int]:
        pairs = [part.partition(":") for part in (super().clean(value) or "").split(",")]
        are_numbers = all(part.isascii() and part.isdecimal() and len(part) < 18 for one in pairs for part in one[::2])
        return {int(pk): int(turn) for pk, _, turn in pairs} if are_numbers else {}


class DecisionForm(forms.Form):
    decision = forms.ChoiceField(choices=DECISIONS)
    turns = Turns(max_length=4000)


class UndoForm(forms.Form):
    turns = Turns(max_length=4000)
