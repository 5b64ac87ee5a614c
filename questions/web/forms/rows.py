"""Ticked rows in, the rows of the database out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms

if TYPE_CHECKING:
    from django.db.models import QuerySet


class RowsField(forms.ModelMultipleChoiceField):
    """Several rows; a number too large for the database's keys names none of them."""

    def clean(self, value: Any) -> QuerySet:
        try:
            return super().clean(value)
        except OverflowError as too_large:
            params = {"value": ", ".join(map(str, value))}
            message = self.error_messages["invalid_choice"]
            raise forms.ValidationError(message, code="invalid_choice", params=params) from too_large
