"""What an owner does with a unit: an act, the unit and a title in, checked values out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms

from questions.models import Unit

if TYPE_CHECKING:
    from questions.models import Bank


class UnitForm(forms.Form):
    """Add and rename want a title; all but add want a unit, and what was seen of it.

    `was` is the title it was shown with, `before` and `after` the units it stood between.
    """

    act = forms.ChoiceField(choices=[(act, act) for act in ("add", "rename", "up", "down", "remove")])
    unit = forms.ModelChoiceField(Unit.objects.none(), required=False)
    title = forms.CharField(max_length=200, required=False)
    was = forms.CharField(max_length=200, required=False, strip=False)
    before = forms.IntegerField(required=False)
    after = forms.IntegerField(required=False)

    def __init__(self, bank: Bank, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["unit"].queryset = bank.units.current().select_related("bank")

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        act = given.get("act")
        if act in {"add", "rename"} and not given.get("title"):
            self.add_error("title", "Write a title for the unit.")
        if act != "add" and not given.get("unit"):
            self.add_error("unit", "Choose a unit.")
        return given
