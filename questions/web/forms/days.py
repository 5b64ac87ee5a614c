"""What a learner wants of their days: limits, a round of some minutes, a break; fields in, checked values out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms

from questions.web.rounds import MINUTES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from questions.models import Study, User

RANGE = "Choose a number from {0} to {1}."


def _number(label: str, least: int, most: int) -> forms.IntegerField:
    said = RANGE.format(least, most)
    faults = {"min_value": said, "max_value": said, "invalid": said, "required": said}
    return forms.IntegerField(label=label, min_value=least, max_value=most, error_messages=faults)


class RoundForm(forms.Form):
    minutes = forms.TypedChoiceField(choices=[(each, each) for each in (0, *MINUTES)], coerce=int)


class LimitsForm(forms.Form):
    """The most to recall on a day, and the new facts a day of each study; a study left out stays as it is."""

    due_per_day = _number("To recall, at most", 1, 1000)

    def __init__(self, learner: User, studies: Sequence[Study], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, label_suffix="", **kwargs)
        self.fields["due_per_day"].initial = learner.due_per_day
        self.studies = studies
        for study in studies:
            field = _number(f"New from {study.bank.title}", 0, 200)
            field.initial, field.required = study.new_per_day, False
            self.fields[f"new_{study.pk}"] = field

    @property
    def new_per_day(self) -> dict[Study, int]:
        """The new facts a day of each study that was named."""
        chosen = {study: self.cleaned_data[f"new_{study.pk}"] for study in self.studies}
        return {study: new for study, new in chosen.items() if new is not None}


class BreakForm(forms.Form):
    """The first and the last day of a break."""

    away_from = forms.DateField(label="First day", widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"))
    away_until = forms.DateField(label="Last day", widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"label_suffix": ""} | kwargs)
