"""What a learner says about a bank they take up: fields in, checked values out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms

from questions.models import Unit

from .rows import RowsField

if TYPE_CHECKING:
    from questions.models import Bank, Study


class StudyForm(forms.Form):
    """Daily new facts, the units to learn (none ticked means all), and a pause."""

    new_per_day = forms.IntegerField(
        label="New facts a day", min_value=0, max_value=200, initial=10, help_text="0 to 200; 10 suits most people."
    )
    units = RowsField(Unit.objects.none(), required=False, widget=forms.CheckboxSelectMultiple, label="Units")
    pause = forms.TypedChoiceField(
        choices=[("", ""), ("0", "go on"), ("1", "pause")],
        required=False,
        coerce=lambda text: text == "1",
        empty_value=None,
    )

    def __init__(self, bank: Bank, study: Study | None, *args: Any, **kwargs: Any) -> None:
        initial = {"new_per_day": study.new_per_day, "units": [unit.pk for unit in study.units.all()]} if study else {}
        super().__init__(*args, initial=initial, **kwargs)
        self.study = study
        self.fields["units"].queryset = bank.units.current()
