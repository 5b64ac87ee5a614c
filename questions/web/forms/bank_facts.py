"""What an editor looks for in the facts of a bank, and which of them go where: fields in, checked values out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms

from questions.authoring.moving import statements_of
from questions.models import Statement, Unit

from .rows import RowsField

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from questions.models import Bank


class FoundForm(forms.Form):
    """One unit, and words that stand in the statement."""

    unit = forms.ModelChoiceField(Unit.objects.none(), required=False, label="Unit", empty_label="all units")
    search = forms.CharField(
        required=False, max_length=100, label="Search", widget=forms.TextInput(attrs={"type": "search"})
    )

    def __init__(self, bank: Bank, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.bank = bank
        self.fields["unit"].queryset = bank.units.current()

    @property
    def found(self) -> QuerySet[Statement]:
        return statements_of(self.bank, **(self.cleaned_data if self.is_valid() else {}))


class MoveStatementsForm(forms.Form):
    """The unit they go to, and the ticked statements, or all that were found (`every`)."""

    unit = forms.ModelChoiceField(Unit.objects.none())
    statements = RowsField(Statement.objects.none(), required=False)
    every = forms.BooleanField(required=False)

    def __init__(self, found: FoundForm, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.found = found
        self.fields["unit"].queryset = found.bank.units.current().select_related("bank")
        self.fields["statements"].queryset = statements_of(found.bank)

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        if given.get("every"):
            given["statements"] = self.found.found
        elif not given.get("statements"):
            self.add_error("statements", "Tick what is to move.")
        return given
