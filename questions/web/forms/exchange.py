"""What a person takes to Anki: the query of an address in, checked values out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms

from questions.exchange.anki_types import Style
from questions.models import Unit

if TYPE_CHECKING:
    from questions.models import Bank, User


CHOOSE_A_STYLE = "Choose one of the three."


class AnkiForm(forms.Form):
    """Units (none ticked means all), the style of the cards, and whether the person's own scheduling goes along."""

    style = forms.ChoiceField(
        label="How a card asks",
        choices=[
            (Style.BASIC.value, "Question and answer"),
            (Style.TYPED.value, "Type the answer"),
            (Style.CLOZE.value, "Fill the gap in the sentence"),
        ],
        initial=Style.BASIC.value,
        widget=forms.RadioSelect,
        error_messages={"required": CHOOSE_A_STYLE, "invalid_choice": CHOOSE_A_STYLE},
    )
    units = forms.ModelMultipleChoiceField(
        Unit.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        label="Units",
        to_field_name="key",
        error_messages={"invalid_choice": "This bank has no unit “%(value)s”."},
    )
    schedule = forms.BooleanField(required=False, label="With my own scheduling")

    def __init__(self, bank: Bank, person: User, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.person = person
        self.fields["units"].queryset = bank.units.current()

    @property
    def choices(self) -> dict[str, Any]:
        """What `export_bank` is asked for: the ticked units or all (None), the style, whose scheduling goes along."""
        chosen = self.cleaned_data
        learner = self.person if chosen["schedule"] else None
        return {"units": list(chosen["units"]) or None, "style": chosen["style"], "learner": learner}
